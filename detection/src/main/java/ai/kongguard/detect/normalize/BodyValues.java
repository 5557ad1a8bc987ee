package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;
import java.util.Locale;

/**
 * The values of a body or of one part of it, by its content type and by its look: what is sent under a wrong type is
 * read by whoever looks at the bytes.
 */
final class BodyValues {

    private BodyValues() {}

    static void add(String contentType, Excerpt body, String field, ValueSink sink) {
        String type = contentType.toLowerCase(Locale.ROOT);
        String text = body.text();
        char first = firstCharacter(text);
        boolean form = type.contains("x-www-form-urlencoded");
        boolean json = type.contains("json") || first == '{' || first == '[';
        if (type.contains("multipart/") && MultipartValues.add(contentType, body, sink)) {
            return;
        }
        if (type.contains("graphql")) {
            GraphQlValues.add(body, field, sink);
        } else if (json && !JsonValues.add(body, field, sink)) {
            sink.add(Kind.DOCUMENT, field, body, Syntax.TEXT);
        }
        if (form || (looksLikeAForm(text) && (type.isEmpty() || json))) {
            FormValues.add(Kind.PARAMETER, field + ".", body, '&', Syntax.FORM, sink);
        } else if (!json && (type.contains("xml") || XmlValues.isLikely(text))) {
            sink.add(Kind.DOCUMENT, field, body, Syntax.TEXT);
            XmlValues.add(body, field, sink);
        } else if (!json && !type.contains("graphql")) {
            sink.add(Kind.LEAF, field, body, Syntax.TEXT);
        }
    }

    private static char firstCharacter(String body) {
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c > ' ' && c != 0xfeff) {
                return c;
            }
        }
        return ' ';
    }

    /** A name, an equals sign, and neither blanks nor markup. */
    private static boolean looksLikeAForm(String body) {
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '=') {
                return i > 0 && body.indexOf(' ') < 0 && body.indexOf('<') < 0;
            }
            if (!Ascii.isWord(c) && "-.[]%$".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }
}
