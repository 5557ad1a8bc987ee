package ai.kongguard.detect.normalize;

/** Backslash escapes of programming languages: four hexadecimal digits, in braces, two of them, or three octal ones. */
final class Escapes {

    /** Digits in braces, leading zeros and all; no language needs more than six that count. */
    private static final int MAX_BRACED = 12;

    private Escapes() {}

    /**
     * Reads the escape that begins at {@code start}, if one does.
     *
     * @param inRun whether an octal escape ended here; one alone is a folder of a Windows path, or a reference
     */
    static boolean read(char[] chars, int start, int length, boolean inRun, DecodedCharacter read) {
        if (start + 3 >= length) {
            return false;
        }
        return switch (chars[start + 1]) {
            case 'u' ->
                chars[start + 2] == '{'
                        ? braced(chars, start, length, read)
                        : hex(chars, start, start + 6, length, read);
            case 'x' -> hex(chars, start, start + 4, length, read);
            case '0', '1' -> {
                int value = octal(chars, start, length);
                boolean run = inRun || octal(chars, start + 4, length) >= 0;
                yield value >= 0 && run && read.is(value, 4, Encodings.UNICODE_ESCAPE);
            }
            default -> false;
        };
    }

    private static boolean hex(char[] chars, int start, int end, int length, DecodedCharacter read) {
        int value = end <= length ? DecodedCharacter.hex(chars, start + 2, end) : -1;
        return value >= 0 && read.is(value, end - start, Encodings.UNICODE_ESCAPE);
    }

    private static boolean braced(char[] chars, int start, int length, DecodedCharacter read) {
        int value = 0;
        int limit = Math.min(length, start + 3 + MAX_BRACED);
        for (int i = start + 3; i < limit; i++) {
            if (chars[i] == '}') {
                return i > start + 3 && read.is(value, i + 1 - start, Encodings.UNICODE_ESCAPE);
            }
            int digit = Ascii.hexDigit(chars[i]);
            value = (value << 4) | digit;
            if (digit < 0 || !Character.isValidCodePoint(value)) {
                return false;
            }
        }
        return false;
    }

    /** What three octal digits after a backslash stand for when that is printable ASCII; else -1. */
    private static int octal(char[] chars, int start, int length) {
        if (start + 3 >= length || chars[start] != '\\') {
            return -1;
        }
        int value = 0;
        for (int i = start + 1; i <= start + 3; i++) {
            if (chars[i] < '0' || chars[i] > '7') {
                return -1;
            }
            value = (value << 3) | (chars[i] - '0');
        }
        return value >= ' ' && value < 0x7f ? value : -1;
    }
}
