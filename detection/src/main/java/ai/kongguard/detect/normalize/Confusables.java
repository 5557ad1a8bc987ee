package ai.kongguard.detect.normalize;

/** Characters that lenient software takes for ASCII, and characters nobody sees. */
final class Confusables {

    /** Small form variants from U+FE50 on; a blank where there is nothing to fold. */
    private static final String SMALL_FORMS = ", . ;:?! (){}  #&*+-<>= \\$%@";

    /** Punctuation that is ordinary in Chinese and Japanese prose in its full-width form. */
    private static final String ORDINARY = "\uff0c\uff01\uff1f\uff1a\uff1b\uff08\uff09\uff5e";

    private Confusables() {}

    /** Whether a character beyond ASCII may be folded or dropped; quick to say no. */
    static boolean matters(char c) {
        if (c < 0x2000) {
            return c == 0xad || c == 0x17f || c == 0x180e;
        }
        return isInvisible(c) || fold(c) != c;
    }

    /** What lenient software makes of it. */
    static char fold(char c) {
        if (c >= 0xff01 && c <= 0xff5e) {
            return (char) (c - 0xfee0);
        }
        if (c >= 0xfe50 && c < 0xfe50 + SMALL_FORMS.length()) {
            char small = SMALL_FORMS.charAt(c - 0xfe50);
            return small == ' ' ? c : small;
        }
        return switch (c) {
            case 0x2215, 0x2044 -> '/';
            case 0x2216 -> '\\';
            case 0x2024 -> '.';
            // A long s and the Kelvin sign become letters when their case is changed.
            case 0x17f -> 's';
            case 0x212a -> 'k';
            default -> c;
        };
    }

    /** The same for one that was written by its number: then curly and prime quotes are no typography. */
    static char foldEscaped(char c) {
        return switch (c) {
            case 0x2018, 0x2019, 0x2b9, 0x2bc, 0x2032 -> '\'';
            case 0x201c, 0x201d, 0x2033 -> '"';
            default -> fold(c);
        };
    }

    /** Whether folding it uncovers nothing. */
    static boolean isOrdinary(char c) {
        return ORDINARY.indexOf(c) >= 0;
    }

    /** Zero-width characters, the soft hyphen, and marks of direction. */
    static boolean isInvisible(char c) {
        if (c < 0x200b) {
            return c == 0xad || c == 0x180e;
        }
        return c <= 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
    }
}
