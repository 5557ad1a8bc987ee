package ai.kongguard.detect.normalize;

import org.jspecify.annotations.Nullable;

/**
 * A text taken out of a part of a request, and where each of its characters stands in that part; what lay over it has
 * been counted. Immutable, as long as nobody writes to the places it was given.
 */
final class Excerpt {

    private final String text;
    private final String raw;
    private final int base;
    private final int @Nullable [] places;
    private final int layers;
    private final int encodings;

    private Excerpt(String text, String raw, int base, int @Nullable [] places, int layers, int encodings) {
        this.text = text;
        this.raw = raw;
        this.base = base;
        this.places = places;
        this.layers = layers;
        this.encodings = encodings;
    }

    /** A whole part of a request. */
    static Excerpt whole(String part) {
        return new Excerpt(part, part, 0, null, 0, 0);
    }

    /** The characters of a part from {@code start} to {@code end}, exclusive. */
    static Excerpt of(String part, int start, int end) {
        String text = part.substring(start, end);
        return new Excerpt(text, text, start, null, 0, 0);
    }

    /**
     * What this one says once decoded.
     *
     * @param decoded the text
     * @param where the place in the part of every decoded character and of the end: one more than there are characters
     * @param moreLayers how often it had to be decoded
     * @param moreEncodings what was decoded, of {@link Encodings}
     */
    Excerpt decoded(String decoded, int[] where, int moreLayers, int moreEncodings) {
        return new Excerpt(decoded, raw, 0, where, layers + moreLayers, encodings | moreEncodings);
    }

    /** The same text with other characters for some of them, one for one. */
    Excerpt replaced(String replacement, int moreEncodings) {
        return new Excerpt(replacement, raw, base, places, layers, encodings | moreEncodings);
    }

    /** The characters from {@code start} to {@code end}, exclusive; this one when that is all. */
    Excerpt part(int start, int end) {
        if (start == 0 && end == text.length()) {
            return this;
        }
        String part = text.substring(start, end);
        return new Excerpt(part, part, base + start, places, layers, encodings);
    }

    String text() {
        return text;
    }

    /** The text before it was decoded. */
    String raw() {
        return raw;
    }

    int length() {
        return text.length();
    }

    /** How many times it had to be decoded so far. */
    int layers() {
        return layers;
    }

    /** What was decoded so far, of {@link Encodings}. */
    int encodings() {
        return encodings;
    }

    /** Where the character at {@code index}, or the end, stands in the part of the request. */
    int place(int index) {
        int at = base + Math.max(0, Math.min(index, text.length()));
        return places == null ? at : places[at];
    }

    /** The places of all characters and of the end, a fresh array. */
    int[] places() {
        int[] copy = new int[text.length() + 1];
        if (places == null) {
            for (int i = 0; i < copy.length; i++) {
                copy[i] = base + i;
            }
        } else {
            System.arraycopy(places, base, copy, 0, copy.length);
        }
        return copy;
    }
}
