package ai.kongguard.traffic.attack.disguise;

import java.util.function.IntFunction;

/** Characters written as references to them. */
final class Escapes {

    private static final char FIRST_PRINTABLE = '!';
    private static final char LAST_PRINTABLE = '~';
    private static final int TO_FULL_WIDTH = 0xfee0;
    private static final int REFERENCE_DIGITS = 7;

    private Escapes() {}

    static String some(String text, String special, IntFunction<String> reference) {
        StringBuilder escaped = new StringBuilder(text.length() + 32);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (special.indexOf(c) >= 0) {
                escaped.append(reference.apply(c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String all(String text, IntFunction<String> reference) {
        StringBuilder escaped = new StringBuilder(text.length() * 6);
        text.codePoints().forEach(c -> escaped.append(reference.apply(c)));
        return escaped.toString();
    }

    static String padded(int c) {
        String digits = Integer.toString(c);
        return "0".repeat(REFERENCE_DIGITS - digits.length()) + digits;
    }

    static String entity(int c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&apos;";
            case '&' -> "&amp;";
            case '(' -> "&lpar;";
            case ')' -> "&rpar;";
            case '=' -> "&equals;";
            case ';' -> "&semi;";
            case '/' -> "&sol;";
            case '\\' -> "&bsol;";
            case '`' -> "&grave;";
            case '{' -> "&lbrace;";
            case '}' -> "&rbrace;";
            case '$' -> "&dollar;";
            default -> "&#" + c + ";";
        };
    }

    /** Only what is not a letter or digit, as normalising lets these pass and filters look for those. */
    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mark = c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE && !Character.isLetterOrDigit(c);
            wide.append(mark ? (char) (c + TO_FULL_WIDTH) : c);
        }
        return wide.toString();
    }
}
