package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;
import java.util.Locale;

/** The parts of a multipart body: what each one holds, by its own type, its name, file name and type. */
final class MultipartValues {

    /** The standard allows 70; a long one that repeats itself makes every search slow. */
    private static final int LONGEST_BOUNDARY = 100;

    private final Excerpt body;
    private final String text;
    private final ValueSink sink;

    private MultipartValues(Excerpt body, ValueSink sink) {
        this.body = body;
        this.text = body.text();
        this.sink = sink;
    }

    /** Adds the values; false when the body has no parts. */
    static boolean add(String contentType, Excerpt body, ValueSink sink) {
        String text = body.text();
        String named = attribute(contentType, 0, contentType.length(), "boundary");
        String boundary = named.isEmpty() ? firstLine(text) : "--" + named;
        int start = boundary.length() > 2 && boundary.length() <= LONGEST_BOUNDARY ? text.indexOf(boundary) : -1;
        if (start < 0) {
            return false;
        }
        MultipartValues parts = new MultipartValues(body, sink);
        if (start > 0) {
            sink.add(Kind.LEAF, "body", body.part(0, start), Syntax.TEXT);
        }
        while (start >= 0 && !sink.isFull()) {
            int from = start + boundary.length();
            int next = text.indexOf(boundary, from);
            parts.part(from, next < 0 ? text.length() : next);
            start = next;
        }
        return true;
    }

    /** A boundary that nobody named is the line that the body begins with. */
    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        if (!text.startsWith("--") || end < 0 || end > LONGEST_BOUNDARY) {
            return "";
        }
        return text.substring(0, end).strip();
    }

    private void part(int start, int end) {
        int blank = find("\r\n\r\n", start, end);
        int skip = 4;
        if (blank < 0) {
            blank = find("\n\n", start, end);
            skip = 2;
        }
        if (blank < 0) {
            // Behind the last boundary, or a part without a head.
            int from = text.startsWith("--", start) ? start + 2 : start;
            sink.add(Kind.LEAF, "body.", "-", body, skipSpace(text, Math.min(from, end), end), end, Syntax.TEXT);
            return;
        }
        String name = attribute(text, start, blank, "name");
        String field = "body." + (isName(name) ? name : "-");
        quoted(start, blank, "name", Kind.NAME, field);
        quoted(start, blank, "filename", Kind.LEAF, field);
        quoted(start, blank, "filename*", Kind.LEAF, field);
        String type = header(start, blank, "content-type", field);
        int from = blank + skip;
        int to = end;
        while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
            to--;
        }
        boolean structured = type.contains("json") || type.contains("xml") || looksStructured(from, to);
        if (structured) {
            BodyValues.add(type, body.part(from, to), field, sink);
        } else {
            sink.add(Kind.LEAF, field, body.part(from, to), Syntax.TEXT);
        }
    }

    private boolean looksStructured(int from, int to) {
        char first = from < to ? text.charAt(from) : ' ';
        return first == '{' || first == '[' || text.startsWith("<?xml", from) || text.startsWith("<!DOCTYPE", from);
    }

    private void quoted(int start, int end, String name, Kind kind, String field) {
        int at = attributeAt(text, start, end, name);
        if (at < 0) {
            return;
        }
        int to = endOfAttribute(text, at, end);
        int from = text.charAt(at) == '"' ? at + 1 : at;
        if (kind != Kind.NAME || !isName(text.substring(Math.min(from, to), to))) {
            sink.add(kind, field, "", body, Math.min(from, to), to, Syntax.TEXT);
        }
    }

    /** A header of the part in lower case; added as a value when it is more than a type. */
    private String header(int start, int end, String name, String field) {
        for (int i = start; i < end; i++) {
            boolean line = i == start || text.charAt(i - 1) == '\n';
            if (line && text.regionMatches(true, i, name + ":", 0, name.length() + 1)) {
                int from = skipSpace(text, i + name.length() + 1, end);
                int newline = find("\n", from, end);
                int to = newline < 0 ? end : text.charAt(newline - 1) == '\r' ? newline - 1 : newline;
                to = Math.max(from, to);
                if (!isType(from, to)) {
                    sink.add(Kind.LEAF, field, "", body, from, to, Syntax.TEXT);
                }
                return text.substring(from, to).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private boolean isType(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Ascii.isWord(c) && " /-+.;=\"".indexOf(c) < 0) {
                return false;
            }
        }
        return find("..", start, end) < 0;
    }

    private int find(String wanted, int start, int end) {
        for (int i = start; i + wanted.length() <= end; i++) {
            if (text.startsWith(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Ascii.isWord(c) && "-.[]".indexOf(c) < 0 && (c < 0x80 || !Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= 64;
    }

    private static String attribute(String head, int start, int end, String name) {
        int at = attributeAt(head, start, end, name);
        if (at < 0) {
            return "";
        }
        int from = head.charAt(at) == '"' ? at + 1 : at;
        int to = endOfAttribute(head, at, end);
        return head.substring(Math.min(from, to), to);
    }

    /** Where the value of an attribute begins, its quote included; -1 when there is none. */
    private static int attributeAt(String head, int start, int end, String name) {
        for (int i = start + 1; i + name.length() < end; i++) {
            char before = head.charAt(i - 1);
            boolean separated = before == ';' || before <= ' ';
            if (separated && head.regionMatches(true, i, name, 0, name.length())) {
                int at = skipSpace(head, i + name.length(), end);
                if (at < end && head.charAt(at) == '=') {
                    int value = skipSpace(head, at + 1, end);
                    return value < end ? value : -1;
                }
            }
        }
        return -1;
    }

    private static int endOfAttribute(String head, int at, int end) {
        boolean quoted = head.charAt(at) == '"';
        int i = quoted ? at + 1 : at;
        while (i < end && head.charAt(i) != '\n' && head.charAt(i) != (quoted ? '"' : ';')) {
            i += quoted && head.charAt(i) == '\\' && i + 1 < end && head.charAt(i + 1) == '"' ? 2 : 1;
        }
        while (!quoted && i > at && head.charAt(i - 1) <= ' ') {
            i--;
        }
        return i;
    }

    private static int skipSpace(String head, int from, int end) {
        int i = from;
        while (i < end && head.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }
}
