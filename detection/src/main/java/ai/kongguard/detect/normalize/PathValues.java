package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;

/** The path as a whole, and each segment and segment parameter that is more than a word. */
final class PathValues {

    private static final String FIELD = "path";

    private PathValues() {}

    static void add(String path, ValueSink sink) {
        Excerpt whole = Excerpt.whole(path);
        if (!Plain.isPath(path)) {
            sink.add(Kind.PATH, FIELD, whole, Syntax.URL);
        }
        int start = 0;
        for (int i = 0; i <= path.length() && !sink.isFull(); i++) {
            boolean end = i == path.length() || path.charAt(i) == '/' || path.charAt(i) == ';';
            if (end) {
                segment(whole, start, i, sink);
                start = i + 1;
            }
        }
    }

    /** Dots are steps of the path, and the whole shows them. */
    private static void segment(Excerpt path, int start, int end, ValueSink sink) {
        boolean dots = true;
        for (int i = start; i < end && dots; i++) {
            dots = path.text().charAt(i) == '.';
        }
        if (!dots) {
            sink.add(Kind.SEGMENT, FIELD, "", path, start, end, Syntax.URL);
        }
    }
}
