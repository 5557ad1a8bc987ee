package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;

/**
 * The text leaves of JSON, the names that are no plain names, and the operators of queries with what they are given.
 * Reads several documents in a row, single quotes and bare names too, as lenient parsers do, and never gives up: what a
 * broken document holds is found as well. A library would neither, nor say where each character stood. Linear.
 */
final class JsonValues {

    /** Names further out than that are forgotten. */
    private static final int MAX_NESTING = 64;

    private static final int MAX_NAME = 64;

    /** Characters of an operator and its value. */
    private static final int MAX_OPERATOR = 256;

    private final Excerpt source;
    private final String text;
    private final String field;
    private final ValueSink sink;
    private final int[] scopeStart = new int[MAX_NESTING + 1];
    private final int[] scopeEnd = new int[MAX_NESTING + 1];
    private int nameStart;
    private int nameEnd;
    private int depth;
    private boolean broken;

    private JsonValues(Excerpt source, String field, ValueSink sink) {
        this.source = source;
        this.text = source.text();
        this.field = field;
        this.sink = sink;
    }

    /** Whether a value could be an object or an array. */
    static boolean isLikely(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        if (end - start < 4) {
            return false;
        }
        char first = text.charAt(start);
        char last = text.charAt(end - 1);
        boolean bracketed = (first == '{' && last == '}') || (first == '[' && last == ']');
        return bracketed && text.indexOf('"') >= 0;
    }

    /** Adds the values; whether the document was sound. */
    static boolean add(Excerpt source, String field, ValueSink sink) {
        return new JsonValues(source, field, sink).walk();
    }

    private boolean walk() {
        int i = 0;
        while (i < text.length() && !sink.isFull()) {
            char c = text.charAt(i);
            switch (c) {
                case '{', '[' -> open();
                case '}', ']' -> close();
                case ',' -> forgetName();
                case '"', '\'' -> i = string(i, c) - 1;
                default -> {
                    if (c > ' ' && c != ':' && c != 0xfeff) {
                        i = bare(i) - 1;
                    }
                }
            }
            i++;
        }
        return !broken && depth == 0;
    }

    private void open() {
        int outer = Math.min(depth, MAX_NESTING);
        int inner = Math.min(depth + 1, MAX_NESTING);
        boolean named = nameEnd > nameStart;
        scopeStart[inner] = named ? nameStart : scopeStart[outer];
        scopeEnd[inner] = named ? nameEnd : scopeEnd[outer];
        depth++;
        broken |= depth > MAX_NESTING;
        forgetName();
    }

    private void close() {
        broken |= depth == 0;
        depth = Math.max(0, depth - 1);
        forgetName();
    }

    private void forgetName() {
        nameStart = 0;
        nameEnd = 0;
    }

    /** Reads a string and what it is; returns where it ends. */
    private int string(int quote, char mark) {
        int end = endOfString(quote, mark, text.length());
        boolean closed = end < text.length();
        broken |= !closed || mark == '\'';
        int after = closed ? skipSpace(end + 1) : end;
        if (depth > 0 && nameEnd == nameStart && after < text.length() && text.charAt(after) == ':') {
            name(quote, quote + 1, end, after + 1);
        } else {
            leaf(quote + 1, end);
        }
        return closed ? end + 1 : end;
    }

    /** Numbers, true, false and null say nothing; other bare words are what only lenient parsers take. */
    private int bare(int start) {
        int end = start;
        boolean number = true;
        while (end < text.length() && "{}[],:\"".indexOf(text.charAt(end)) < 0 && text.charAt(end) > ' ') {
            char c = text.charAt(end);
            number &= Ascii.isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
            end++;
        }
        int length = end - start;
        boolean literal = (length == 4 && (text.startsWith("true", start) || text.startsWith("null", start)))
                || (length == 5 && text.startsWith("false", start));
        if (!number && !literal) {
            broken = true;
            int after = skipSpace(end);
            if (after < text.length() && text.charAt(after) == ':') {
                name(start, start, end, after + 1);
            } else {
                leaf(start, end);
            }
        }
        return end;
    }

    private void name(int from, int start, int end, int value) {
        nameStart = start;
        nameEnd = end;
        boolean plain = isName(start, end);
        if (plain && end - start < "@type".length() && text.charAt(start) != '$') {
            return;
        }
        Excerpt name = plain && text.charAt(start) != '$' && text.charAt(start) != '@' && !isPrototype(start, end)
                ? null
                : JsonStrings.unescape(source.part(start, end));
        if (name != null && isOperator(name.text())) {
            sink.add(Kind.NAME, field(0, 0), source.part(from, endOfValue(from, value)), Syntax.TEXT);
        } else if (name != null && !plain) {
            sink.add(Kind.NAME, field(0, 0), name, Syntax.TEXT);
        }
    }

    private boolean isPrototype(int start, int end) {
        return end - start >= 9 && (text.startsWith("__proto__", start) || text.startsWith("constructor", start));
    }

    private static boolean isOperator(String name) {
        return name.startsWith("$") || name.equals("@type") || name.equals("__proto__") || name.equals("constructor");
    }

    private void leaf(int start, int end) {
        if (end - start < HiddenTexts.MIN_LENGTH && Plain.isWord(text, start, end)) {
            return;
        }
        String place = field(nameStart, nameEnd);
        Excerpt leaf = JsonStrings.unescape(source.part(start, end));
        boolean graphQl = depth <= 2 && nameEnd - nameStart == 5 && text.startsWith("query", nameStart);
        if (graphQl && leaf.text().indexOf('{') >= 0) {
            GraphQlValues.add(leaf, place, sink);
        } else {
            sink.add(Kind.LEAF, place, leaf, Syntax.TEXT);
        }
    }

    /** The innermost name stands for the place; names of odd characters are not repeated. */
    private String field(int start, int end) {
        int scope = Math.min(depth, MAX_NESTING);
        int from = end > start ? start : scopeStart[scope];
        int to = end > start ? end : scopeEnd[scope];
        return field.equals("body") && to > from && isName(from, to) ? "body." + text.substring(from, to) : field;
    }

    private boolean isName(int start, int end) {
        if (end == start || end - start > MAX_NAME) {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Ascii.isWord(c) && "-.$@ :/".indexOf(c) < 0 && (c < 0x80 || !Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return true;
    }

    private int endOfString(int quote, char mark, int limit) {
        int i = quote + 1;
        while (i < limit && text.charAt(i) != mark) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, limit);
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    /** The end of the value that begins at {@code value}, or the bound if that comes first. */
    private int endOfValue(int from, int value) {
        int limit = Math.min(text.length(), from + MAX_OPERATOR);
        int nesting = 0;
        int i = value;
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(i, c, limit);
            } else if (c == '{' || c == '[') {
                nesting++;
            } else if (c == '}' || c == ']' || c == ',') {
                if (nesting == 0) {
                    break;
                }
                nesting -= c == ',' ? 0 : 1;
                if (nesting == 0) {
                    i++;
                    break;
                }
            }
            i++;
        }
        return Math.max(value, Math.min(i, limit));
    }
}
