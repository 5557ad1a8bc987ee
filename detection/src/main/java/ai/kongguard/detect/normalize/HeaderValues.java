package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;
import java.util.Set;

/**
 * Headers: the cookies one by one; free-form ones always; those that a client library or a proxy writes, and that have
 * a grammar of their own, only when they leave it.
 */
final class HeaderValues {

    private static final Set<String> STRUCTURAL = Set.of(
            "host",
            "accept",
            "accept-encoding",
            "accept-language",
            "accept-charset",
            "authorization",
            "cache-control",
            "connection",
            "content-length",
            "content-type",
            "content-encoding",
            "date",
            "dnt",
            "etag",
            "expect",
            "if-match",
            "if-none-match",
            "if-modified-since",
            "keep-alive",
            "pragma",
            "priority",
            "proxy-authorization",
            "range",
            "te",
            "traceparent",
            "tracestate",
            "transfer-encoding",
            "upgrade",
            "upgrade-insecure-requests",
            "via",
            "x-forwarded-proto",
            "x-forwarded-port",
            "x-request-id");

    private HeaderValues() {}

    static void add(String name, String value, ValueSink sink) {
        if (name.equals("cookie")) {
            FormValues.add(Kind.COOKIE, "cookie.", Excerpt.whole(value), ';', Syntax.URL, sink);
        } else if (!isOrdinary(name, value)) {
            sink.add(Kind.HEADER, "header.", name, Excerpt.whole(value), 0, value.length(), Syntax.TEXT);
        }
    }

    private static boolean isOrdinary(String name, String value) {
        if (name.equals("user-agent")) {
            return OrdinaryAgent.is(value);
        }
        if (name.equals("referer") || name.equals("origin")) {
            return isOrdinaryUrl(value);
        }
        if (name.equals("x-forwarded-for") || name.equals("x-real-ip")) {
            return isAddresses(value);
        }
        if (name.startsWith("sec-")) {
            return !leavesGrammar(value, false);
        }
        return STRUCTURAL.contains(name) && !leavesGrammar(value, true);
    }

    /** Characters and pairs that mean something in a language of attacks, yet nothing in the grammar of a header. */
    private static boolean leavesGrammar(String value, boolean parameters) {
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Ascii.isWord(c) || c == ' ') {
                continue;
            }
            char next = i + 1 < value.length() ? value.charAt(i + 1) : ' ';
            boolean odd =
                    switch (c) {
                        case '.', '-' -> next == c && (c == '.' || isStatementEnd(value, i));
                        case '(' -> next == ')' || next == '(' || (parameters && isCall(value, i));
                        case '"' -> {
                            quoted = !quoted;
                            yield false;
                        }
                        case ';' -> parameters && !quoted && !isParameter(value, i + 1);
                        case '/', ',', '=', ':', '*', '+', '?', '@', '[', ']', '~', '!', '&', ')' -> false;
                        case '\\' -> parameters;
                        default -> true;
                    };
            if (odd) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCall(String value, int bracket) {
        return bracket > 0 && Ascii.isWord(value.charAt(bracket - 1));
    }

    /** Two hyphens are a comment of SQL when blank or nothing follows; boundaries begin with many. */
    private static boolean isStatementEnd(String value, int hyphens) {
        return hyphens + 2 >= value.length() || value.charAt(hyphens + 2) == ' ';
    }

    /** A semicolon is followed by a name and its value, or by nothing more than a word to the end. */
    private static boolean isParameter(String value, int from) {
        int i = from;
        while (i < value.length() && value.charAt(i) == ' ') {
            i++;
        }
        while (i < value.length() && (Ascii.isWord(value.charAt(i)) || value.charAt(i) == '-')) {
            i++;
        }
        return i >= value.length() ? i == from : value.charAt(i) == '=';
    }

    /** Addresses of both versions, and ports. */
    private static boolean isAddresses(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Ascii.hexDigit(c) < 0 && c != '.' && c != ':' && c != ',' && c != ' ' && c != '[' && c != ']') {
                return false;
            }
        }
        return true;
    }

    /** A web address without anything encoded in it. */
    private static boolean isOrdinaryUrl(String value) {
        int start = value.startsWith("https://") ? 8 : value.startsWith("http://") ? 7 : -1;
        if (start < 0) {
            return value.equals("null");
        }
        for (int i = start; i < value.length(); i++) {
            char c = value.charAt(i);
            char before = value.charAt(i - 1);
            boolean dots = c == '.' && before == '.';
            if (dots || !(Ascii.isWord(c) || "-./:?=#".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }
}
