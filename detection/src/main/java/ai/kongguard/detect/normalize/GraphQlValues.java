package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;

/** A GraphQL document as a whole, and the strings it passes as arguments. */
final class GraphQlValues {

    private static final String BLOCK = "\"\"\"";

    private GraphQlValues() {}

    static void add(Excerpt document, String field, ValueSink sink) {
        sink.add(Kind.DOCUMENT, field, document, Syntax.TEXT);
        String text = document.text();
        int i = 0;
        while (i < text.length() && !sink.isFull()) {
            char c = text.charAt(i);
            if (c == '#') {
                int line = text.indexOf('\n', i);
                i = line < 0 ? text.length() : line;
            } else if (text.startsWith(BLOCK, i)) {
                int close = text.indexOf(BLOCK, i + 3);
                int end = close < 0 ? text.length() : close;
                sink.add(Kind.LEAF, field, document.part(i + 3, end), Syntax.TEXT);
                i = end + 2;
            } else if (c == '"') {
                int end = endOfString(text, i + 1);
                sink.add(Kind.LEAF, field, JsonStrings.unescape(document.part(i + 1, end)), Syntax.TEXT);
                i = end;
            }
            i++;
        }
    }

    private static int endOfString(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }
}
