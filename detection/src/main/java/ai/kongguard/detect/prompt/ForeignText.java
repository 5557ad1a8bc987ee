package ai.kongguard.detect.prompt;

import java.lang.Character.UnicodeScript;

/**
 * Running text in a language whose words are not known here, so that nobody can tell whom it addresses: words in a row
 * without any that is known, or letters of a script without known words. Not thread-safe.
 */
final class ForeignText {

    private static final int WORDS = 7;
    private static final int LETTERS = 10;

    private int words;
    private int letters;
    private boolean present;

    /** Begins another value. */
    void begin() {
        words = 0;
        letters = 0;
    }

    /** A word begins with this letter, or where words are not parted: this letter. */
    void word(char first, boolean known) {
        if (known) {
            begin();
            return;
        }
        if (first >= 0x600 && isUnknown(first)) {
            letters++;
        }
        words += Letters.isUnspaced(first) || (first >= '0' && first <= '9') ? 0 : 1;
        present |= words >= WORDS || letters >= LETTERS;
    }

    /** Anything but a letter; only blanks and commas, full stops and apostrophes stand between the words of a text. */
    void sign(char c) {
        if (c != ' ' && c != ',' && c != '.' && c != '\'') {
            words = 0;
        }
    }

    boolean isPresent() {
        return present;
    }

    /** The scripts of the known words; others are counted by words if they have blanks, and by letters if not. */
    private static boolean isUnknown(char c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script != UnicodeScript.LATIN && script != UnicodeScript.ARABIC;
    }
}
