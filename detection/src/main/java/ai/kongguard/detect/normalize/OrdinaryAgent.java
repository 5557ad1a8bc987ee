package ai.kongguard.detect.normalize;

import java.util.Arrays;

/**
 * Recognises the user agents that browsers and client libraries send, so that they cost nothing: products with
 * versions, and comments of known words and of words with digits. Anything else is looked at.
 */
final class OrdinaryAgent {

    private static final long[] KNOWN = known("AppleWebKit CPU Chrome Firefox Gecko Intel KHTML Linux Mac Macintosh "
            + "Mobile NT OS Safari Ubuntu Version Win64 Windows X arch64 compatible iPad iPhone iPod like rv wv x64 U K "
            + "Android Tablet Build en-us en-US Edg OPR");

    private OrdinaryAgent() {}

    static boolean is(String agent) {
        int depth = 0;
        int i = 0;
        while (i < agent.length()) {
            char c = agent.charAt(i);
            if (isWordCharacter(c)) {
                int end = endOfWord(agent, i);
                if (end < 0) {
                    return false;
                }
                i = end;
                continue;
            }
            char before = i > 0 ? agent.charAt(i - 1) : ';';
            boolean allowed =
                    switch (c) {
                        case ' ' -> isWordCharacter(before) || before == ')' || before == ';' || before == ',';
                        case '(' -> ++depth == 1 && before == ' ';
                        case ')' -> --depth == 0 && isWordCharacter(before);
                        case ';', ',' -> depth == 1 && isWordCharacter(before);
                        default -> false;
                    };
            if (!allowed) {
                return false;
            }
            i++;
        }
        return depth == 0;
    }

    /** The end of a product, a known word or a word with digits; -1 when it is another. */
    private static int endOfWord(String agent, int start) {
        long hash = 0;
        boolean digits = false;
        int i = start;
        while (i < agent.length() && isWordCharacter(agent.charAt(i))) {
            char c = agent.charAt(i);
            digits |= Ascii.isDigit(c);
            hash = hash * 131 + c;
            if (c == '.' && i > start && agent.charAt(i - 1) == '.') {
                return -1;
            }
            i++;
        }
        char after = i < agent.length() ? agent.charAt(i) : ' ';
        boolean version = i + 1 < agent.length() && Ascii.isDigit(agent.charAt(i + 1));
        if ((after == '/' || after == ':') && version) {
            i++;
            while (i < agent.length() && (Ascii.isWord(agent.charAt(i)) || isSingleDot(agent, i))) {
                i++;
            }
            return i;
        }
        return digits || Arrays.binarySearch(KNOWN, hash) >= 0 ? i : -1;
    }

    private static boolean isSingleDot(String agent, int at) {
        return agent.charAt(at) == '.' && agent.charAt(at - 1) != '.';
    }

    private static boolean isWordCharacter(char c) {
        return Ascii.isWord(c) || c == '.' || c == '-';
    }

    private static long[] known(String words) {
        long[] hashes = new long[64];
        int count = 0;
        long hash = 0;
        for (int i = 0; i <= words.length(); i++) {
            if (i == words.length() || words.charAt(i) == ' ') {
                hashes[count++] = hash;
                hash = 0;
            } else {
                hash = hash * 131 + words.charAt(i);
            }
        }
        long[] sorted = Arrays.copyOf(hashes, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
