package ai.kongguard.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.IntPredicate;

/** Percent-encoding as browsers and libraries do it. */
public final class PercentEncoding {

    /** As the standard recommends them. */
    public static final String DIGITS = "0123456789ABCDEF";

    private static final String UNRESERVED = "-._~";

    private PercentEncoding() {}

    /** For one query parameter or path segment: everything but unreserved characters is encoded. */
    public static String component(String text) {
        return encode(text, c -> isPlain(c, UNRESERVED), DIGITS);
    }

    /**
     * As one of many clients does it: which bytes below 0x80 stay as they are, and the hexadecimal digits it writes.
     *
     * @param kept asked for bytes, 0-255
     * @param digits sixteen of them
     */
    public static String encode(String text, IntPredicate kept, String digits) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte one : text.getBytes(UTF_8)) {
            char c = (char) (one & 0xff);
            if (kept.test(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(digits.charAt(c >> 4)).append(digits.charAt(c & 15));
            }
        }
        return encoded.toString();
    }

    /** Whether it is a letter or a digit of ASCII, or one of these. */
    public static boolean isPlain(int c, String others) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || others.indexOf(c) >= 0);
    }
}
