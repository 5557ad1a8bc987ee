package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import java.util.Locale;

/** The values of a body, by its content type or, when that says nothing, by its look. */
final class BodyValues {

    private BodyValues() {}

    static void add(String contentType, String body, ValueSink sink) {
        String type = contentType.toLowerCase(Locale.ROOT);
        char first = firstCharacter(body);
        if (type.contains("json") || first == '{' || first == '[') {
            JsonValues.add(body, sink);
        } else if (type.contains("multipart/")) {
            MultipartValues.add(contentType, body, sink);
        } else if (type.contains("x-www-form-urlencoded") || (type.isEmpty() && looksLikeAForm(body))) {
            FormValues.add(Kind.PARAMETER, "body.", body, '&', true, sink);
        } else {
            sink.add(Kind.DOCUMENT, "body", body, false);
        }
    }

    private static char firstCharacter(String body) {
        for (int i = 0; i < body.length(); i++) {
            if (body.charAt(i) > ' ') {
                return body.charAt(i);
            }
        }
        return ' ';
    }

    private static boolean looksLikeAForm(String body) {
        int equals = body.indexOf('=');
        return equals > 0 && body.indexOf(' ') < 0 && body.indexOf('<') < 0;
    }
}
