package ai.kongguard.detect.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Word lists written as text. */
final class Words {

    private Words() {}

    /** The words of a text, which white space separates; immutable. */
    static Set<String> of(String text) {
        Set<String> words = new HashSet<>(list(text));
        return Set.copyOf(words);
    }

    private static List<String> list(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) <= ' ') {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }
}
