package ai.kongguard.detect.normalize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts that a value hides as Base64 (standard or URL-safe, padded or not, broken into lines) or as hexadecimal digits:
 * the whole value, what follows {@code ;base64,} in a data URI, or single tokens. Stateless, linear in the length.
 */
final class HiddenTexts {

    /** Shorter words are Base64 by accident too often. */
    static final int MIN_LENGTH = 12;

    private static final int MIN_TOKEN = 16;
    private static final int MIN_HEX = 20;
    private static final int MIN_MARKED_HEX = 10;

    /** Encoded characters of one text that are decoded. */
    private static final int MAX_LENGTH = 8 * 1024;

    /** Texts of one value. */
    private static final int MAX_TEXTS = 8;

    /** Characters of the Base64 alphabets by what they are worth; -1 for others. */
    private static final byte[] SEXTETS = sextets();

    private HiddenTexts() {}

    /** The hidden texts, in order; empty when there are none. */
    static List<Excerpt> of(Excerpt value) {
        String text = value.text();
        int length = text.length();
        if (length < MIN_LENGTH) {
            return List.of();
        }
        List<Excerpt> found = List.of();
        int start = 0;
        while (start < length && found.size() < MAX_TEXTS) {
            int next = nextToken(text, start);
            if (next != start) {
                start = next;
                continue;
            }
            int end = endOfToken(text, start);
            boolean whole = start == 0 && end == length;
            if (end - start >= (whole ? MIN_LENGTH : MIN_MARKED_HEX)) {
                if (isWebToken(text, start, end)) {
                    start = skipWebToken(text, end);
                    continue;
                }
                Excerpt hidden = token(value, start, end, whole || isDataUri(text, start));
                if (hidden != null) {
                    found = found.isEmpty() ? new ArrayList<>(2) : found;
                    found.add(hidden);
                }
            }
            start = end;
        }
        return found;
    }

    /**
     * This place, if a token that is long enough may begin here; otherwise a later one, where the next may. Looks at the
     * character that the shortest would have to reach, so that most of a text is never read.
     */
    private static int nextToken(String text, int start) {
        int last = start + MIN_MARKED_HEX - 1;
        if (last >= text.length()) {
            return text.length();
        }
        int i = last;
        while (i >= start && text.charAt(i) == '=') {
            i--;
        }
        while (i >= start && text.charAt(i) != '=' && isToken(text.charAt(i))) {
            i--;
        }
        return i + 1;
    }

    private static @Nullable Excerpt token(Excerpt value, int start, int end, boolean alone) {
        if (end - start > MAX_LENGTH) {
            return null;
        }
        String text = value.text();
        boolean marked = text.charAt(start) == '0' && end - start > 2 && (text.charAt(start + 1) | 0x20) == 'x';
        Excerpt hex = hex(value, marked ? start + 2 : start, end, marked);
        if (hex != null || marked || (!alone && end - start < MIN_TOKEN)) {
            return hex;
        }
        return base64(value, start, end);
    }

    private static @Nullable Excerpt base64(Excerpt value, int start, int end) {
        String text = value.text();
        if (!beginsAsText(text, start)) {
            return null;
        }
        int padded = end;
        while (padded > start && text.charAt(padded - 1) == '=') {
            padded--;
        }
        HiddenBytes bytes = new HiddenBytes((padded - start) * 3 / 4 + 3);
        int buffer = 0;
        int bits = 0;
        int digits = 0;
        int byteStart = value.place(start);
        for (int i = start; i < padded; i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                continue;
            }
            int sextet = SEXTETS[c];
            if (sextet < 0) {
                return null;
            }
            buffer = ((buffer << 6) | sextet) & 0xffff;
            bits += 6;
            digits++;
            if (bits >= 8) {
                bits -= 8;
                if (!bytes.add((buffer >> bits) & 0xff, byteStart)) {
                    return null;
                }
                byteStart = bits == 0 ? value.place(i + 1) : value.place(i);
            } else {
                byteStart = value.place(i);
            }
        }
        return digits % 4 == 1 ? null : bytes.text(value.part(start, end), value.place(end), Encodings.BASE64);
    }

    /** Whether the first three bytes are printable: what most words are not, so that they cost no more than that. */
    private static boolean beginsAsText(String text, int start) {
        int bytes = 0;
        for (int i = start; i < start + 4; i++) {
            char c = text.charAt(i);
            int sextet = c < 0x80 ? SEXTETS[c] : -1;
            if (sextet < 0) {
                return false;
            }
            bytes = (bytes << 6) | sextet;
        }
        return isTextByte(bytes >> 16) && isTextByte((bytes >> 8) & 0xff) && isTextByte(bytes & 0xff);
    }

    private static boolean isTextByte(int value) {
        return value >= ' ' ? value != 0x7f : value == '\t' || value == '\n' || value == '\r';
    }

    /** Digits of unmarked numbers and hashes are letters by accident, so there they must look like a text. */
    private static @Nullable Excerpt hex(Excerpt value, int start, int end, boolean marked) {
        String text = value.text();
        int digits = end - start;
        if (digits % 2 != 0 || digits < (marked ? MIN_MARKED_HEX - 2 : MIN_HEX)) {
            return null;
        }
        for (int i = start; i < end; i++) {
            if (Ascii.hexDigit(text.charAt(i)) < 0) {
                return null;
            }
        }
        HiddenBytes bytes = new HiddenBytes(digits / 2);
        for (int i = start; i < end; i += 2) {
            int high = Ascii.hexDigit(text.charAt(i));
            int low = Ascii.hexDigit(text.charAt(i + 1));
            if (!bytes.add((high << 4) | low, value.place(i))) {
                return null;
            }
        }
        return marked || bytes.lettersOfTen() >= 4
                ? bytes.text(value.part(start, end), value.place(end), Encodings.HEX)
                : null;
    }

    private static int endOfToken(String text, int start) {
        int i = start;
        while (i < text.length()) {
            if (!isToken(text.charAt(i))) {
                int next = skipLineBreak(text, i);
                // Encoders of mail break lines, which only long texts need.
                if (next == i || i - start < MIN_TOKEN || next >= text.length() || !isToken(text.charAt(next))) {
                    break;
                }
                i = next;
            }
            i++;
            if (text.charAt(i - 1) == '=') {
                // Padding ends it, and so does the sign between a name and its value.
                while (i < text.length() && text.charAt(i) == '=') {
                    i++;
                }
                break;
            }
        }
        return i;
    }

    private static int skipLineBreak(String text, int at) {
        int i = at;
        if (text.charAt(i) == '\r') {
            i++;
        }
        return i < text.length() && text.charAt(i) == '\n' ? i + 1 : at;
    }

    private static boolean isToken(char c) {
        return c < 0x80 && (SEXTETS[c] >= 0 || c == '=');
    }

    private static boolean isDataUri(String text, int start) {
        return start >= 8 && text.regionMatches(true, start - 8, ";base64,", 0, 8);
    }

    /** A JSON Web Token, whose parts are Base64 of honest JSON. */
    private static boolean isWebToken(String text, int start, int end) {
        return text.startsWith("eyJ", start) && end < text.length() && text.charAt(end) == '.';
    }

    private static int skipWebToken(String text, int firstEnd) {
        int i = firstEnd;
        for (int part = 0; part < 2 && i < text.length() && text.charAt(i) == '.'; part++) {
            i++;
            while (i < text.length() && isToken(text.charAt(i))) {
                i++;
            }
        }
        return i;
    }

    private static byte[] sextets() {
        byte[] sextets = new byte[0x80];
        Arrays.fill(sextets, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            sextets[alphabet.charAt(i)] = (byte) i;
        }
        sextets['-'] = 62;
        sextets['_'] = 63;
        return sextets;
    }
}
