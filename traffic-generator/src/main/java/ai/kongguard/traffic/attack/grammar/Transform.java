package ai.kongguard.traffic.attack.grammar;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.traffic.Pick;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a grammar can do to a text it has drawn; named in lower case. */
public enum Transform {
    /** As base64 of UTF-8. */
    BASE64,
    /** As base64 of UTF-16, which PowerShell asks for. */
    BASE64WIDE,
    /** Base64 without padding and without plus and slash. */
    BASE64URL,
    /** As hex digits. */
    HEX,
    /** As {@code \x41}. */
    SLASHX,
    /** As <code>\</code><code>u0041</code>. */
    SLASHU,
    /** As {@code \101}. */
    OCTAL,
    /** As {@code 65,66}. */
    CODES,
    /** As {@code CHAR(65)+CHAR(66)}. */
    CHARPLUS,
    /** As {@code CHR(65)||CHR(66)}. */
    CHRPIPE,
    /** As {@code chr(65).chr(66)}. */
    CHRDOT,
    /** As {@code &#65;&#x42;}. */
    ENTITIES,
    /** Every byte as {@code %41}. */
    PERCENT,
    /** With slashes for backslashes. */
    SLASH,
    /** Backwards. */
    REVERSE,
    /** Some letters in upper case. */
    MIX,
    /** In upper case. */
    UPPER,
    /** Cut in two by {@code '+'}. */
    CONCAT,
    /** How long it is. */
    LENGTH;

    private static final Transform[] ALL = values();

    static @Nullable Transform named(String name) {
        for (Transform transform : ALL) {
            if (transform.name().toLowerCase(Locale.ROOT).equals(name)) {
                return transform;
            }
        }
        return null;
    }

    /** The changed text. */
    public String apply(SplittableRandom random, String text) {
        return switch (this) {
            case BASE64 -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
            case BASE64WIDE -> Base64.getEncoder().encodeToString(text.getBytes(UTF_16LE));
            case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
            case HEX -> HexFormat.of().formatHex(text.getBytes(UTF_8));
            case SLASHX -> bytes(text, "", "\\x", "");
            case SLASHU -> wide(text);
            case OCTAL -> octal(text);
            case CODES -> numbers(text, ",", "", "");
            case CHARPLUS -> numbers(text, "+", "CHAR(", ")");
            case CHRPIPE -> numbers(text, "||", "CHR(", ")");
            case CHRDOT -> numbers(text, ".", "chr(", ")");
            case ENTITIES -> entities(random, text);
            case PERCENT -> bytes(text, "", "%", "");
            case SLASH -> text.replace('\\', '/');
            case REVERSE -> new StringBuilder(text).reverse().toString();
            case MIX -> mix(random, text);
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case CONCAT -> cut(random, text);
            case LENGTH -> Integer.toString(text.getBytes(UTF_8).length);
        };
    }

    private static String bytes(String text, String between, String before, String after) {
        HexFormat format =
                HexFormat.of().withDelimiter(between).withPrefix(before).withSuffix(after);
        return format.formatHex(text.getBytes(UTF_8));
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder(text.length() * 6);
        text.chars().forEach(c -> wide.append("\\u").append(HexFormat.of().toHexDigits((char) c)));
        return wide.toString();
    }

    private static String octal(String text) {
        StringBuilder octal = new StringBuilder(text.length() * 4);
        text.chars().forEach(c -> octal.append('\\').append(Integer.toOctalString(c)));
        return octal.toString();
    }

    private static String numbers(String text, String between, String before, String after) {
        StringJoiner joined = new StringJoiner(between);
        text.chars().forEach(c -> joined.add(before + c + after));
        return joined.toString();
    }

    private static String entities(SplittableRandom random, String text) {
        StringBuilder entities = new StringBuilder(text.length() * 6);
        text.chars()
                .forEach(c -> entities.append(
                        Pick.chance(random, 0.5) ? "&#" + c + ";" : "&#x" + Integer.toHexString(c) + ";"));
        return entities.toString();
    }

    private static String mix(SplittableRandom random, String text) {
        StringBuilder mixed = new StringBuilder(text);
        for (int i = 0; i < mixed.length(); i++) {
            char c = mixed.charAt(i);
            if (c >= 'a' && c <= 'z' && Pick.chance(random, 0.5)) {
                mixed.setCharAt(i, (char) (c - 32));
            }
        }
        return mixed.toString();
    }

    private static String cut(SplittableRandom random, String text) {
        if (text.length() < 2) {
            return "'" + text + "'";
        }
        int at = Pick.number(random, 1, text.length());
        return "'" + text.substring(0, at) + "'+'" + text.substring(at) + "'";
    }
}
