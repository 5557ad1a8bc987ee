package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;

/** The parts of a multipart body: each one's text and file name. A body without its boundary is one value. */
final class MultipartValues {

    private static final String BOUNDARY = "boundary=";

    private MultipartValues() {}

    static void add(String contentType, String body, ValueSink sink) {
        int at = contentType.indexOf(BOUNDARY);
        if (at < 0) {
            sink.add(Kind.DOCUMENT, "body", body, false);
            return;
        }
        String boundary = "--" + unquote(contentType.substring(at + BOUNDARY.length()));
        int start = body.indexOf(boundary);
        if (start < 0 || boundary.length() <= 2) {
            sink.add(Kind.DOCUMENT, "body", body, false);
            return;
        }
        while (start >= 0 && !sink.isFull()) {
            int from = start + boundary.length();
            int end = body.indexOf(boundary, from);
            part(body.substring(from, end < 0 ? body.length() : end), sink);
            start = end;
        }
    }

    private static void part(String part, ValueSink sink) {
        int blank = part.indexOf("\r\n\r\n");
        int skip = 4;
        if (blank < 0) {
            blank = part.indexOf("\n\n");
            skip = 2;
        }
        if (blank < 0) {
            return;
        }
        String head = part.substring(0, blank);
        String name = attribute(head, " name=");
        sink.add(
                Kind.LEAF,
                "body." + (name.isEmpty() ? "-" : name),
                part.substring(blank + skip).strip(),
                false);
        String fileName = attribute(head, "filename=");
        if (!fileName.isEmpty()) {
            sink.add(Kind.LEAF, "body." + (name.isEmpty() ? "-" : name), fileName, false);
        }
    }

    private static String attribute(String head, String name) {
        int at = head.indexOf(name);
        if (at < 0) {
            return "";
        }
        int end = head.indexOf('\n', at);
        return unquote(head.substring(at + name.length(), end < 0 ? head.length() : end));
    }

    private static String unquote(String text) {
        String stripped = text.strip();
        if (stripped.startsWith("\"")) {
            int end = stripped.indexOf('"', 1);
            return end < 0 ? stripped.substring(1) : stripped.substring(1, end);
        }
        int end = stripped.indexOf(';');
        return end < 0 ? stripped : stripped.substring(0, end);
    }
}
