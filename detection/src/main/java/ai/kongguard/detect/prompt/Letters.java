package ai.kongguard.detect.prompt;

import java.text.Normalizer;

/**
 * Letters as a reader takes them: without accents, with look-alikes of other scripts as Latin ones, and without what
 * nobody sees. Words of other scripts are folded in the same way, so they stay comparable to each other. Pure.
 */
final class Letters {

    /** What {@link #fold} makes of a character that is not there for a reader. */
    static final char NOTHING = 0;

    private static final int TABLE = 0x600;

    /** Each character and the letter it looks like. */
    private static final String LOOK_ALIKES = "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s"
            + "\u04bbh\u043ak\u03b1a\u03bfo\u03b5e\u03b9i\u03bak\u03bdv\u03c1p\u03c4t\u03c5u\u03c7x\u03b7n\u00dfs\u00f8o"
            + "\u0142l\u0111d\u0131i\u00e6a\u0251a\u0261g\u026ai\u0262g\u0274n\u0280r\u028fy\u0299b\u029ch\u029fl";

    private static final String SMALL_CAPITALS =
            "\u1d00a\u1d04c\u1d05d\u1d07e\u1d0aj\u1d0bk\u1d0dm\u1d0fo\u1d18p" + "\u1d1bt\u1d1cu\u1d20v\u1d21w\u1d22z";

    private static final char[] FOLDED = table();

    /** Digits that stand for letters, from 0 to 9. */
    private static final String DIGITS = "oizeasgtbg";

    private Letters() {}

    /**
     * The letter, digit or ASCII sign at {@code index} of a text in lower case; a blank for white space, underscores and
     * hyphens, a full stop for any other sign, and {@link #NOTHING} for what is invisible or part of the one before.
     */
    static char fold(String text, int index) {
        char c = text.charAt(index);
        if (c < TABLE) {
            return FOLDED[c];
        }
        if (Character.isHighSurrogate(c) && index + 1 < text.length()) {
            return supplementary(Character.codePointAt(text, index));
        }
        if (Character.isLowSurrogate(c)) {
            return NOTHING;
        }
        if (c >= 0x24b6 && c <= 0x24e9) {
            return (char) ('a' + (c - 0x24b6) % 26);
        }
        int small = c < 0x1d80 && c >= 0x1d00 ? SMALL_CAPITALS.indexOf(c) : -1;
        return small >= 0 ? SMALL_CAPITALS.charAt(small + 1) : other(c);
    }

    /** The letter that a digit stands for within a word; any other character as it is. */
    static char spelled(char c) {
        return c >= '0' && c <= '9' ? DIGITS.charAt(c - '0') : c;
    }

    /** Whether a word may begin or end at any such character, since blanks do not part words. */
    static boolean isUnspaced(char c) {
        return c >= 0x0e00 && (c <= 0x0e7f || (c >= 0x3040 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3));
    }

    /** Whether a character begins one of the invisible tags. */
    static boolean isTag(char c) {
        return c == 0xdb40;
    }

    static boolean isWord(char c) {
        return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') : Character.isLetterOrDigit(c);
    }

    /** Mathematical letters, letters in squares and circles, and tags, which nobody sees and models read. */
    private static char supplementary(int point) {
        if (point >= 0x1d400 && point < 0x1d6a4) {
            return (char) ('a' + (point - 0x1d400) % 26);
        }
        if (point >= 0x1f130 && point < 0x1f18a) {
            return (char) ('a' + (point - 0x1f130) % 32 % 26);
        }
        if (point >= 0xe0020 && point < 0xe007f) {
            return FOLDED[point - 0xe0000];
        }
        return '.';
    }

    private static char other(char c) {
        if (Character.isLetterOrDigit(c)) {
            return c;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return NOTHING;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || type == Character.DASH_PUNCTUATION ? ' ' : '.';
    }

    private static char[] table() {
        char[] table = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            char first = Normalizer.normalize(String.valueOf(Character.toLowerCase(c)), Normalizer.Form.NFKD)
                    .charAt(0);
            int alike = first < 0x80 ? -1 : LOOK_ALIKES.indexOf(first);
            boolean sign = c < 0x80 && !Character.isLetterOrDigit(c) && c > ' ' && c != '_' && c != '-';
            table[c] =
                    c == '_' || c <= ' ' ? ' ' : sign ? c : alike >= 0 ? LOOK_ALIKES.charAt(alike + 1) : other(first);
        }
        return table;
    }
}
