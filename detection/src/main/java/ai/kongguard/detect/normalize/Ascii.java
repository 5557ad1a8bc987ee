package ai.kongguard.detect.normalize;

/** Character classes of the ASCII range, without look-ups. */
public final class Ascii {

    private Ascii() {}

    /** Whether it is a letter. */
    public static boolean isLetter(char c) {
        char lower = (char) (c | 0x20);
        return lower >= 'a' && lower <= 'z';
    }

    /** Whether it is a digit. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What it is worth as a hexadecimal digit, 0-15; -1 when it is none. */
    static int hexDigit(char c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    /** Whether it is a letter, a digit or an underscore. */
    public static boolean isWord(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    /** Whether it separates words; the no-break space does in most parsers. */
    public static boolean isSpace(char c) {
        return c <= ' ' || c == 0xa0;
    }
}
