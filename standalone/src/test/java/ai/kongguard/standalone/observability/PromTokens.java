package ai.kongguard.standalone.observability;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a PromQL expression: names, numbers with durations, quoted texts and signs. */
final class PromTokens {

    private static final List<String> SIGNS = List.of("==", "!=", ">=", "<=", "=~", "!~");

    private final List<String> tokens = new ArrayList<>();
    private final String text;
    private int next;

    PromTokens(String text) {
        this.text = text;
        int at = 0;
        while (at < text.length()) {
            int end = end(at);
            if (!text.substring(at, end).isBlank()) {
                tokens.add(text.substring(at, end));
            }
            at = end;
        }
    }

    /** The next token, which stays; empty after the last. */
    String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    /** The next token, which is taken. */
    String take() {
        String token = peek();
        next++;
        return token;
    }

    /** Takes the next token if it is this one. */
    boolean takes(String token) {
        boolean same = peek().equals(token);
        next += same ? 1 : 0;
        return same;
    }

    /** Takes the next token, which has to be this one. */
    void expect(String token) {
        if (!takes(token)) {
            throw refused(token + " instead of " + (peek().isEmpty() ? "the end" : peek()));
        }
    }

    IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("Not read, " + why + " is expected: " + text);
    }

    private int end(int at) {
        char first = text.charAt(at);
        if (first == '"') {
            return endOfText(at);
        }
        if (Character.isLetterOrDigit(first) || first == '_' || first == ':') {
            int end = at;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            return end;
        }
        boolean two = at + 2 <= text.length() && SIGNS.contains(text.substring(at, at + 2));
        return at + (two ? 2 : 1);
    }

    private int endOfText(int at) {
        for (int end = at + 1; end < text.length(); end++) {
            if (text.charAt(end) == '\\') {
                end++;
            } else if (text.charAt(end) == '"') {
                return end + 1;
            }
        }
        throw new IllegalArgumentException("A text does not end: " + text);
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == ':' || c == '.';
    }
}
