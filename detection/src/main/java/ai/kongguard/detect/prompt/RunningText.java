package ai.kongguard.detect.prompt;

/**
 * Whether a text holds a sentence, in any language: who knows no word of it cannot tell whom it addresses, and even
 * known words persuade in more ways than anybody lists. Not thread-safe.
 */
final class RunningText {

    /** Shorter runs are names, headings, and most lines of code. */
    private static final int WORDS = 6;

    /** The same where blanks do not part words. */
    private static final int LETTERS = 10;

    /** Scripts from here on are rarely written by others than those who speak in them, so fewer words tell. */
    private static final int FIRST_OTHER = 0x590;

    private int words;
    private int letters;
    private boolean present;

    /** Begins a text that goes on from none before it. */
    void begin() {
        words = 0;
        letters = 0;
    }

    /** A word begins with this letter; where words are not parted, this is the next letter. */
    void word(char first) {
        if (first >= '0' && first <= '9') {
            return;
        }
        if (Letters.isUnspaced(first)) {
            letters++;
        } else {
            words += first < FIRST_OTHER ? 1 : 2;
        }
        present |= words >= WORDS || letters >= LETTERS;
    }

    /** Anything but a letter; only these stand between the words of a sentence. */
    void sign(char c) {
        if (" ,.'!?:;".indexOf(c) < 0) {
            begin();
        }
    }

    boolean isPresent() {
        return present;
    }
}
