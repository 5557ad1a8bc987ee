package ai.kongguard.detect.normalize;

/** The escapes of JSON strings, and where each character stood. */
final class JsonStrings {

    private JsonStrings() {}

    /** What the string between its quotes says; the same instance when it holds no escape. Invalid ones stay. */
    static Excerpt unescape(Excerpt string) {
        String text = string.text();
        int first = text.indexOf('\\');
        if (first < 0) {
            return string;
        }
        char[] chars = text.toCharArray();
        int[] places = string.places();
        int encodings = Encodings.JSON_ESCAPE;
        int out = first;
        int in = first;
        while (in < text.length()) {
            int width = chars[in] == '\\' ? width(chars, in) : 1;
            char c = width == 1 ? chars[in] : width == 2 ? control(chars[in + 1]) : unicode(chars, in);
            // No library escapes letters and digits.
            encodings |= width == 6 && Ascii.isWord(c) ? Encodings.UNICODE_ESCAPE : 0;
            chars[out] = c;
            places[out] = places[in];
            out++;
            in += width;
        }
        places[out] = places[text.length()];
        return string.decoded(new String(chars, 0, out), places, 0, encodings);
    }

    private static int width(char[] chars, int backslash) {
        if (backslash + 1 >= chars.length) {
            return 1;
        }
        char c = chars[backslash + 1];
        if (c == 'u') {
            boolean whole = backslash + 6 <= chars.length;
            return whole && DecodedCharacter.hex(chars, backslash + 2, backslash + 6) >= 0 ? 6 : 1;
        }
        return "\"\\/bfnrt'".indexOf(c) >= 0 ? 2 : 1;
    }

    private static char unicode(char[] chars, int backslash) {
        return (char) DecodedCharacter.hex(chars, backslash + 2, backslash + 6);
    }

    private static char control(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}
