package ai.kongguard.detect.model;

import ai.kongguard.detect.normalize.Ascii;
import java.util.Arrays;

/**
 * Cuts lower-case text into the tokens that query languages, markup, scripts and shells share. White space vanishes,
 * as does a short comment, since both are free in most of these languages; line breaks stay. One pass, linear.
 * Holds the tokens of the last text read; not thread-safe.
 */
final class Lexer {

    /** Token classes below this are those of {@link WordClass}, by ordinal. */
    static final int NUMBER = 40;

    static final int HEX_NUMBER = 41;
    static final int PAIR = 42;
    static final int PUNCTUATION = 64;
    static final int CONTROL = 192;

    /** More tokens than anybody reads; the caller looks at the text in parts when it is longer. */
    static final int MAX_TOKENS = 40_000;

    /** A longer comment may hide something that is not for a database. */
    private static final int SHORT_COMMENT = 32;

    private static final int LONGEST_LISTED_WORD = 30;

    /** What characters may stand in a word: 1 letters and the underscore, 2 digits; others 0. */
    private static final byte[] IN_WORD = inWord();

    /** The text; longer than that. */
    char[] chars = new char[256];

    private int length;
    int count;
    int[] start = new int[64];
    int[] end = new int[64];

    /** Identity of the token: what it says. */
    int[] word = new int[64];

    /** What the token may mean: a {@link WordClass}, a number, or the punctuation itself. */
    short[] kind = new short[64];

    /** How many short comments stood between tokens. */
    int comments;

    /** How many words a language would know. */
    int listedWords;

    /** How many words are plain ones. */
    int plainWords;

    void read(String text) {
        count = 0;
        comments = 0;
        listedWords = 0;
        plainWords = 0;
        length = text.length();
        if (chars.length < length) {
            chars = new char[Math.max(length, 2 * chars.length)];
        }
        text.getChars(0, length, chars, 0);
        int i = 0;
        while (i < length && count < MAX_TOKENS) {
            char c = chars[i];
            if (isWordStart(c)) {
                i = word(i);
            } else if (Ascii.isDigit(c)) {
                i = number(i);
            } else if (c == ' ' || c == '\t' || c == 0xa0 || c == 0x0b || c == '\f') {
                i++;
            } else if (c == '/' && i + 1 < length && chars[i + 1] == '*') {
                i = comment(i);
            } else {
                i = punctuation(i);
            }
        }
    }

    private int word(int from) {
        int hash = 0x811c9dc5;
        int i = from;
        boolean digits = false;
        boolean foreign = false;
        while (i < length) {
            char c = chars[i];
            if (c > 0x7f) {
                if (c == 0xa0) {
                    break;
                }
                foreign = true;
            } else {
                int kindOfCharacter = IN_WORD[c];
                if (kindOfCharacter == 0) {
                    break;
                }
                digits |= kindOfCharacter == 2;
            }
            hash = (hash ^ c) * 0x01000193;
            i++;
        }
        int size = i - from;
        WordClass wordClass = size > LONGEST_LISTED_WORD || foreign ? WordClass.NONE : WordClass.ofListed(hash);
        if (wordClass == WordClass.NONE
                && size > 4
                && size < 32
                && chars[from] == 'o'
                && chars[from + 1] == 'n'
                && isAssigned(i)) {
            wordClass = WordClass.EVENT_ATTRIBUTE;
        }
        if (wordClass == WordClass.NONE) {
            plainWords++;
            wordClass = form(size, digits, foreign);
        } else {
            listedWords++;
        }
        add(from, i, hash, wordClass.ordinal());
        return i;
    }

    private static WordClass form(int size, boolean digits, boolean foreign) {
        if (size > 32) {
            return WordClass.BLOB;
        }
        if (foreign) {
            return WordClass.FOREIGN_WORD;
        }
        if (digits) {
            return WordClass.MIXED_WORD;
        }
        return size <= 3 ? WordClass.SHORT_WORD : size <= 12 ? WordClass.WORD : WordClass.LONG_WORD;
    }

    /** Whether an equals sign follows, as after the name of an event attribute. */
    private boolean isAssigned(int from) {
        int i = from;
        while (i < length && (chars[i] <= ' ' || chars[i] == '/')) {
            i++;
        }
        return i < length && chars[i] == '=';
    }

    private int number(int from) {
        int i = from + 1;
        boolean hex = chars[from] == '0' && i < length && chars[i] == 'x';
        if (hex) {
            i++;
        }
        while (i < length) {
            char c = chars[i];
            boolean part = Ascii.isDigit(c) || (hex && Ascii.isLetter(c));
            boolean fraction = c == '.' && i + 1 < length && Ascii.isDigit(chars[i + 1]);
            if (!part && !fraction) {
                break;
            }
            i++;
        }
        add(from, i, hex ? 3 : i - from == 1 ? 5 : 7, hex ? HEX_NUMBER : NUMBER);
        return i;
    }

    private int comment(int from) {
        if (from + 2 < length && chars[from + 2] == '!') {
            // MySQL runs what stands in such a comment, from a version on.
            comments++;
            int i = from + 3;
            while (i < length && Ascii.isDigit(chars[i])) {
                i++;
            }
            return i;
        }
        int limit = Math.min(length - 1, from + 2 + SHORT_COMMENT);
        for (int i = from + 2; i < limit; i++) {
            char c = chars[i];
            if (c == '<') {
                break;
            }
            if (c == '*' && chars[i + 1] == '/') {
                comments++;
                return i + 2;
            }
        }
        add(from, from + 2, '/' * 31 + '*', PAIR + 1);
        return from + 2;
    }

    private int punctuation(int from) {
        char c = chars[from];
        if (c < ' ' || c == 0x7f) {
            add(from, from + 1, c, CONTROL + (c & 31));
            return from + 1;
        }
        char next = from + 1 < length ? chars[from + 1] : ' ';
        int pair = pair(c, next);
        if (pair > 0) {
            add(from, from + 2, c * 31 + next, PAIR + pair);
            return from + 2;
        }
        add(from, from + 1, c, PUNCTUATION + (c & 127));
        return from + 1;
    }

    /** A number for two characters that mean something together; 0 for others. */
    private static int pair(char c, char next) {
        return switch (c) {
            case '-' -> next == '-' ? 2 : 0;
            case '|' -> next == '|' ? 3 : 0;
            case '&' -> next == '&' ? 4 : 0;
            case '.' -> next == '.' ? 5 : 0;
            case '<' -> next == '!' ? 6 : next == '/' ? 7 : next == '%' ? 8 : next == '?' ? 9 : next == '=' ? 10 : 0;
            case '/' -> next == '>' ? 11 : next == '/' ? 12 : 0;
            case '$' -> next == '{' ? 13 : next == '(' ? 14 : 0;
            case '{' -> next == '{' ? 15 : next == '%' ? 16 : 0;
            case '}' -> next == '}' ? 17 : 0;
            case '%' -> next == '>' ? 18 : next == '}' ? 16 : next == '{' ? 13 : 0;
            case '#' -> next == '{' ? 13 : 0;
            case '*' -> next == '/' ? 1 : next == '{' ? 13 : 0;
            case '=' -> next == '=' ? 19 : 0;
            case '!' -> next == '=' ? 19 : 0;
            case ')' -> next == ')' ? 20 : 0;
            case '>' -> next == '=' ? 10 : 0;
            default -> 0;
        };
    }

    private static boolean isWordStart(char c) {
        return c > 0x7f ? c != 0xa0 : IN_WORD[c] == 1;
    }

    private static byte[] inWord() {
        byte[] classes = new byte[128];
        for (char c = 0; c < classes.length; c++) {
            classes[c] = (byte) (Ascii.isLetter(c) || c == '_' ? 1 : Ascii.isDigit(c) ? 2 : 0);
        }
        return classes;
    }

    private void add(int from, int to, int identity, int tokenKind) {
        if (count == start.length) {
            int larger = 2 * count;
            start = Arrays.copyOf(start, larger);
            end = Arrays.copyOf(end, larger);
            word = Arrays.copyOf(word, larger);
            kind = Arrays.copyOf(kind, larger);
        }
        start[count] = from;
        end[count] = to;
        word[count] = identity;
        kind[count] = (short) tokenKind;
        count++;
    }
}
