package ai.kongguard.detect.normalize;

/**
 * Reads one percent-encoded character: UTF-8, also overlong; {@code %uXXXX}; and bytes that are no UTF-8, which are
 * Latin-1 then, as they are to a server that does not care.
 */
final class PercentCode {

    /** The smallest code point that needs so many continuation bytes. */
    private static final int[] SMALLEST = {0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};

    private PercentCode() {}

    static boolean read(char[] chars, int start, int length, DecodedCharacter read) {
        int first = byteAt(chars, start, length);
        if (first < 0) {
            return unicode(chars, start, length, read);
        }
        if (first < 0x80) {
            return read.is(first, 3, Encodings.URL);
        }
        int needed = Utf8.continuationBytes(first);
        int codePoint = Utf8.leadBits(first, needed);
        int seen = 0;
        int at = start + 3;
        boolean valid = needed > 0;
        while (seen < needed && valid) {
            int next = byteAt(chars, at, length);
            valid = next >= 0x80 && next < 0xc0;
            if (!valid && next >= 0 && needed == 1 && isSloppyPunctuation(first, next)) {
                return read.is((codePoint << 6) | (next & 0x3f), 6, Encodings.URL | Encodings.OVERLONG);
            }
            codePoint = (codePoint << 6) | (next & 0x3f);
            at += 3;
            seen++;
        }
        if (!valid || !Character.isValidCodePoint(codePoint)) {
            return read.is(first, 3, Encodings.URL | Encodings.INVALID_UTF8);
        }
        boolean overlong = codePoint < SMALLEST[needed];
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return read.is(
                codePoint,
                at - start,
                Encodings.URL | (overlong ? Encodings.OVERLONG : 0) | (surrogate ? Encodings.INVALID_UTF8 : 0));
    }

    private static boolean unicode(char[] chars, int start, int length, DecodedCharacter read) {
        boolean marked = start + 5 < length && (chars[start + 1] | 0x20) == 'u';
        int value = marked ? DecodedCharacter.hex(chars, start + 2, start + 6) : -1;
        return value >= 0 && read.is(value, 6, Encodings.PERCENT_U);
    }

    /** Lenient decoders take any byte after an overlong lead; only punctuation made so is worth believing. */
    private static boolean isSloppyPunctuation(int lead, int next) {
        if ((lead != 0xc0 && lead != 0xc1) || next >= 0x80) {
            return false;
        }
        char made = (char) ((Utf8.leadBits(lead, 1) << 6) | (next & 0x3f));
        return made > ' ' && made < 0x7f && !Ascii.isWord(made);
    }

    /** The byte of %XX at this place; -1 when there is none. */
    private static int byteAt(char[] chars, int at, int length) {
        return at + 2 < length && chars[at] == '%' ? DecodedCharacter.hex(chars, at + 1, at + 3) : -1;
    }
}
