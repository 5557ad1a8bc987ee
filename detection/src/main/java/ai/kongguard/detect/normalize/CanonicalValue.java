package ai.kongguard.detect.normalize;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value of a request in its raw and its decoded form. Immutable.
 */
public final class CanonicalValue {

    /** What part of a request a value is. */
    public enum Kind {
        /** The whole path. */
        PATH,
        /** One segment of the path. */
        SEGMENT,
        /** The value of a query parameter or a form field. */
        PARAMETER,
        /** The name of a parameter or key, a pair whose name is odd, or an operator of a JSON query. */
        NAME,
        /** A header, whole. */
        HEADER,
        /** The value of a cookie. */
        COOKIE,
        /** One text inside a structured body: JSON, XML, multipart, GraphQL. */
        LEAF,
        /** A whole document given as one value: XML, GraphQL, or a body that could not be read. */
        DOCUMENT,
        /** Text that was hidden as Base64 or hexadecimal digits. */
        HIDDEN
    }

    private final Kind kind;
    private final String field;
    private final String raw;
    private final String text;
    private final String lower;
    private final int @Nullable [] offsets;
    private final int layers;
    private final int encodings;
    private @Nullable CommentFree commentFree;

    CanonicalValue(
            Kind kind, String field, String raw, String text, int @Nullable [] offsets, int layers, int encodings) {
        this.kind = kind;
        this.encodings = encodings;
        this.field = field;
        this.raw = raw;
        this.text = text;
        String lowered = text.toLowerCase(Locale.ROOT);
        // A few capitals become two characters; positions must stay those of the text.
        this.lower = lowered.length() == text.length() ? lowered : asciiLower(text);
        this.offsets = offsets;
        this.layers = layers;
    }

    /** What part of the request it is. */
    public Kind kind() {
        return kind;
    }

    /** What lay over it, a bit set of {@link Encodings}; 0 for plain text. */
    public int encodings() {
        return encodings;
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

    /**
     * {@link #lower()} without C-style and HTML comments; what MySQL runs inside a version comment stays. The same
     * instance when there is none. Positions in it are translated by {@link #indexWithComments}.
     */
    public String withoutComments() {
        return commentFree().text();
    }

    /** Where the character at {@code index} of {@link #withoutComments()} stands in {@link #lower()}. */
    public int indexWithComments(int index) {
        return commentFree().indexOf(index);
    }

    private CommentFree commentFree() {
        CommentFree known = commentFree;
        if (known == null) {
            // Threads that race compute the same.
            known = CommentFree.of(lower());
            commentFree = known;
        }
        return known;
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
