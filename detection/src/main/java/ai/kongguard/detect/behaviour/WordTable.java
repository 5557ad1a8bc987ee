package ai.kongguard.detect.behaviour;

/**
 * Words, each with a number, that are found in a text without taking it apart; ASCII letters match in either case.
 * Immutable.
 */
final class WordTable {

    /** No such word. */
    static final int NONE = -1;

    private final String[] words;
    private final int[] numbers;
    private final int mask;

    /** Each text is one number's words, separated by a space. */
    WordTable(String... texts) {
        int slots = Integer.highestOneBit(String.join(" ", texts).length()) * 2;
        words = new String[slots];
        numbers = new int[slots];
        mask = slots - 1;
        for (int number = 0; number < texts.length; number++) {
            String text = texts[number];
            int start = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || text.charAt(i) == ' ') {
                    add(text.substring(start, i), number);
                    start = i + 1;
                }
            }
        }
    }

    /** The hash of a word that is one character longer; of no character it is 0. */
    static int step(int hash, char next) {
        return hash * 31 + Hash.lower(next);
    }

    /** The number of the word from {@code start} to {@code end}, exclusive, whose hash is known; else {@link #NONE}. */
    int find(String text, int start, int end, int hash) {
        for (int at = spread(hash) & mask; words[at] != null; at = at + 1 & mask) {
            if (words[at].length() == end - start && words[at].regionMatches(true, 0, text, start, end - start)) {
                return numbers[at];
            }
        }
        return NONE;
    }

    private void add(String word, int number) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = step(hash, word.charAt(i));
        }
        int at = spread(hash) & mask;
        while (words[at] != null) {
            at = at + 1 & mask;
        }
        words[at] = word;
        numbers[at] = number;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9e3779b9;
        return mixed ^ mixed >>> 16;
    }
}
