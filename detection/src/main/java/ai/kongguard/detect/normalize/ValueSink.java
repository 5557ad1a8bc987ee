package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the values of one request: leaves plain ones out, decodes the others, and looks for values inside them, while
 * keeping within the bounds. Single-threaded.
 */
final class ValueSink {

    private final List<CanonicalValue> values = new ArrayList<>();
    private int characters;
    private int maxValues = Canonicaliser.MAX_VALUES;
    private int maxCharacters = Canonicaliser.MAX_CHARACTERS;
    private int read;
    private int depth;

    List<CanonicalValue> values() {
        return values;
    }

    /**
     * Begins a part of the request, which may fill the sink up to these bounds: what parts before it left is its own,
     * and what parts behind it need is not.
     */
    void begin(int values, int characters) {
        maxValues = values;
        maxCharacters = characters;
        read = 0;
    }

    /** Whether a bound on the number or the size of values is reached, but for the rest of the part. */
    boolean isFull() {
        return remaining() <= 0 || values.size() >= maxValues - 1;
    }

    /** Ends a part: when it was too much, what nobody read of it becomes one value, so that nothing hides there. */
    void end(String field, String part, Syntax syntax) {
        int length = Math.min(part.length() - read, Math.min(Canonicaliser.MAX_LENGTH, maxCharacters - characters));
        if (isFull() && length > 0 && values.size() < maxValues) {
            put(Kind.DOCUMENT, field, Decoder.decode(Excerpt.of(part, read, read + length), syntax));
        }
    }

    private int remaining() {
        return maxCharacters - Canonicaliser.REST - characters;
    }

    /** Adds a value unless it is plain or there are enough, and then what it hides or holds. */
    void add(Kind kind, String field, Excerpt excerpt, Syntax syntax) {
        if (isFull() || excerpt.length() == 0) {
            return;
        }
        Excerpt bounded = excerpt.part(0, Math.min(excerpt.length(), Math.min(Canonicaliser.MAX_LENGTH, remaining())));
        read = Math.max(read, bounded.place(bounded.length()));
        boolean opened = kind != Kind.PATH && kind != Kind.NAME && kind != Kind.DOCUMENT;
        if (Plain.isWord(bounded.text(), 0, bounded.length()) && !isSerialised(bounded.text())) {
            List<Excerpt> hidden = opened ? HiddenTexts.of(bounded) : List.of();
            if (!hidden.isEmpty()) {
                put(kind, field, bounded);
                addHidden(field, hidden);
            }
            return;
        }
        Excerpt decoded = Decoder.decode(bounded, syntax);
        put(kind, field, decoded);
        if (opened) {
            List<Excerpt> hidden = HiddenTexts.of(decoded);
            // Base64 in a query often comes with its plus signs as they are.
            boolean plus = hidden.isEmpty() && (decoded.encodings() & Encodings.PLUS) != 0;
            addHidden(field, plus ? HiddenTexts.of(bounded) : hidden);
            addInner(field, decoded);
        }
    }

    /** The same for the characters of a part that is not cut out unless it has to be. */
    void add(Kind kind, String prefix, String name, Excerpt part, int start, int end, Syntax syntax) {
        boolean plain = Plain.isWord(part.text(), start, end);
        if (end > start && !(plain && end - start < HiddenTexts.MIN_LENGTH)) {
            add(kind, prefix + name, part.part(start, end), syntax);
        }
    }

    /** An object of Java in Base64 or hexadecimal digits, which is a word to look at. */
    private static boolean isSerialised(String text) {
        return text.regionMatches(true, 0, "rO0AB", 0, 5) || text.regionMatches(true, 0, "aced0005", 0, 8);
    }

    private void put(Kind kind, String field, Excerpt decoded) {
        values.add(new CanonicalValue(kind, field, decoded));
        characters += decoded.length();
    }

    private void addHidden(String field, List<Excerpt> hidden) {
        if (depth >= Canonicaliser.MAX_DEPTH) {
            return;
        }
        depth++;
        for (Excerpt text : hidden) {
            add(Kind.HIDDEN, field, text, Syntax.TEXT);
        }
        depth--;
    }

    /** A document inside the value is walked too, beside the value itself. */
    private void addInner(String field, Excerpt decoded) {
        if (depth >= Canonicaliser.MAX_DEPTH || decoded.length() < 2) {
            return;
        }
        depth++;
        if (JsonValues.isLikely(decoded.text())) {
            JsonValues.add(decoded, field, this);
        } else if (XmlValues.isLikely(decoded.text())) {
            XmlValues.add(decoded, field, this);
        }
        depth--;
    }
}
