package ai.kongguard.traffic.attack.disguise;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import java.util.Locale;
import java.util.SplittableRandom;

/** How a client writes text into an address or a form: as the standard says, lazily, or so that filters miss it. */
public enum Wire {
    /** Everything but unreserved characters is encoded. */
    STRICT,
    /** The same with a plus for a space, as forms do it. */
    PLUS,
    /** The same with small hex digits. */
    LOWER,
    /** Only what would break the request line, as {@code curl} and simple scripts send it. */
    LENIENT,
    /** As it is; even percent signs. What no request line can hold is encoded. */
    RAW,
    /** As it is, ampersands too: the text is itself names and values. */
    PAIRS,
    /** Every byte is encoded. */
    FULL,
    /** Some letters are encoded too. */
    PATCHY,
    /** Encoded twice. */
    DOUBLE,
    /** {@code %u003c}, which only some servers decode. */
    WIDE,
    /** Marks in more bytes than UTF-8 allows. */
    OVERLONG;

    private static final char FIRST_PRINTABLE = '!';
    private static final char LAST_PRINTABLE = '~';
    private static final String HEX = "0123456789ABCDEF";

    /** The text, in characters that a query or a form can hold. */
    public String encode(SplittableRandom random, String text) {
        return switch (this) {
            case STRICT -> PercentEncoding.component(text);
            case PLUS -> PercentEncoding.component(text).replace("%20", "+");
            case LOWER -> lowerDigits(PercentEncoding.component(text));
            case LENIENT -> lenient(text, "%&#+");
            case RAW -> lenient(text, "#&");
            case PAIRS -> lenient(text, "#");
            case FULL -> full(text);
            case PATCHY -> patchy(random, text);
            case DOUBLE -> PercentEncoding.component(PercentEncoding.component(text));
            case WIDE -> wide(text);
            case OVERLONG -> overlong(text);
        };
    }

    /** The text as it is in a path: what would end the path is encoded, and nothing else that need not be. */
    public static String path(String text) {
        return lenient(text, "?#");
    }

    private static String lenient(String text, String reserved) {
        return PercentEncoding.encode(
                text,
                c -> c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE && reserved.indexOf(c) < 0,
                PercentEncoding.DIGITS);
    }

    private static String full(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 3);
        for (byte one : text.getBytes(UTF_8)) {
            percent(encoded, one & 0xff);
        }
        return encoded.toString();
    }

    private static String patchy(SplittableRandom random, String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 2);
        for (byte one : text.getBytes(UTF_8)) {
            char c = (char) (one & 0xff);
            if (isLetterOrDigit(c) && Pick.chance(random, 0.7)) {
                encoded.append(c);
            } else {
                percent(encoded, c);
            }
        }
        return encoded.toString();
    }

    private static String wide(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLetterOrDigit(c)) {
                encoded.append(c);
            } else {
                encoded.append("%u");
                hex(encoded, c >> 8);
                hex(encoded, c & 0xff);
            }
        }
        return encoded.toString();
    }

    /** Two bytes for each mark of ASCII, which decoders must refuse and some do not. */
    private static String overlong(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 3);
        for (byte one : text.getBytes(UTF_8)) {
            char c = (char) (one & 0xff);
            if (isLetterOrDigit(c)) {
                encoded.append(c);
            } else if (c < 0x80) {
                percent(encoded, 0xc0 | (c >> 6));
                percent(encoded, 0x80 | (c & 0x3f));
            } else {
                percent(encoded, c);
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static void percent(StringBuilder encoded, int value) {
        encoded.append('%');
        hex(encoded, value);
    }

    private static void hex(StringBuilder encoded, int value) {
        encoded.append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
    }

    private static String lowerDigits(String encoded) {
        StringBuilder lower = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%' && i + 2 < encoded.length()) {
                lower.append(encoded.substring(i, i + 3).toLowerCase(Locale.ROOT));
                i += 2;
            } else {
                lower.append(c);
            }
        }
        return lower.toString();
    }
}
