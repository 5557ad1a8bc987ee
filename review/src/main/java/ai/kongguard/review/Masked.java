package ai.kongguard.review;

/**
 * Hides what may name a person or open a door, and tells nothing about an attack: addresses of mail, public addresses
 * of the network, long numbers and opaque tokens. Linear in the length, pure.
 */
final class Masked {

    private static final int MIN_DIGITS = 6;
    private static final int MIN_TOKEN = 20;

    private Masked() {}

    /** The text with what was hidden named in brackets, with its length where that may matter. */
    static String of(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = end(text, i);
            if (end == i) {
                masked.append(text.charAt(i++));
            } else {
                masked.append(word(text, i, end));
                i = end;
            }
        }
        return masked.toString();
    }

    private static String word(String text, int start, int end) {
        String word = text.substring(start, end);
        if (isMail(word)) {
            return "[mail]";
        }
        if (Ipv4.isPublic(word)) {
            return "[ip]";
        }
        if (isToken(word)) {
            return "[token of " + word.length() + "]";
        }
        return withoutNumbers(word);
    }

    private static String withoutNumbers(String word) {
        StringBuilder masked = new StringBuilder(word.length());
        int i = 0;
        while (i < word.length()) {
            int end = i;
            while (end < word.length() && isDigit(word.charAt(end))) {
                end++;
            }
            if (end - i >= MIN_DIGITS) {
                masked.append("[number of ").append(end - i).append(']');
            } else {
                masked.append(word, i, Math.max(end, i + 1));
            }
            i = Math.max(end, i + 1);
        }
        return masked.toString();
    }

    private static boolean isMail(String word) {
        int at = word.indexOf('@');
        return at > 0 && word.indexOf('.', at) > at + 1 && word.indexOf('@', at + 1) < 0;
    }

    private static boolean isToken(String word) {
        if (word.length() < MIN_TOKEN) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            digits += isDigit(c) ? 1 : 0;
            if (c == '@' || c == '.') {
                return false;
            }
        }
        return digits >= 3 && digits < word.length();
    }

    /** Behind the letters, digits, dots, hyphens and the like that begin here. */
    private static int end(String text, int start) {
        int i = start;
        while (i < text.length()
                && (Character.isLetterOrDigit(text.charAt(i)) || "._-@".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
