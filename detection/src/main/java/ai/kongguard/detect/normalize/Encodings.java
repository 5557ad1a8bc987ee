package ai.kongguard.detect.normalize;

/** What lay over a value: one bit each, for {@link CanonicalValue#encodings()}. */
public final class Encodings {

    /** Percent-encoding, {@code %41}. */
    public static final int URL = 1;
    /** A plus that stood for a space, in a query or a form. */
    public static final int PLUS = 1 << 1;
    /** Percent-encoding in two layers or more, {@code %2541}. */
    public static final int URL_TWICE = 1 << 2;
    /** A percent sign, in a place that is percent-encoded, that begins no sequence. */
    public static final int INVALID_PERCENT = 1 << 3;
    /** UTF-8 in more bytes than the character needs, {@code %c0%ae}. */
    public static final int OVERLONG = 1 << 4;
    /** The percent-encoding of old browsers and IIS, {@code %u0041}. */
    public static final int PERCENT_U = 1 << 5;
    /** A character reference of HTML, {@code &lt;} or {@code &#x3c;}. */
    public static final int ENTITY = 1 << 6;
    /** A backslash escape of a programming language: Unicode, hexadecimal or octal; in JSON only of a letter or digit. */
    public static final int UNICODE_ESCAPE = 1 << 7;
    /** Full-width or look-alike punctuation that was folded to ASCII, or an invisible character that was dropped. */
    public static final int CONFUSABLE = 1 << 8;
    /** Base64. */
    public static final int BASE64 = 1 << 9;
    /** Hexadecimal digits, {@code 0x2f6574} or {@code 2f6574}. */
    public static final int HEX = 1 << 10;
    /** The decoded text holds a NUL character. */
    public static final int NUL = 1 << 11;
    /** Bytes that are no UTF-8, taken as Latin-1. */
    public static final int INVALID_UTF8 = 1 << 12;
    /** A backslash escape of JSON, in a value that came as JSON: no disguise by itself. */
    public static final int JSON_ESCAPE = 1 << 13;

    private Encodings() {}
}
