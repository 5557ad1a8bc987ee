package ai.kongguard.detect.normalize;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The character references that matter to an attack: those of markup and punctuation, and all numeric ones. */
final class HtmlEntities {

    private static final int LONGEST_NAME = 20;

    private static final Map<String, Integer> NAMED = named();

    private HtmlEntities() {}

    /** Reads the reference that begins at {@code start}, if one does. */
    static boolean read(char[] chars, int start, int length, DecodedCharacter read) {
        int from = start + 1;
        if (from >= length) {
            return false;
        }
        return chars[from] == '#' ? number(chars, start, length, read) : name(chars, start, length, read);
    }

    /** Browsers take any number of leading zeros, and need no semicolon. */
    private static boolean number(char[] chars, int start, int length, DecodedCharacter read) {
        boolean hex = start + 2 < length && (chars[start + 2] | 0x20) == 'x';
        int radix = hex ? 16 : 10;
        int from = start + (hex ? 3 : 2);
        int value = 0;
        int i = from;
        while (i < length) {
            int digit = Ascii.hexDigit(chars[i]);
            if (digit < 0 || digit >= radix) {
                break;
            }
            value = value > Character.MAX_CODE_POINT ? value : value * radix + digit;
            i++;
        }
        if (i == from || !Character.isValidCodePoint(value)) {
            return false;
        }
        int end = i < length && chars[i] == ';' ? i + 1 : i;
        return read.is(value, end - start, Encodings.ENTITY);
    }

    private static boolean name(char[] chars, int start, int length, DecodedCharacter read) {
        int from = start + 1;
        int end = from;
        int limit = Math.min(length, from + LONGEST_NAME + 1);
        while (end < limit && (Ascii.isLetter(chars[end]) || Ascii.isDigit(chars[end]))) {
            end++;
        }
        char after = end < length ? chars[end] : ' ';
        if (end - from < 2 || after == '=') {
            return false;
        }
        if (after == ';') {
            int value = named(chars, from, end);
            return value >= 0 && read.is(value, end + 1 - start, Encodings.ENTITY);
        }
        // The oldest references need no semicolon, and what follows a bracket may be a tag.
        char first = (char) (chars[from] | 0x20);
        if ((first == 'l' || first == 'g') && (chars[from + 1] | 0x20) == 't') {
            return read.is(first == 'l' ? '<' : '>', 3, Encodings.ENTITY);
        }
        int old = end - from <= 4 ? named(chars, from, end) : -1;
        return (old == '&' || old == '"') && read.is(old, end - start, Encodings.ENTITY);
    }

    private static int named(char[] chars, int from, int end) {
        return NAMED.getOrDefault(new String(chars, from, end - from).toLowerCase(Locale.ROOT), -1);
    }

    private static Map<String, Integer> named() {
        Map<String, Integer> names = new HashMap<>();
        String[] pairs = {
            "lt<",
            "gt>",
            "amp&",
            "quot\"",
            "apos'",
            "colon:",
            "semi;",
            "comma,",
            "lpar(",
            "rpar)",
            "lsqb[",
            "lbrack[",
            "rsqb]",
            "rbrack]",
            "lcub{",
            "lbrace{",
            "rcub}",
            "rbrace}",
            "sol/",
            "bsol\\",
            "equals=",
            "grave`",
            "diacriticalgrave`",
            "tab\t",
            "newline\n",
            "nbsp\u00a0",
            "nonbreakingspace\u00a0",
            "period.",
            "excl!",
            "num#",
            "percnt%",
            "dollar$",
            "plus+",
            "ast*",
            "midast*",
            "quest?",
            "commat@",
            "lowbar_",
            "underbar_",
            "vert|",
            "verbar|",
            "verticalline|",
            "hat^",
            "shy\u00ad",
            "zerowidthspace\u200b",
            "hyphen\u2010"
        };
        for (String pair : pairs) {
            int last = pair.length() - 1;
            names.put(pair.substring(0, last), (int) pair.charAt(last));
        }
        return Map.copyOf(names);
    }
}
