package ai.kongguard.detect.normalize;

import org.jspecify.annotations.Nullable;

/**
 * Bytes that were written as Base64 or hexadecimal digits, and whether they are a text worth looking at: printable
 * UTF-8, mostly ASCII, and more than a word. Single-threaded.
 */
final class HiddenBytes {

    private final byte[] bytes;
    private final int[] places;
    private int count;
    private int ascii;
    private int punctuation;
    private int letters;
    private int pending;
    private boolean text = true;

    /** Room for so many bytes. */
    HiddenBytes(int capacity) {
        bytes = new byte[capacity];
        places = new int[capacity + 1];
    }

    /** Takes the next byte, and where it was written; false once they can be no text. */
    boolean add(int value, int place) {
        if (pending > 0) {
            text &= (value & 0xc0) == 0x80;
            pending--;
        } else if (value < 0x80) {
            text &= value >= ' ' ? value != 0x7f : value == '\t' || value == '\n' || value == '\r';
            ascii++;
            letters += Ascii.isLetter((char) value) ? 1 : 0;
            boolean word = Ascii.isWord((char) value) || value == '.' || value == '-';
            punctuation += word ? 0 : 1;
        } else {
            pending = Utf8.continuationBytes(value);
            text &= pending > 0 && pending < 4 && value > 0xc1;
        }
        bytes[count] = (byte) value;
        places[count++] = place;
        return text;
    }

    /** How many of ten characters are letters. */
    int lettersOfTen() {
        return count == 0 ? 0 : 10 * letters / count;
    }

    /**
     * The text.
     *
     * @param encoded what it was written in
     * @param end the place where that ends
     * @param encoding of {@link Encodings}
     * @return null when it is none
     */
    @Nullable Excerpt text(Excerpt encoded, int end, int encoding) {
        if (!text || pending > 0 || punctuation == 0 || 4 * ascii < 3 * count) {
            return null;
        }
        char[] chars = new char[count];
        int out = 0;
        for (int in = 0; in < count; ) {
            int lead = bytes[in] & 0xff;
            int more = Utf8.continuationBytes(lead);
            int codePoint = more == 0 ? lead : Utf8.leadBits(lead, more);
            int place = places[in];
            for (int i = 1; i <= more; i++) {
                codePoint = (codePoint << 6) | (bytes[in + i] & 0x3f);
            }
            in += 1 + more;
            places[out] = place;
            if (codePoint > Character.MAX_CODE_POINT) {
                return null;
            }
            if (codePoint > Character.MAX_VALUE) {
                chars[out++] = Character.highSurrogate(codePoint);
                places[out] = place;
                codePoint = Character.lowSurrogate(codePoint);
            }
            chars[out++] = (char) codePoint;
        }
        places[out] = end;
        return encoded.decoded(new String(chars, 0, out), places, 1, encoding);
    }
}
