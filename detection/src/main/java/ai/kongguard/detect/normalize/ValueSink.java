package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import java.util.List;

/** Decodes what is worth it and keeps within the bounds. */
final class ValueSink {

    private final List<CanonicalValue> values;

    ValueSink(List<CanonicalValue> values) {
        this.values = values;
    }

    /** Adds a value, and what it hides as Base64, unless it is plain or there are enough. */
    void add(Kind kind, String field, String raw, boolean plusIsSpace) {
        if (values.size() >= Canonicaliser.MAX_VALUES || isPlain(raw)) {
            return;
        }
        String bounded = raw.length() <= Canonicaliser.MAX_LENGTH ? raw : raw.substring(0, Canonicaliser.MAX_LENGTH);
        CanonicalValue value = Decoder.decode(kind, field, bounded, plusIsSpace);
        values.add(value);
        String hidden = Base64Text.decode(value.text());
        if (hidden != null) {
            values.add(new CanonicalValue(
                    Kind.HIDDEN,
                    field,
                    bounded,
                    hidden,
                    null,
                    value.layers() + 1,
                    value.encodings() | Encodings.BASE64));
        }
    }

    /** Whether the bound on the number of values is reached. */
    boolean isFull() {
        return values.size() >= Canonicaliser.MAX_VALUES;
    }

    /** Words, numbers and paths without anything that has a meaning in another language. */
    private static boolean isPlain(String raw) {
        boolean path = raw.startsWith("/");
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean secondDot = c == '.' && i > 0 && raw.charAt(i - 1) == '.';
            if (!Ascii.isWord(c) && c != '-' && (c != '.' || secondDot) && (c != '/' || !path)) {
                return false;
            }
        }
        return path ? !raw.startsWith("/etc/") && !raw.startsWith("/proc/") : raw.length() < Base64Text.MIN_LENGTH;
    }
}
