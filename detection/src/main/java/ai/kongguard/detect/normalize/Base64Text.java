package ai.kongguard.detect.normalize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Text that was hidden as Base64: only what decodes to printable text that is more than a word counts. */
final class Base64Text {

    /** Shorter words are Base64 by accident too often. */
    static final int MIN_LENGTH = 16;

    private static final int MAX_LENGTH = 8 * 1024;

    private Base64Text() {}

    static @Nullable String decode(String text) {
        int length = text.length();
        if (length < MIN_LENGTH || length > MAX_LENGTH || !isAlphabet(text)) {
            return null;
        }
        byte[] bytes;
        try {
            Base64.Decoder decoder =
                    text.indexOf('-') >= 0 || text.indexOf('_') >= 0 ? Base64.getUrlDecoder() : Base64.getDecoder();
            bytes = decoder.decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        return isPrintable(bytes) ? new String(bytes, UTF_8) : null;
    }

    private static boolean isAlphabet(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Ascii.isWord(c) && c != '+' && c != '/' && c != '-' && c != '=') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(byte[] bytes) {
        boolean punctuated = false;
        for (byte b : bytes) {
            if ((b < 0x20 && b != '\t' && b != '\n' && b != '\r') || b == 0x7f) {
                return false;
            }
            punctuated |= !Character.isLetterOrDigit(b);
        }
        return punctuated;
    }
}
