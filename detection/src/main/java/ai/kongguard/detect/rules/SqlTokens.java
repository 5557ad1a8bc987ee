package ai.kongguard.detect.rules;

import ai.kongguard.detect.normalize.Ascii;
import java.util.Arrays;

/**
 * The first tokens of a piece of SQL, read from a place in the middle of a value. Comments between tokens vanish, as
 * they do in a database; what MySQL runs inside a version comment is read. Bounded by {@link #MAX}, single-threaded.
 */
final class SqlTokens {

    /** Enough for any break-out; what an attacker appends after it changes nothing. */
    static final int MAX = 160;

    /** No word that means something is longer, and cutting long ones out again and again is slow. */
    private static final int MAX_WORD = 64;

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        SEMICOLON,
        COMMENT,
        OTHER
    }

    private final String text;
    /** Most values are a word or two. */
    private static final int FEW = 16;

    private Kind[] kinds = new Kind[FEW];
    private int[] starts = new int[FEW];
    private int[] ends = new int[FEW];
    private int count;

    private SqlTokens(String text) {
        this.text = text;
    }

    /** Reads lower-case text from {@code from} on. */
    static SqlTokens read(String lower, int from) {
        SqlTokens tokens = new SqlTokens(lower);
        int i = from;
        while (i < lower.length() && tokens.count < MAX) {
            i = tokens.next(i);
        }
        return tokens;
    }

    int count() {
        return count;
    }

    boolean is(int index, Kind kind) {
        return index < count && kinds[index] == kind;
    }

    boolean isWord(int index, String word) {
        return is(index, Kind.WORD) && isText(index, word);
    }

    boolean isOperator(int index, String operator) {
        return is(index, Kind.OPERATOR) && isText(index, operator);
    }

    /** Number, string, true, false or null. */
    boolean isLiteral(int index) {
        return is(index, Kind.NUMBER)
                || is(index, Kind.STRING)
                || isWord(index, "true")
                || isWord(index, "false")
                || isWord(index, "null");
    }

    /** The token as it stands, long ones cut; empty beyond the last. */
    String textOf(int index) {
        return index < count ? text.substring(starts[index], Math.min(ends[index], starts[index] + MAX_WORD)) : "";
    }

    String word(int index) {
        return is(index, Kind.WORD) ? textOf(index) : "";
    }

    int start(int index) {
        return index < count ? starts[index] : text.length();
    }

    int end(int index) {
        return index < count ? ends[index] : text.length();
    }

    private boolean isText(int index, String wanted) {
        return ends[index] - starts[index] == wanted.length() && text.startsWith(wanted, starts[index]);
    }

    private int next(int i) {
        char c = text.charAt(i);
        if (Ascii.isSpace(c)) {
            return i + 1;
        }
        if (c == '/' && text.startsWith("/*", i)) {
            return blockComment(i);
        }
        if (c == '*' && text.startsWith("*/", i)) {
            return i + 2;
        }
        if (c == '#' || text.startsWith("--", i)) {
            int newline = text.indexOf('\n', i);
            return add(Kind.COMMENT, i, newline < 0 ? text.length() : newline);
        }
        if (c == '\'' || c == '"') {
            return add(Kind.STRING, i, endOfString(i, c));
        }
        if (Ascii.isDigit(c)) {
            return add(Kind.NUMBER, i, endOfWord(i));
        }
        if (Ascii.isLetter(c) || c == '_' || c == '@' || c == '$' || c == '`' || c == '[' || c > 0x7f) {
            return add(Kind.WORD, i, c == '@' || c == '`' || c == '[' ? endOfName(i) : endOfWord(i));
        }
        return switch (c) {
            case '(' -> add(Kind.OPEN, i, i + 1);
            case ')' -> add(Kind.CLOSE, i, i + 1);
            case ',' -> add(Kind.COMMA, i, i + 1);
            case ';' -> add(Kind.SEMICOLON, i, i + 1);
            case '=', '<', '>', '!', '|', '&', '+', '-', '*', '/', '%', '^', '~' ->
                add(Kind.OPERATOR, i, endOfOperator(i));
            default -> add(Kind.OTHER, i, i + 1);
        };
    }

    /** An unclosed comment ends the statement; a version comment is code. */
    private int blockComment(int i) {
        if (text.startsWith("/*!", i)) {
            int code = i + 3;
            while (code < text.length() && Ascii.isDigit(text.charAt(code))) {
                code++;
            }
            return code;
        }
        int end = text.indexOf("*/", i + 2);
        return end < 0 ? add(Kind.COMMENT, i, text.length()) : end + 2;
    }

    private int add(Kind kind, int start, int end) {
        if (count == kinds.length) {
            int larger = Math.min(MAX, 2 * count);
            kinds = Arrays.copyOf(kinds, larger);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
        }
        kinds[count] = kind;
        starts[count] = start;
        ends[count] = end;
        count++;
        return end;
    }

    private int endOfString(int start, char quote) {
        int i = start + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
            i++;
        }
        return text.length();
    }

    private int endOfWord(int start) {
        int i = start + 1;
        while (i < text.length() && (Ascii.isWord(text.charAt(i)) || text.charAt(i) == '.' || text.charAt(i) > 0x7f)) {
            i++;
        }
        return i;
    }

    private int endOfName(int start) {
        int i = start + 1;
        while (i < text.length() && (Ascii.isWord(text.charAt(i)) || "@`].".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private int endOfOperator(int start) {
        int i = start + 1;
        while (i < text.length() && "=<>|&".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
