package ai.kongguard.detect.normalize;

import java.util.Map;

/** The character references that matter to an attack: those of markup and punctuation, and all numeric ones. */
final class HtmlEntities {

    /** Longest reference looked at, ampersand to semicolon; leading zeros make them long. */
    private static final int MAX_LENGTH = 14;

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("lt", (int) '<'),
            Map.entry("gt", (int) '>'),
            Map.entry("amp", (int) '&'),
            Map.entry("quot", (int) '"'),
            Map.entry("apos", (int) '\''),
            Map.entry("colon", (int) ':'),
            Map.entry("semi", (int) ';'),
            Map.entry("lpar", (int) '('),
            Map.entry("rpar", (int) ')'),
            Map.entry("sol", (int) '/'),
            Map.entry("bsol", (int) '\\'),
            Map.entry("equals", (int) '='),
            Map.entry("grave", (int) '`'),
            Map.entry("tab", (int) '\t'),
            Map.entry("newline", (int) '\n'),
            Map.entry("nbsp", 0xa0),
            Map.entry("period", (int) '.'),
            Map.entry("excl", (int) '!'),
            Map.entry("num", (int) '#'));

    private HtmlEntities() {}

    /** The end, exclusive, of the reference that begins at {@code start}; -1 when none does. */
    static int endOf(char[] chars, int start, int length) {
        int i = start + 1;
        boolean numeric = i < length && chars[i] == '#';
        for (; i < length && i - start < MAX_LENGTH; i++) {
            char c = chars[i];
            if (c == ';') {
                return i - start > 1 ? i + 1 : -1;
            }
            if (!Ascii.isWord(c) && c != '#') {
                break;
            }
        }
        // Browsers take numeric references without the semicolon.
        return numeric && i - start > 2 ? i : -1;
    }

    /** What the reference stands for; -1 when it is unknown. */
    static int codePoint(char[] chars, int start, int end) {
        int last = chars[end - 1] == ';' ? end - 1 : end;
        if (chars[start + 1] == '#') {
            boolean hex = chars[start + 2] == 'x' || chars[start + 2] == 'X';
            return number(chars, start + (hex ? 3 : 2), last, hex ? 16 : 10);
        }
        return NAMED.getOrDefault(
                new String(chars, start + 1, last - start - 1).toLowerCase(java.util.Locale.ROOT), -1);
    }

    private static int number(char[] chars, int from, int to, int radix) {
        int value = from < to ? 0 : -1;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(chars[i], radix);
            if (digit < 0 || value > Character.MAX_CODE_POINT / radix) {
                return -1;
            }
            value = value * radix + digit;
        }
        return Character.isValidCodePoint(value) ? value : -1;
    }
}
