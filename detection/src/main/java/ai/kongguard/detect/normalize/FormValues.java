package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;

/** Pairs of name and value: a query string, a form body, a cookie header. */
final class FormValues {

    /** Longer names are looked at as values: nobody calls a field that. */
    private static final int LONG_NAME = 40;

    /** A field without a name. */
    private static final String NAMELESS = "-";

    private final Kind kind;
    private final String prefix;
    private final Excerpt part;
    private final String text;
    private final Syntax syntax;
    private final ValueSink sink;

    private FormValues(Kind kind, String prefix, Excerpt part, Syntax syntax, ValueSink sink) {
        this.kind = kind;
        this.prefix = prefix;
        this.part = part;
        this.text = part.text();
        this.syntax = syntax;
        this.sink = sink;
    }

    static void add(Kind kind, String prefix, Excerpt part, char separator, Syntax syntax, ValueSink sink) {
        FormValues form = new FormValues(kind, prefix, part, syntax, sink);
        String text = part.text();
        int start = 0;
        while (start < text.length() && !sink.isFull()) {
            int found = text.indexOf(separator, start);
            int end = found < 0 ? text.length() : found;
            while (start < end && text.charAt(start) == ' ') {
                start++;
            }
            form.pair(start, end);
            start = end + 1;
        }
    }

    private void pair(int start, int end) {
        int equals = start;
        while (equals < end && text.charAt(equals) != '=') {
            equals++;
        }
        if (equals == end) {
            sink.add(kind, prefix, NAMELESS, part, start, end, syntax);
        } else if (!isOddName(text, start, equals)) {
            if (isWorthLooking(equals + 1, end)) {
                sink.add(kind, prefix, text.substring(start, equals), part, equals + 1, end, syntax);
            }
        } else {
            Excerpt name = Decoder.decode(part.part(start, equals), syntax);
            boolean odd = isOddName(name.text(), 0, name.length());
            if (odd) {
                sink.add(Kind.NAME, prefix + NAMELESS, part.part(start, end), syntax);
            }
            sink.add(kind, prefix, odd ? NAMELESS : name.text(), part, equals + 1, end, syntax);
        }
    }

    /** Saves cutting out the name of a plain value. */
    private boolean isWorthLooking(int start, int end) {
        return end - start >= HiddenTexts.MIN_LENGTH || !Plain.isWord(text, start, end);
    }

    private static boolean isOddName(String text, int start, int end) {
        boolean odd = end - start > LONG_NAME;
        for (int i = start; i < end && !odd; i++) {
            odd = !isNameCharacter(text.charAt(i));
        }
        return odd || isPrototype(text, start, end);
    }

    private static boolean isNameCharacter(char c) {
        return Ascii.isWord(c) || "-.[]".indexOf(c) >= 0 || (c > 0x7f && Character.isLetterOrDigit(c));
    }

    /** Names that reach into the object behind the form. */
    private static boolean isPrototype(String text, int start, int end) {
        int length = end - start;
        return length >= 9 && (has(text, start, end, "__proto__") || has(text, start, end, "constructor"));
    }

    private static boolean has(String text, int start, int end, String wanted) {
        boolean found = false;
        for (int i = start; i + wanted.length() <= end && !found; i++) {
            found = text.startsWith(wanted, i);
        }
        return found;
    }
}
