package ai.kongguard.detect.model;

import ai.kongguard.detect.normalize.Ascii;
import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.detect.normalize.Encodings;
import java.util.Arrays;

/**
 * The features of a value as a whole: how long it is, what it is made of, what is out of balance, how it was encoded
 * and how it begins and ends. All are numbers of moderate size; counts are logarithms. Not thread-safe.
 */
final class Shape {

    private static final int CLASSES = WordClass.values().length;
    /** Encodings that a value needs for no place in a request; the others would only tell where it stood. */
    private static final int[] DISGUISES = {
        Encodings.URL_TWICE,
        Encodings.INVALID_PERCENT,
        Encodings.OVERLONG,
        Encodings.PERCENT_U,
        Encodings.ENTITY,
        Encodings.UNICODE_ESCAPE,
        Encodings.CONFUSABLE,
        Encodings.BASE64,
        Encodings.HEX,
        Encodings.NUL,
        Encodings.INVALID_UTF8
    };

    private static final int SINGLE = 33 + DISGUISES.length;

    /** How many features there are. */
    static final int SIZE = SINGLE + CharacterCounts.SIGNS.length() + CLASSES;

    private final CharacterCounts characters = new CharacterCounts();
    private final int[] classes = new int[CLASSES];
    private int longestWord;
    private int longestRun;
    private float[] out = new float[0];
    private int at;

    /** Writes the features of a value and its tokens to {@code target} from {@code from} on. */
    void fill(CanonicalValue value, Lexer tokens, float[] target, int from) {
        out = target;
        at = from;
        characters.read(value.text());
        count(tokens);
        size(tokens);
        material();
        balance();
        edges(value.text(), tokens);
        put(Math.max(0, value.layers() - 1));
        for (int encoding : DISGUISES) {
            put((value.encodings() & encoding) == 0 ? 0 : 1);
        }
        put(place(value.kind()));
        if (at - from != SINGLE) {
            throw new IllegalStateException("SINGLE should be " + (at - from));
        }
        for (int count : characters.signs) {
            put(Logs.ofCount(count));
        }
        for (int count : classes) {
            put(Logs.ofCount(count));
        }
    }

    private void count(Lexer tokens) {
        Arrays.fill(classes, 0);
        longestWord = 0;
        longestRun = 0;
        int run = 0;
        for (int i = 0; i < tokens.count; i++) {
            int kind = tokens.kind[i];
            if (kind < CLASSES) {
                classes[kind]++;
                longestWord = Math.max(longestWord, tokens.end[i] - tokens.start[i]);
            }
            run = WordClass.isPlain(kind) ? run + 1 : 0;
            longestRun = Math.max(longestRun, run);
        }
    }

    private void size(Lexer tokens) {
        int words = tokens.plainWords + tokens.listedWords;
        put(Logs.ofCount(characters.length));
        put(Logs.ofCount(tokens.count));
        put(Logs.ofCount(tokens.plainWords));
        put(Logs.ofCount(tokens.listedWords));
        put(words == 0 ? 0 : tokens.listedWords / (float) words);
        put(Math.min(16, tokens.comments));
        put(Logs.ofCount(longestWord));
        put(Logs.ofCount(longestRun));
    }

    private void material() {
        float size = Math.max(1, characters.length);
        int letters = characters.letters;
        put(letters / size);
        put(characters.digits / size);
        put(characters.spaces / size);
        put((characters.length - letters - characters.digits - characters.spaces - characters.beyondAscii) / size);
        put(characters.beyondAscii / size);
        put(Logs.ofCount(characters.control));
        put(letters == 0 ? 0 : characters.upper / (float) letters);
        put(Logs.ofCount(characters.caseChanges));
        put(characters.entropy());
        put(characters.distinct() / size);
    }

    private void balance() {
        put(Math.min(8, characters.openParentheses));
        put(Math.min(8, characters.strayParentheses));
        put(clamp(characters.of('{') - characters.of('}')));
        put(clamp(characters.of('[') - characters.of(']')));
        put(characters.of('\'') & 1);
        put(characters.of('"') & 1);
        put(Math.min(8, characters.quotedOperators));
    }

    private void edges(String text, Lexer tokens) {
        float size = Math.max(1, characters.length);
        put(characters.firstQuote < 0 ? -1 : characters.firstQuote / size);
        put(characters.firstSign < 0 ? -1 : Logs.ofCount(characters.firstSign));
        put(text.isEmpty() ? 0 : kind(text.charAt(0)));
        put(text.isEmpty() ? 0 : kind(text.charAt(text.length() - 1)));
        put(tokens.count > 0 ? tokens.kind[0] : -1);
        put(tokens.count > 1 ? tokens.kind[1] : -1);
    }

    private void put(float feature) {
        out[at++] = feature;
    }

    /** Only what a place says about the text itself: attacks and honest texts stand in any parameter. */
    private static int place(CanonicalValue.Kind kind) {
        return switch (kind) {
            case PATH, SEGMENT -> 1;
            case NAME -> 2;
            case DOCUMENT -> 3;
            case HIDDEN -> 4;
            case PARAMETER, HEADER, COOKIE, LEAF -> 0;
        };
    }

    private static int clamp(int balance) {
        return Math.max(-8, Math.min(8, balance));
    }

    private static int kind(char c) {
        if (Ascii.isLetter(c)) {
            return 1;
        }
        if (Ascii.isDigit(c)) {
            return 2;
        }
        return switch (c) {
            case ' ', '\t', '\n', '\r' -> 3;
            case '\'', '"', '`' -> 4;
            case '(', '[', '{', '<' -> 5;
            case ')', ']', '}', '>' -> 6;
            default -> c < 0x80 ? 7 : 8;
        };
    }
}
