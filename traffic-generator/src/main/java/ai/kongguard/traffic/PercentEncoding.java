package ai.kongguard.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Percent-encoding as browsers and libraries do it. */
public final class PercentEncoding {

    private static final String HEX = "0123456789ABCDEF";
    private static final String UNRESERVED = "-._~";

    private PercentEncoding() {}

    /** For one query parameter or path segment: everything but unreserved characters is encoded. */
    public static String component(String text) {
        return encode(text, UNRESERVED);
    }

    /** For a whole path: slashes stay. */
    public static String path(String text) {
        return encode(text, "-._~/");
    }

    /** As a lazy client writes a query value: only what would break the request line. */
    public static String lenient(String text) {
        return encode(text, "-._~/'()*!,;:@$[]|`{}<>=\"\\^");
    }

    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte one : text.getBytes(UTF_8)) {
            char c = (char) (one & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }
}
