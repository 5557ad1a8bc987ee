package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;

/**
 * The texts of an XML document: its prolog with the document type and its internal subset as one, processing
 * instructions, texts, attribute values, and elements that include something whole. A tolerant scanner that resolves
 * nothing, since resolving is the attack. Linear in the length.
 */
final class XmlValues {

    private final Excerpt source;
    private final String text;
    private final String field;
    private final ValueSink sink;
    private final int lastComment;
    private final int lastData;
    private final int lastInstruction;
    private int elementStart;
    private int elementEnd;

    private XmlValues(Excerpt source, String field, ValueSink sink) {
        this.source = source;
        this.text = source.text();
        this.field = field;
        this.sink = sink;
        lastComment = text.lastIndexOf("-->");
        lastData = text.lastIndexOf("]]>");
        lastInstruction = text.lastIndexOf("?>");
    }

    /** Whether a text begins as documents do. */
    static boolean isLikely(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == 0xfeff)) {
            i++;
        }
        return i < text.length()
                && text.charAt(i) == '<'
                && (text.startsWith("<?xml", i)
                        || text.regionMatches(true, i, "<!doctype", 0, 9)
                        || text.regionMatches(true, i, "<soap", 0, 5));
    }

    static void add(Excerpt source, String field, ValueSink sink) {
        new XmlValues(source, field, sink).walk();
    }

    private void walk() {
        int i = 0;
        while (i < text.length() && !sink.isFull()) {
            if (text.charAt(i) != '<') {
                int open = text.indexOf('<', i);
                int end = open < 0 ? text.length() : open;
                text(i, end);
                i = end;
            } else if (text.startsWith("<!--", i)) {
                i = after("-->", i + 4, lastComment);
            } else if (text.startsWith("<![CDATA[", i)) {
                int end = after("]]>", i + 9, lastData);
                text(i + 9, lastData < i + 9 ? end : end - 3);
                i = end;
            } else if (text.startsWith("<?", i)) {
                i = instruction(i);
            } else if (text.regionMatches(true, i, "<!doctype", 0, 9)) {
                int end = endOfDocumentType(i);
                sink.add(Kind.DOCUMENT, field, source.part(i, end), Syntax.TEXT);
                i = end;
            } else {
                i = tag(i);
            }
        }
    }

    /** Behind the next {@code mark}, or the end of the text. */
    private int after(String mark, int from, int last) {
        return last < from ? text.length() : text.indexOf(mark, from) + mark.length();
    }

    private int instruction(int start) {
        int end = after("?>", start + 2, lastInstruction);
        boolean declaration = text.startsWith("<?xml", start) && start + 5 < end && text.charAt(start + 5) <= ' ';
        if (!declaration) {
            sink.add(Kind.LEAF, field, source.part(start, end), Syntax.TEXT);
        }
        return end;
    }

    /** The bracket that closes it, outside quotes and the internal subset. */
    private int endOfDocumentType(int start) {
        int subset = 0;
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                subset++;
            } else if (c == ']') {
                subset--;
            } else if (c == '>' && subset <= 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private int tag(int start) {
        boolean closing = start + 1 < text.length() && text.charAt(start + 1) == '/';
        int nameStart = start + (closing ? 2 : 1);
        int nameEnd = endOfName(nameStart);
        if (nameEnd == nameStart) {
            return start + 1;
        }
        elementStart = nameStart;
        elementEnd = nameEnd;
        int end = attributes(nameEnd);
        if (isInclude(nameStart, nameEnd) && !closing) {
            sink.add(Kind.LEAF, field, source.part(start, end), Syntax.TEXT);
        }
        return end;
    }

    /** Reads attributes up to the end of the tag, which is returned. */
    private int attributes(int from) {
        int i = from;
        int nameStart = from;
        int nameEnd = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '>' || c == '<') {
                return c == '>' ? i + 1 : i;
            }
            if (c == '"' || c == '\'') {
                int close = i + 1;
                while (close < text.length() && text.charAt(close) != c) {
                    close++;
                }
                value(nameStart, nameEnd, i + 1, close);
                i = close;
            } else if (isNameCharacter(c)) {
                nameStart = i;
                nameEnd = endOfName(i);
                i = nameEnd - 1;
            }
            i++;
        }
        return text.length();
    }

    private void text(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        value(elementStart, elementEnd, from, to);
    }

    private void value(int nameStart, int nameEnd, int start, int end) {
        boolean plain = end - start < HiddenTexts.MIN_LENGTH && Plain.isWord(text, start, end);
        if (plain || start >= end) {
            return;
        }
        int local = nameStart;
        for (int i = nameStart; i < nameEnd; i++) {
            local = text.charAt(i) == ':' ? i + 1 : local;
        }
        boolean named = field.equals("body") && nameEnd > local && nameEnd - local <= 64;
        String place = named ? "body." + text.substring(local, nameEnd) : field;
        sink.add(Kind.LEAF, place, source.part(start, end), Syntax.TEXT);
    }

    private boolean isInclude(int start, int end) {
        boolean include = end - start >= 8 && text.regionMatches(true, end - 8, ":include", 0, 8);
        return include || text.regionMatches(true, start, "xsl:", 0, 4);
    }

    private int endOfName(int start) {
        int i = start;
        while (i < text.length() && isNameCharacter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isNameCharacter(char c) {
        return Ascii.isWord(c) || c == ':' || c == '-' || c == '.' || (c > 0x7f && Character.isLetterOrDigit(c));
    }
}
