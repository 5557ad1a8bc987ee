package ai.kongguard.detect.normalize;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One value of a request in its raw and its decoded form, and views of it. Immutable to those who see it. */
public final class CanonicalValue {

    /** What part of a request a value is. */
    public enum Kind {
        /** The whole path. */
        PATH,
        /** One segment of the path, or a parameter of one. */
        SEGMENT,
        /** The value of a query parameter or a form field. */
        PARAMETER,
        /** The name of a parameter or key, a pair whose name is odd, or an operator of a JSON query. */
        NAME,
        /** A header, whole. */
        HEADER,
        /** The value of a cookie. */
        COOKIE,
        /** One text inside a structured body, as JSON, XML, multipart and GraphQL are, or a body of plain text. */
        LEAF,
        /** A whole document given as one value: XML, GraphQL, or a body that could not be read. */
        DOCUMENT,
        /** Text that was hidden as Base64 or hexadecimal digits. */
        HIDDEN
    }

    /** Nothing, in no place. */
    public static final CanonicalValue EMPTY = new CanonicalValue(Kind.PARAMETER, "", Excerpt.whole(""));

    private final Kind kind;
    private final String field;
    private final Excerpt excerpt;
    private @Nullable String lower;
    private @Nullable CommentFree commentFree;

    CanonicalValue(Kind kind, String field, Excerpt excerpt) {
        this.kind = kind;
        this.field = field;
        this.excerpt = excerpt;
    }

    /** The characters of the text from {@code start} to {@code end}, exclusive, as a value of the same place. */
    public CanonicalValue part(int start, int end) {
        return new CanonicalValue(kind, field, excerpt.part(start, end));
    }

    /** What part of the request it is. */
    public Kind kind() {
        return kind;
    }

    /** Where it stands, as {@link ai.kongguard.event.Finding#field()} names places. */
    public String field() {
        return field;
    }

    /** As it came, still encoded; when it came inside another value, as that one held it. */
    public String raw() {
        return excerpt.raw();
    }

    /** Decoded as far as it would go. */
    public String text() {
        return excerpt.text();
    }

    /** The decoded text in lower case; the same length. */
    public String lower() {
        String known = lower;
        if (known == null) {
            // Threads that race compute the same.
            known = lower(text());
            lower = known;
        }
        return known;
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

    /** How many times something had to be decoded, 0 for plain text; escapes that JSON needs do not count. */
    public int layers() {
        return excerpt.layers();
    }

    /** What lay over it, a bit set of {@link Encodings}; 0 for plain text. */
    public int encodings() {
        return excerpt.encodings();
    }

    /**
     * Where the decoded character at {@code index}, or the end of the text, begins in the part of the request that
     * holds the value: the path for {@code path}, the whole query string for {@code query.NAME}, the header's value for
     * {@code header.NAME}, the whole cookie header for {@code cookie.NAME}, the body for {@code body} and {@code
     * body.NAME}. In characters from 0, never decreasing with the index, at most the length of that part.
     */
    public int rawOffset(int index) {
        return excerpt.place(index);
    }

    private CommentFree commentFree() {
        CommentFree known = commentFree;
        if (known == null) {
            known = CommentFree.of(lower());
            commentFree = known;
        }
        return known;
    }

    /** A few capitals become two characters, but positions must stay those of the text. */
    private static String lower(String text) {
        String lowered = text.toLowerCase(Locale.ROOT);
        if (lowered.length() == text.length()) {
            return lowered;
        }
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'A' && chars[i] <= 'Z') {
                chars[i] = (char) (chars[i] | 0x20);
            }
        }
        return new String(chars);
    }
}
