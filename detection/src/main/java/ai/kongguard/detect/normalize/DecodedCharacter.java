package ai.kongguard.detect.normalize;

/** One encoded character: what it stands for and how many characters it took. Reused by a decoder, single-threaded. */
final class DecodedCharacter {

    /** What it stands for, a code point. */
    int codePoint;
    /** Characters it took in its encoded form, at least 1. */
    int width;
    /** What it was encoded with, of {@link Encodings}. */
    int encodings;
    /** Where the last octal escape ended; they count only in runs. */
    private int octalEnd;

    /** Forgets what was read before, for another pass. */
    void restart() {
        octalEnd = -1;
    }

    /** Reads the sequence that begins at {@code start} with a percent sign, an ampersand or a backslash, if one does. */
    boolean at(char[] chars, int start, int length) {
        return switch (chars[start]) {
            case '%' -> PercentCode.read(chars, start, length, this);
            case '&' -> HtmlEntities.read(chars, start, length, this);
            default -> {
                boolean inRun = octalEnd == start;
                boolean found = Escapes.read(chars, start, length, inRun, this);
                boolean octal = found && Ascii.isDigit(chars[start + 1]);
                octalEnd = octal ? start + width : octalEnd;
                yield found;
            }
        };
    }

    /** Whether it was written as a number of its character, which honest prose does with no quotation mark. */
    boolean isEscape() {
        return (encodings & (Encodings.PERCENT_U | Encodings.ENTITY | Encodings.UNICODE_ESCAPE)) != 0;
    }

    boolean is(int what, int characters, int with) {
        codePoint = what;
        width = characters;
        encodings = with;
        return true;
    }

    /** The number written by the hexadecimal digits from {@code start} to {@code end}, exclusive; -1 when others are. */
    static int hex(char[] chars, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = Ascii.hexDigit(chars[i]);
            if (digit < 0) {
                return -1;
            }
            value = (value << 4) | digit;
        }
        return value;
    }
}
