package ai.kongguard.traffic.attack.disguise;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.traffic.Pick;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Disguises that leave a payload's meaning to whoever interprets it: a database, a browser, a template engine. */
public enum Disguise {
    /** Letters here and there in upper case. */
    MIXED_CASE,
    /** All letters in upper case. */
    UPPER_CASE,
    /** Comments of SQL instead of spaces. */
    SQL_COMMENTS,
    /** Comments of SQL with something in them instead of spaces. */
    SQL_FILLED_COMMENTS,
    /** Comments that end with their line instead of spaces. */
    SQL_LINE_COMMENTS,
    /** Words in comments that MySQL runs. */
    SQL_VERSION_COMMENTS,
    /** Plus signs instead of spaces, as in a query string that was never decoded. */
    PLUS_SIGNS,
    /** Other white space instead of spaces, one kind throughout. */
    OTHER_SPACE,
    /** No space at all around what needs none. */
    LESS_SPACE,
    /** More spaces than needed. */
    MORE_SPACE,
    /** A percent sign before every letter, which some old servers drop. */
    PERCENT_SIGNS,
    /** {@code &#60;} for what is special in markup. */
    DECIMAL_ENTITIES,
    /** {@code &#x3c;} for what is special in markup. */
    HEX_ENTITIES,
    /** {@code &#0000060} for everything, without the semicolon. */
    PADDED_ENTITIES,
    /** {@code &lt;} and its like. */
    NAMED_ENTITIES,
    /** Unicode escapes of JavaScript and JSON for what is special. */
    UNICODE_ESCAPES,
    /** {@code \x3c} for what is special. */
    HEX_ESCAPES,
    /** The wide characters of East Asian fonts, which some normalise. */
    FULL_WIDTH,
    /** A null byte somewhere. */
    NULL_BYTE,
    /** As base64. */
    BASE64,
    /** As base64 for addresses, without padding. */
    BASE64_URL,
    /** As hex digits. */
    HEX_DIGITS;

    private static final String SPECIAL = "<>\"'&=();/\\`{}$";

    /** The payload, written otherwise. */
    public String apply(SplittableRandom random, String payload) {
        return switch (this) {
            case MIXED_CASE -> Letters.mixCase(random, payload);
            case UPPER_CASE -> Letters.upperCase(payload);
            case SQL_COMMENTS -> payload.replace(" ", "/**/");
            case SQL_FILLED_COMMENTS -> payload.replace(" ", "/*" + Pick.letters(random, 4) + "*/");
            case SQL_LINE_COMMENTS ->
                payload.replace(" ", Pick.one(random, "--", "#") + Pick.letters(random, 5) + "\n");
            case SQL_VERSION_COMMENTS -> Letters.wrapWords(random, payload);
            case PLUS_SIGNS -> payload.replace(' ', '+');
            case OTHER_SPACE ->
                payload.replace(" ", Pick.one(random, "\t", "\n", "\u000b", "\f", "\r\n", "\u00a0", "%09", "%0a"));
            case LESS_SPACE -> Letters.dropSpaces(payload);
            case MORE_SPACE -> payload.replace(" ", " ".repeat(Pick.number(random, 2, 6)));
            case PERCENT_SIGNS -> Letters.precede(payload, '%');
            case DECIMAL_ENTITIES -> Escapes.some(payload, SPECIAL, c -> "&#" + c + ";");
            case HEX_ENTITIES -> Escapes.some(payload, SPECIAL, c -> "&#x" + Integer.toHexString(c) + ";");
            case PADDED_ENTITIES -> Escapes.all(payload, c -> "&#" + Escapes.padded(c));
            case NAMED_ENTITIES -> Escapes.some(payload, SPECIAL, Escapes::entity);
            case UNICODE_ESCAPES ->
                Escapes.some(payload, SPECIAL, c -> "\\u" + HexFormat.of().toHexDigits((char) c));
            case HEX_ESCAPES ->
                Escapes.some(payload, SPECIAL, c -> "\\x" + HexFormat.of().toHexDigits((byte) c));
            case FULL_WIDTH -> Escapes.fullWidth(payload);
            case NULL_BYTE -> Letters.insert(random, payload, '\u0000');
            case BASE64 -> Base64.getEncoder().encodeToString(payload.getBytes(UTF_8));
            case BASE64_URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8));
            case HEX_DIGITS -> HexFormat.of().formatHex(payload.getBytes(UTF_8));
        };
    }
}
