package ai.kongguard.review;

/** Words that nobody reads: identifiers in hexadecimal digits, UUIDs, random letters and digits. Pure. */
final class Tokens {

    private static final int MIN = 8;

    /** Longer ones may hold a payload that nobody could decode. */
    private static final int MAX = 64;

    /** The same for a number written in hexadecimal digits. */
    private static final int MAX_HEX_NUMBER = 18;

    /** Lengths of the groups of a UUID. */
    private static final int[] UUID = {8, 4, 4, 4, 12};

    private Tokens() {}

    /** Behind the token that begins here in a text in lower case; {@code start} when there is none. */
    static int end(String text, int start) {
        int uuid = endOfUuid(text, start);
        if (uuid > start) {
            return uuid;
        }
        int end = start;
        int digits = 0;
        int hex = 0;
        int changes = 0;
        while (end < text.length() && isWord(text.charAt(end)) && end - start <= MAX) {
            char c = text.charAt(end);
            boolean digit = isDigit(c);
            digits += digit ? 1 : 0;
            hex += isHex(c) ? 1 : 0;
            changes += end > start && digit != isDigit(text.charAt(end - 1)) ? 1 : 0;
            end++;
        }
        int length = end - start;
        if (length > 2 && length <= MAX_HEX_NUMBER && text.startsWith("0x", start) && hex == length - 1) {
            return end;
        }
        boolean random = digits > 1 && digits < length && (hex == length || changes >= 3);
        return length >= MIN && length <= MAX && random && !isObject(text, start) ? end : start;
    }

    private static int endOfUuid(String text, int start) {
        int at = start;
        for (int group = 0; group < UUID.length; group++) {
            int end = at + UUID[group];
            for (; at < end; at++) {
                if (at >= text.length() || !isHex(text.charAt(at))) {
                    return start;
                }
            }
            if (group < UUID.length - 1 && (at >= text.length() || text.charAt(at++) != '-')) {
                return start;
            }
        }
        return at < text.length() && isWord(text.charAt(at)) ? start : at;
    }

    /** An object of Java in Base64 or hexadecimal digits. */
    private static boolean isObject(String text, int start) {
        return text.startsWith("ro0ab", start) || text.startsWith("aced0005", start);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
