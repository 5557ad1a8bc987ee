package ai.kongguard.review;

import java.util.Locale;

/**
 * Replaces the literals of a text that surely mean nothing: numbers, single quoted words, public IPv4 addresses, and
 * short opaque tokens. Everything else stays, in lower case: words, signs, quoted sentences, since what stands between
 * two quotes may as well be code; the numbers of escapes and of character codes, which spell text; and hosts in
 * addresses, which are what a forged request is about. Linear in the length, pure.
 */
final class LiteralFree {

    /** Quoted words up to this length. */
    private static final int MAX_WORD = 64;

    /** Longer lists of numbers may be text in character codes. */
    private static final int NUMBERS = 3;

    private final String text;
    private final StringBuilder out;
    private int at;
    private int numbers;

    private LiteralFree(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /** The skeleton of a decoded text. */
    static String of(String text) {
        LiteralFree literals = new LiteralFree(text.toLowerCase(Locale.ROOT));
        while (literals.at < literals.text.length()) {
            literals.step();
        }
        return literals.out.toString();
    }

    private void step() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            blank();
        } else if ((c == '\'' || c == '"') && quotedWord(c)) {
            numbers = 0;
        } else if (text.startsWith("//", at)) {
            host();
        } else if (isWord(c)) {
            word();
        } else {
            numbers = c == ',' || c == ';' || c == '+' || c == '|' ? numbers : 0;
            out.append(c);
            at++;
        }
    }

    private void blank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        out.append(' ');
    }

    /** A quoted word where a value is expected; not one that other words touch, since quotes can be opened to close. */
    private boolean quotedWord(char quote) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        if (" \t\n=(,<>[{:".indexOf(before) < 0) {
            return false;
        }
        int end = at + 1;
        while (end < text.length() && end - at <= MAX_WORD && isQuotable(text.charAt(end))) {
            end++;
        }
        boolean closed = end > at + 1 && end < text.length() && text.charAt(end) == quote;
        if (!closed || (end + 1 < text.length() && " \t\n=),;<>]}".indexOf(text.charAt(end + 1)) < 0)) {
            return false;
        }
        out.append(quote).append('w').append(quote);
        at = end + 1;
        return true;
    }

    /** Two slashes and the host behind them, as it is unless it is a public address. */
    private void host() {
        out.append("//");
        at += 2;
        int end = at;
        while (end < text.length() && (isWord(text.charAt(end)) || ".:@[]%-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        String host = text.substring(at, end);
        out.append(Ipv4.isPublic(host) ? Ipv4.PLACEHOLDER : host);
        at = end;
    }

    private void word() {
        int token = Tokens.end(text, at);
        if (token > at && !isEscape()) {
            out.append('~');
            at = token;
            numbers = 0;
            return;
        }
        int end = at;
        int digits = 0;
        while (end < text.length() && isWord(text.charAt(end))) {
            digits += isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        if (digits == end - at) {
            number();
        } else {
            keepLetters(end);
            numbers = 0;
        }
    }

    private void keepLetters(int end) {
        boolean escape = isEscape();
        boolean digitBefore = false;
        for (; at < end; at++) {
            boolean digit = isDigit(text.charAt(at)) && !escape;
            if (!digit) {
                out.append(text.charAt(at));
            } else if (!digitBefore) {
                out.append('0');
            }
            digitBefore = digit;
        }
    }

    private void number() {
        String address = Ipv4.at(text, at);
        if (address != null) {
            out.append(Ipv4.isPublic(address) ? Ipv4.PLACEHOLDER : address);
            at += address.length();
            return;
        }
        int end = at;
        while (end < text.length() && (isDigit(text.charAt(end)) || isPoint(end))) {
            end++;
        }
        boolean kept = isEscape() || ++numbers > NUMBERS;
        out.append(kept ? text.substring(at, end) : "0");
        at = end;
    }

    /** A point or a comma between two digits; a list has blanks or no digit before its comma. */
    private boolean isPoint(int i) {
        return text.charAt(i) == '.' && i > at && i + 1 < text.length() && isDigit(text.charAt(i + 1));
    }

    /** Whether the number or word here is the code of a character. */
    private boolean isEscape() {
        return at > 0 && "\\%#".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean isQuotable(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '@';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
