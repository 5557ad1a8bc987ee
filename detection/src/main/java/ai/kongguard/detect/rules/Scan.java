package ai.kongguard.detect.rules;

import ai.kongguard.detect.normalize.Ascii;

/** Searches that end where they are told to, since one that runs to the end for each candidate is quadratic. */
final class Scan {

    private Scan() {}

    /** Where {@code wanted} begins and ends between {@code from} and {@code to}, exclusive; -1 when nowhere. */
    static int find(String text, String wanted, int from, int to) {
        char first = wanted.charAt(0);
        int last = Math.min(to, text.length()) - wanted.length();
        for (int i = Math.max(0, from); i <= last; i++) {
            if (text.charAt(i) == first && text.startsWith(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Where the character stands between {@code from} and {@code to}, exclusive; -1 when nowhere. */
    static int find(String text, char wanted, int from, int to) {
        int last = Math.min(to, text.length());
        for (int i = Math.max(0, from); i < last; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** The first character from here on that is neither white space nor a quote; the end when there is none. */
    static int skipBlanksAndQuotes(String text, int from) {
        int i = from;
        while (i < text.length() && (Ascii.isSpace(text.charAt(i)) || "\"'".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    /** Behind the word or the path that begins here. */
    static int endOfFile(String text, int start) {
        int i = start;
        while (i < text.length() && (Ascii.isWord(text.charAt(i)) || text.charAt(i) == '/' || text.charAt(i) == '.')) {
            i++;
        }
        return i;
    }

    /** How many words there are between {@code from} and {@code to}, exclusive. */
    static int words(String text, int from, int to) {
        int words = 0;
        boolean inWord = false;
        for (int i = Math.max(0, from); i < Math.min(to, text.length()); i++) {
            boolean word = Ascii.isWord(text.charAt(i));
            words += word && !inWord ? 1 : 0;
            inWord = word;
        }
        return words;
    }
}
