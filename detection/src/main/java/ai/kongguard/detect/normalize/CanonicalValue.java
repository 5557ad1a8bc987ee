package ai.kongguard.detect.normalize;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value of a request in its raw and its decoded form. Immutable.
 */
public final class CanonicalValue {

    private final String field;
    private final String raw;
    private final String text;
    private final String lower;
    private final int @Nullable [] offsets;
    private final int layers;

    CanonicalValue(String field, String raw, String text, int @Nullable [] offsets, int layers) {
        this.field = field;
        this.raw = raw;
        this.text = text;
        String lowered = text.toLowerCase(Locale.ROOT);
        // A few capitals become two characters; positions must stay those of the text.
        this.lower = lowered.length() == text.length() ? lowered : asciiLower(text);
        this.offsets = offsets;
        this.layers = layers;
    }

    /** Where it stands, as {@link ai.kongguard.event.Finding#field()} names places. */
    public String field() {
        return field;
    }

    /** As it came, still encoded. */
    public String raw() {
        return raw;
    }

    /** Decoded as far as it would go. */
    public String text() {
        return text;
    }

    /** The decoded text in lower case; the same length. */
    public String lower() {
        return lower;
    }

    /** How many times something had to be decoded, 0 for plain text. */
    public int layers() {
        return layers;
    }

    /** Where the decoded character at {@code index} begins in {@link #raw()}; -1 when it shows only decoded. */
    public int rawOffset(int index) {
        if (offsets == null) {
            return layers == 0 ? index : -1;
        }
        return index < offsets.length ? offsets[index] : raw.length();
    }

    private static String asciiLower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'A' && chars[i] <= 'Z') {
                chars[i] = (char) (chars[i] | 0x20);
            }
        }
        return new String(chars);
    }
}
