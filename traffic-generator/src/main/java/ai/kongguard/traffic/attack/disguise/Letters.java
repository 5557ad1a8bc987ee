package ai.kongguard.traffic.attack.disguise;

import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.attack.grammar.Transform;
import java.util.Locale;
import java.util.SplittableRandom;

/** The same letters in another case, or with other things between them. */
final class Letters {

    private static final double WRAPPED = 0.6;

    private Letters() {}

    static String mixCase(SplittableRandom random, String text) {
        return Transform.MIX.apply(random, text);
    }

    static String upperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Puts words of four letters and more into comments such as {@code /*!50000select*}{@code /}. */
    static String wrapWords(SplittableRandom random, String text) {
        StringBuilder wrapped = new StringBuilder(text.length() + 64);
        String version = Pick.one(random, "", "50000", "00000", Integer.toString(Pick.number(random, 30_000, 80_000)));
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetter(text.charAt(i))) {
                continue;
            }
            String word = text.substring(from, i);
            boolean wrap = word.length() > 3 && Pick.chance(random, WRAPPED);
            wrapped.append(wrap ? "/*!" + version + word + "*/" : word);
            if (i < text.length()) {
                wrapped.append(text.charAt(i));
            }
            from = i + 1;
        }
        return wrapped.toString();
    }

    /** Drops spaces that have a mark beside them, for a mark separates words too. */
    static String dropSpaces(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean between = c == ' ' && i > 0 && i + 1 < text.length();
            if (!between || (isWord(text.charAt(i - 1)) && isWord(text.charAt(i + 1)))) {
                dense.append(c);
            }
        }
        return dense.toString();
    }

    static String precede(String text, char before) {
        StringBuilder preceded = new StringBuilder(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                preceded.append(before);
            }
            preceded.append(text.charAt(i));
        }
        return preceded.toString();
    }

    static String insert(SplittableRandom random, String text, char inserted) {
        int at = Pick.number(random, 0, text.length() + 1);
        return text.substring(0, at) + inserted + text.substring(at);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '#';
    }
}
