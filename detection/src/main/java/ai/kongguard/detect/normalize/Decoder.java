package ai.kongguard.detect.normalize;

/**
 * Undoes the encodings that lie over a value, again and again until nothing changes or {@link #MAX_LAYERS} is reached:
 * percent-encoding, HTML entities and backslash escapes, and folds look-alike characters. What is invalid stays as it
 * is. Keeps, for every decoded character, where it began. One pass is linear in the length.
 */
final class Decoder {

    /** Deeper nesting is no accident, and three layers are what real servers undo. */
    static final int MAX_LAYERS = 5;

    /** How a value is encoded by the place where it stands. */
    enum Syntax {
        /** A query or a form: percent-encoding, and a plus for a space. */
        FORM,
        /** A path or a cookie: percent-encoding. */
        URL,
        /** Anything else: as it is, yet whoever receives it may decode it. */
        TEXT
    }

    private final char[] chars;
    private final int[] places;
    private final DecodedCharacter read = new DecodedCharacter();
    private int length;
    private int out;
    private int again;
    private int layers;
    private int encodings;
    private boolean folded;

    private Decoder(Excerpt excerpt) {
        length = excerpt.length();
        chars = new char[length];
        excerpt.text().getChars(0, length, chars, 0);
        places = excerpt.places();
        encodings = excerpt.encodings();
    }

    /** The decoded text; the same instance when there is nothing to decode. */
    static Excerpt decode(Excerpt excerpt, Syntax syntax) {
        String raw = excerpt.text();
        int first = firstEncoded(raw);
        if (first < 0) {
            boolean plus = syntax == Syntax.FORM && raw.indexOf('+') >= 0;
            return plus ? excerpt.replaced(raw.replace('+', ' '), Encodings.PLUS) : excerpt;
        }
        Decoder decoder = new Decoder(excerpt);
        if (syntax == Syntax.FORM) {
            decoder.spaces();
        }
        boolean more = decoder.pass(first, syntax != Syntax.TEXT);
        for (int passes = 1; more && passes < MAX_LAYERS; passes++) {
            more = decoder.pass(decoder.again, false);
        }
        if (decoder.layers == 0 && !decoder.folded) {
            return excerpt.replaced(raw, decoder.encodings);
        }
        String text = new String(decoder.chars, 0, decoder.length);
        return excerpt.decoded(text, decoder.places, decoder.layers, decoder.encodings);
    }

    /** The first character that could be more than itself; -1 when there is none. */
    private static int firstEncoded(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean matters = c < 0x80 ? c == '%' || c == '\\' || c == 0 : Confusables.matters(c);
            if (matters || (c == '&' && mayBeEntity(raw, i + 1))) {
                // What is decoded here may complete an entity that begins just before.
                while (i > 0 && raw.charAt(i - 1) == '&') {
                    i--;
                }
                return i;
            }
        }
        return -1;
    }

    /** Whether an entity may go on like this; operators of languages do not. */
    private static boolean mayBeEntity(String raw, int next) {
        return next < raw.length() && (raw.charAt(next) == '#' || raw.charAt(next) >= 'A');
    }

    private void spaces() {
        for (int i = 0; i < length; i++) {
            if (chars[i] == '+') {
                chars[i] = ' ';
                folded = true;
                encodings |= Encodings.PLUS;
            }
        }
    }

    /** Decodes everything once, in place since writing never overtakes reading; whether that made new sequences. */
    private boolean pass(int from, boolean percentsExpected) {
        int found = 0;
        again = -1;
        out = from;
        int in = from;
        read.restart();
        while (in < length) {
            char c = chars[in];
            int place = places[in];
            boolean starts = c == '%' || c == '&' || c == '\\';
            if (starts && read.at(chars, in, length)) {
                found |= read.encodings;
                in += read.width;
                put(read.codePoint, place, in, read.isEscape());
            } else {
                encodings |= percentsExpected && c == '%' ? Encodings.INVALID_PERCENT : 0;
                in++;
                put(c, place, in, false);
            }
        }
        places[out] = places[length];
        length = out;
        boolean percents = (found & Encodings.URL) != 0;
        encodings |= found | (percents && (encodings & Encodings.URL) != 0 ? Encodings.URL_TWICE : 0);
        layers += found == 0 ? 0 : 1;
        return (found != 0 || folded) && again >= 0;
    }

    private void put(int codePoint, int place, int next, boolean escaped) {
        if (codePoint > 0x7f && codePoint <= Character.MAX_VALUE) {
            putFolded((char) codePoint, place, next, escaped);
        } else if (codePoint > Character.MAX_VALUE) {
            write(Character.highSurrogate(codePoint), place);
            write(Character.lowSurrogate(codePoint), place);
        } else {
            char c = (char) codePoint;
            if (c == '%' || c == '&' || c == '\\') {
                again = again < 0 ? out : again;
            } else if (c == 0) {
                encodings |= Encodings.NUL;
            }
            write(c, place);
        }
    }

    private void putFolded(char c, int place, int next, boolean escaped) {
        if (Confusables.isInvisible(c)) {
            boolean insideWord = isGraphic(out - 1) && (isGraphic(next) || isInvisible(next));
            if (insideWord) {
                folded = true;
                encodings |= Encodings.CONFUSABLE;
                return;
            }
        }
        char ascii = escaped ? Confusables.foldEscaped(c) : Confusables.fold(c);
        if (ascii != c) {
            folded = true;
            encodings |= Confusables.isOrdinary(c) ? 0 : Encodings.CONFUSABLE;
        }
        boolean starts = ascii == '%' || ascii == '&' || ascii == '\\';
        again = starts && again < 0 ? out : again;
        write(ascii, place);
    }

    private boolean isGraphic(int index) {
        return index >= 0 && index < length && chars[index] > ' ' && chars[index] < 0x7f;
    }

    private boolean isInvisible(int index) {
        return index < length && Confusables.isInvisible(chars[index]);
    }

    private void write(char c, int place) {
        chars[out] = c;
        places[out] = place;
        out++;
    }
}
