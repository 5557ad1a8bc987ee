package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;

/**
 * Undoes the encodings that lie over a value, again and again until nothing changes or {@link #MAX_LAYERS} is reached:
 * percent-encoding (also %uXXXX, overlong UTF-8 and invalid sequences, which stay as they are), HTML entities and
 * backslash escapes. Keeps, for every decoded character, where it began. One pass is linear in the length.
 */
final class Decoder {

    /** Deeper nesting is no accident, and three layers are what real servers undo. */
    static final int MAX_LAYERS = 4;

    private char[] chars;
    private int[] offsets;
    private int length;
    private int layers;
    private int encodings;

    private Decoder(String raw, boolean plusIsSpace) {
        length = raw.length();
        chars = new char[length];
        offsets = new int[length];
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            chars[i] = plusIsSpace && c == '+' ? ' ' : c;
            offsets[i] = i;
        }
    }

    static CanonicalValue decode(Kind kind, String field, String raw, boolean plusIsSpace) {
        if (!mayBeEncoded(raw, plusIsSpace)) {
            return new CanonicalValue(kind, field, raw, raw, null, 0, 0);
        }
        Decoder decoder = new Decoder(raw, plusIsSpace);
        boolean changed = true;
        while (changed && decoder.layers < MAX_LAYERS) {
            boolean percents = decoder.percents();
            boolean entities = decoder.entities();
            boolean escapes = decoder.escapes();
            changed = percents || entities || escapes;
            boolean again = percents && (decoder.encodings & Encodings.URL) != 0;
            decoder.encodings |= (percents ? Encodings.URL : 0)
                    | (again ? Encodings.URL_TWICE : 0)
                    | (entities ? Encodings.ENTITY : 0)
                    | (escapes ? Encodings.UNICODE_ESCAPE : 0);
            decoder.layers += changed ? 1 : 0;
        }
        String text = new String(decoder.chars, 0, decoder.length);
        int[] offsets = java.util.Arrays.copyOf(decoder.offsets, decoder.length);
        return new CanonicalValue(kind, field, raw, text, offsets, decoder.layers, decoder.encodings);
    }

    private static boolean mayBeEncoded(String raw, boolean plusIsSpace) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' || c == '&' || c == '\\' || (plusIsSpace && c == '+')) {
                return true;
            }
        }
        return false;
    }

    private boolean percents() {
        int out = 0;
        int in = 0;
        boolean changed = false;
        while (in < length) {
            int start = in;
            int decoded = chars[in] == '%' ? percentAt(in) : -1;
            if (decoded < 0) {
                put(out++, chars[in], start);
                in++;
                continue;
            }
            changed = true;
            in += chars[in + 1] == 'u' || chars[in + 1] == 'U' ? 6 : 3;
            int continuation = Utf8.continuationBytes(decoded);
            int codePoint = decoded;
            if (continuation > 0) {
                int combined = Utf8.leadBits(decoded, continuation);
                int at = in;
                int seen = 0;
                while (seen < continuation && at < length && chars[at] == '%') {
                    int next = percentAt(at);
                    if (!Utf8.isContinuation(decoded, next)) {
                        break;
                    }
                    combined = (combined << 6) | (next & 0x3f);
                    at += 3;
                    seen++;
                }
                if (seen == continuation && Character.isValidCodePoint(combined)) {
                    codePoint = combined;
                    in = at;
                }
            }
            out = putCodePoint(out, codePoint, start);
        }
        length = out;
        return changed;
    }

    /** The value of %XX or %uXXXX at this place; -1 when it is neither. */
    private int percentAt(int at) {
        if (at + 5 < length && (chars[at + 1] == 'u' || chars[at + 1] == 'U')) {
            return hex(at + 2, 4);
        }
        return at + 2 < length ? hex(at + 1, 2) : -1;
    }

    private boolean entities() {
        int out = 0;
        int in = 0;
        boolean changed = false;
        while (in < length) {
            int start = in;
            int end = chars[in] == '&' ? HtmlEntities.endOf(chars, in, length) : -1;
            int codePoint = end < 0 ? -1 : HtmlEntities.codePoint(chars, in, end);
            if (codePoint < 0) {
                put(out++, chars[in], start);
                in++;
            } else {
                changed = true;
                out = putCodePoint(out, codePoint, start);
                in = end;
            }
        }
        length = out;
        return changed;
    }

    private boolean escapes() {
        int out = 0;
        int in = 0;
        boolean changed = false;
        while (in < length) {
            int start = in;
            int digits = 0;
            if (chars[in] == '\\' && in + 1 < length) {
                digits = chars[in + 1] == 'u' ? 4 : chars[in + 1] == 'x' ? 2 : 0;
            }
            int codePoint = digits > 0 && in + 2 + digits <= length ? hex(in + 2, digits) : -1;
            if (codePoint < 0) {
                put(out++, chars[in], start);
                in++;
            } else {
                changed = true;
                out = putCodePoint(out, codePoint, start);
                in += 2 + digits;
            }
        }
        length = out;
        return changed;
    }

    private int hex(int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(chars[i], 16);
            if (digit < 0 || chars[i] > 'f') {
                return -1;
            }
            value = (value << 4) | digit;
        }
        return value;
    }

    private int putCodePoint(int out, int codePoint, int start) {
        if (codePoint > Character.MAX_VALUE) {
            // Never longer than what it was decoded from, so this stays within what was read.
            put(out, Character.highSurrogate(codePoint), start);
            put(out + 1, Character.lowSurrogate(codePoint), start);
            return out + 2;
        }
        put(out, (char) codePoint, start);
        return out + 1;
    }

    /** Writing never overtakes reading, so every pass works in place. */
    private void put(int out, char c, int readAt) {
        chars[out] = fold(c);
        offsets[out] = offsets[readAt];
    }

    /** Full-width and look-alike punctuation becomes what lenient software makes of it. */
    private static char fold(char c) {
        if (c >= 0xff01 && c <= 0xff5e) {
            return (char) (c - 0xfee0);
        }
        return c == 0x2215 || c == 0x2044 ? '/' : c == 0x2216 ? '\\' : c;
    }
}
