package ai.kongguard.intake;

/**
 * How much of one event is stored. Together they keep a record below Kafka's default limit of 1 MB, even when every
 * character has to be escaped.
 *
 * @param uri characters of path and query together
 * @param headers characters of all header names and values together
 * @param headerCount headers
 * @param body characters of the body
 * @param extra characters of all unknown fields together
 * @param word characters of any other text: method, host, names
 */
public record Bounds(int uri, int headers, int headerCount, int body, int extra, int word) {

    /** Characters of all headers, and so of one that was repeated. */
    static final int HEADERS = 32 * 1024;

    /** With this many characters of a body. */
    public static Bounds withBody(int body) {
        return new Bounds(32 * 1024, HEADERS, 200, body, 8 * 1024, 256);
    }

    /** The text as it may be stored: cut, and with a replacement for each half of a surrogate pair that stands alone. */
    public static String cut(String text, int max) {
        int length = text.length();
        if (length > max) {
            length = max > 0 && Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        }
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return wellFormed(text, length);
            }
        }
        return length == text.length() ? text : text.substring(0, length);
    }

    private static String wellFormed(String text, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                out.append(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                out.append('\ufffd');
            }
        }
        return out.toString();
    }
}
