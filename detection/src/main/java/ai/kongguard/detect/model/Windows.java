package ai.kongguard.detect.model;

import java.util.Arrays;

/**
 * The stretches of a value that are judged apart, so that neither a long text around it nor another payload beside it
 * changes what is thought of one. Long ones show what a value is; short ones begin just before something odd and hold
 * little else. Of a long value the first, the last and the oddest are taken. Holds those of the last value read; not
 * thread-safe.
 */
final class Windows {

    private static final int LONG = 40;
    private static final int LONG_STEP = LONG / 2;
    private static final int SHORT = 14;
    private static final int SHORT_STEP = 5;
    private static final int BEFORE = 2;

    /** A value of so few tokens is one stretch. */
    private static final int ONE = 20;

    /** Of each length. */
    private static final int MAX = 40;

    private static final int EDGE = MAX / 5;

    private static final int SIGN = 2;

    int count;

    /** First token of the oddest long stretch. */
    int oddest;

    final int[] from = new int[2 * MAX];
    final int[] to = new int[2 * MAX];

    /** How many odd tokens, and how many that are punctuation, stand before each. */
    private int[] oddBefore = new int[128];

    private int[] signsBefore = new int[128];
    private int candidates;
    private int[] starts = new int[64];
    private int[] oddness = new int[64];

    void read(Lexer tokens) {
        count = 0;
        candidates = 0;
        oddest = 0;
        count(tokens);
        int last = Math.max(1, tokens.count - LONG_STEP);
        for (int i = 0; i < last && tokens.count > 0; i += LONG_STEP) {
            candidate(tokens, i, LONG, tokens.count <= LONG ? 1 : 2);
        }
        oddest = oddest();
        choose(tokens, LONG);
        if (tokens.count <= ONE) {
            return;
        }
        candidates = 0;
        int next = 0;
        for (int i = 0; i < tokens.count; i++) {
            if (i >= next && oddBefore[i + 1] > oddBefore[i]) {
                candidate(tokens, Math.max(0, i - BEFORE), SHORT, 2);
                next = i + SHORT_STEP;
            }
        }
        choose(tokens, SHORT);
    }

    private void count(Lexer tokens) {
        if (oddBefore.length <= tokens.count) {
            oddBefore = new int[2 * tokens.count];
            signsBefore = new int[2 * tokens.count];
        }
        for (int i = 0; i < tokens.count; i++) {
            int kind = tokens.kind[i];
            oddBefore[i + 1] = oddBefore[i] + (isOdd(kind) ? 1 : 0);
            signsBefore[i + 1] = signsBefore[i] + (kind > Lexer.NUMBER ? 1 : 0);
        }
    }

    private void candidate(Lexer tokens, int start, int size, int least) {
        int end = Math.min(tokens.count, start + size);
        int odd = oddBefore[end] - oddBefore[start];
        int signs = signsBefore[end] - signsBefore[start];
        if (odd < least) {
            return;
        }
        if (candidates == starts.length) {
            starts = Arrays.copyOf(starts, 2 * candidates);
            oddness = Arrays.copyOf(oddness, 2 * candidates);
        }
        starts[candidates] = start;
        // Prose has words that a language knows, but not their punctuation.
        oddness[candidates] = odd + SIGN * signs;
        candidates++;
    }

    private int oddest() {
        int highest = 0;
        int start = 0;
        for (int i = 0; i < candidates; i++) {
            if (oddness[i] > highest) {
                highest = oddness[i];
                start = starts[i];
            }
        }
        return start;
    }

    private void choose(Lexer tokens, int size) {
        int floor = 0;
        int ties = 0;
        if (candidates > MAX) {
            int[] middle = Arrays.copyOfRange(oddness, EDGE, candidates - EDGE);
            Arrays.sort(middle);
            int first = middle.length - (MAX - 2 * EDGE);
            floor = middle[first];
            // Those that are odder than the last one with a place must not lose theirs to others like that one.
            while (first < middle.length && middle[first] == floor) {
                first++;
                ties++;
            }
        }
        for (int i = 0; i < candidates; i++) {
            boolean edge = candidates <= MAX || i < EDGE || i >= candidates - EDGE;
            if (!edge && oddness[i] == floor) {
                ties--;
            }
            if (edge || oddness[i] > floor || (oddness[i] == floor && ties >= 0)) {
                from[count] = starts[i];
                to[count] = Math.min(tokens.count, starts[i] + size);
                count++;
            }
        }
    }

    /** Whether plain prose has no such token. */
    private static boolean isOdd(int kind) {
        if (kind >= Lexer.PUNCTUATION && kind < Lexer.CONTROL) {
            char c = (char) (kind - Lexer.PUNCTUATION);
            return c != '.' && c != ',' && c != '!' && c != '?' && c != ':' && c != '-' && c != '@' && c != '_';
        }
        return kind != Lexer.NUMBER && !WordClass.isPlain(kind);
    }
}
