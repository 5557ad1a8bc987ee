package ai.kongguard.detect.model;

import java.util.Arrays;

/**
 * The features of one stretch of a value: sequences of characters, of words and of word classes, each counted once and
 * known by a hash. Holds those of the last stretch read; not thread-safe.
 */
final class Ngrams {

    /** Features are numbers below two to this power. */
    static final int BITS = 18;

    private static final int MASK = (1 << BITS) - 1;

    /** Characters of a stretch that are looked at, from its start and from its end. */
    private static final int MAX_CHARS = 160;

    private static final int SEEN = 1 << 12;
    private static final int ROUNDS = 1 << (Integer.SIZE - BITS);

    int count;
    int[] features = new int[512];

    /** The features of this round: the round above, the feature below; one array, because it has to stay in the cache. */
    private final int[] seen = new int[SEEN];

    private int round;

    /** How many characters of a stretch that is read token by token are still looked at. */
    private int room;

    /** Reads the tokens from {@code from} up to and without {@code to}. */
    void read(Lexer tokens, int from, int to) {
        begin();
        int start = tokens.start[from];
        int end = tokens.end[to - 1];
        if (end - start <= 2 * MAX_CHARS) {
            characters(tokens.chars, start, start, end);
            end(tokens.chars, start, end);
        } else {
            characters(tokens.chars, start, start, start + MAX_CHARS);
            end(tokens.chars, start, start + MAX_CHARS);
            characters(tokens.chars, end - MAX_CHARS, end - MAX_CHARS, end);
            end(tokens.chars, end - MAX_CHARS, end);
        }
        words(tokens.word, from, from, to);
        kinds(tokens.kind, from, from, to);
    }

    /** Begins a stretch that is read token by token. */
    void begin() {
        count = 0;
        room = 2 * MAX_CHARS;
        round++;
        if (round == ROUNDS) {
            Arrays.fill(seen, 0);
            round = 1;
        }
    }

    /** Adds what ends in the next token of a stretch that begins with token {@code first}. */
    void add(Lexer tokens, int first, int token) {
        int end = tokens.end[token];
        int before = token == first ? tokens.start[first] : tokens.end[token - 1];
        int from = Math.max(before, end - room);
        room -= end - from;
        characters(tokens.chars, tokens.start[first], from, end);
        words(tokens.word, first, token, token + 1);
        kinds(tokens.kind, first, token, token + 1);
    }

    private void characters(char[] chars, int first, int from, int to) {
        int a = symbol(chars, first, from - 4);
        int b = symbol(chars, first, from - 3);
        int c = symbol(chars, first, from - 2);
        int d = symbol(chars, first, from - 1);
        for (int i = from; i < to; i++) {
            int e = symbol(chars[i]);
            add(((((c * 131) + d) * 131) + e) * 0x01000193 + 3);
            add((((((b * 131) + c) * 131) + d) * 131 + e) * 0x01000193 + 4);
            add(((((((a * 131) + b) * 131) + c) * 131 + d) * 131 + e) * 0x01000193 + 5);
            a = b;
            b = c;
            c = d;
            d = e;
        }
    }

    private void end(char[] chars, int first, int end) {
        int c = symbol(chars, first, end - 2);
        int d = symbol(chars, first, end - 1);
        add(((((c * 131) + d) * 131) + 2) * 0x01000193 + 3);
    }

    private static int symbol(char[] chars, int first, int at) {
        return at < first ? 1 : symbol(chars[at]);
    }

    /** One digit is like another, and so is one letter beyond ASCII. */
    private static int symbol(char c) {
        if (c >= '0' && c <= '9') {
            return '0';
        }
        return c < 0x80 ? c + 3 : 0x83;
    }

    private void words(int[] word, int first, int from, int to) {
        int before = from - 2 < first ? 17 : word[from - 2];
        int last = from - 1 < first ? 17 : word[from - 1];
        for (int i = from; i < to; i++) {
            int now = word[i];
            int pair = last * 0x2C1B3C6D + now;
            add(now * 0x297A2D39 + 11);
            add(pair * 0x297A2D39 + 12);
            add((before * 0x1B873593 + pair) * 0x297A2D39 + 13);
            before = last;
            last = now;
        }
    }

    private void kinds(short[] kind, int first, int from, int to) {
        int a = kind(kind, first, from - 4);
        int b = kind(kind, first, from - 3);
        int c = kind(kind, first, from - 2);
        int d = kind(kind, first, from - 1);
        for (int i = from; i < to; i++) {
            int e = kind[i];
            int pair = d * 257 + e;
            int three = c * 66049 + pair;
            int four = b * 16974593 + three;
            add(pair * 0x85EBCA6B + 21);
            add(three * 0x85EBCA6B + 22);
            add(four * 0x85EBCA6B + 23);
            add((a * 0x3C6EF35F + four) * 0x85EBCA6B + 24);
            a = b;
            b = c;
            c = d;
            d = e;
        }
    }

    private static int kind(short[] kind, int first, int at) {
        return at < first ? 255 : kind[at];
    }

    private void add(int hash) {
        int mixed = hash ^ (hash >>> 15);
        mixed *= 0x846CA68B;
        mixed ^= mixed >>> 16;
        int feature = mixed & MASK;
        int key = (round << BITS) | feature;
        int slot = feature & (SEEN - 1);
        // Entries of earlier rounds are free places.
        while (seen[slot] >>> BITS == round) {
            if (seen[slot] == key) {
                return;
            }
            slot = (slot + 1) & (SEEN - 1);
        }
        seen[slot] = key;
        if (count == features.length) {
            features = Arrays.copyOf(features, 2 * count);
        }
        features[count++] = feature;
    }
}
