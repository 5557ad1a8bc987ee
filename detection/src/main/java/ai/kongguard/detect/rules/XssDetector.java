package ai.kongguard.detect.rules;

import ai.kongguard.detect.normalize.Ascii;
import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Markup and URIs that run code: what a browser would execute, not what merely is HTML. */
final class XssDetector implements Detector {

    private static final String NAME = "xss";

    private static final Set<String> EMBEDDING = Set.of("iframe", "object", "embed", "applet", "base", "frame", "link");
    private static final List<String> CODE_URIS = List.of("javascript:", "vbscript:", "data:text/html", "livescript:");
    private static final Set<String> SINKS =
            Words.of("alert confirm prompt eval settimeout setinterval fromcharcode fetch atob print");
    private static final List<String> SECRETS =
            List.of("document.cookie", "document.domain", "localstorage", "document.write");

    /** Between a scheme and the call it makes. */
    private static final int MAX_NAME = 48;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void detect(CanonicalValue value, Consumer<Finding> findings) {
        String text = value.lower();
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
            tag(value, text, i, findings);
        }
        attributeBreakOut(value, text, findings);
        int start = skipNoise(text, 0);
        if (codeUri(text, start) >= 0) {
            findings.accept(finding(value, start, text.length(), callsSomething(text) ? 0.95 : 0.7));
        }
        scriptBreakOut(value, text, findings);
        embeddedUri(value, text, findings);
    }

    /** A URI that runs code inside a style, an attribute without a tag, or a link in another notation. */
    private static void embeddedUri(CanonicalValue value, String text, Consumer<Finding> findings) {
        for (int i = text.indexOf("javascript:", 1); i > 0; i = text.indexOf("javascript:", i + 1)) {
            char before = text.charAt(i - 1);
            int call = text.indexOf('(', i);
            if ("(=\"':;, ".indexOf(before) >= 0 && call > 0 && call - i < MAX_NAME) {
                findings.accept(finding(value, i, text.length(), before == ' ' ? 0.5 : 0.88));
                return;
            }
        }
    }

    private static void tag(CanonicalValue value, String text, int open, Consumer<Finding> findings) {
        int nameStart = open + 1;
        if (nameStart < text.length() && text.charAt(nameStart) == '/') {
            nameStart++;
        }
        int nameEnd = nameStart;
        while (nameEnd < text.length() && Ascii.isWord(text.charAt(nameEnd))) {
            nameEnd++;
        }
        if (nameEnd == nameStart) {
            return;
        }
        String name = text.substring(nameStart, nameEnd);
        int end = endOfTag(text, nameEnd);
        if (name.equals("script")) {
            if (text.charAt(open + 1) != '/') {
                findings.accept(finding(value, open, endOfScript(text, end), 0.96));
            }
            return;
        }
        int handler = handler(text, nameEnd, end);
        if (handler >= 0) {
            findings.accept(finding(value, open, end, 0.95));
        } else if (codeUriInside(text, nameEnd, end)) {
            findings.accept(finding(value, open, end, 0.94));
        } else if (EMBEDDING.contains(name) && end - nameEnd > 4) {
            findings.accept(finding(value, open, end, text.indexOf("srcdoc", nameEnd) > 0 ? 0.92 : 0.5));
        }
    }

    /** The closing bracket outside quotes, or the next tag, or the end; bounded by the text. */
    private static int endOfTag(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && text.charAt(i - 1) == '=') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            } else if (c == '<') {
                return i;
            }
        }
        return text.length();
    }

    private static int endOfScript(String text, int from) {
        int close = text.indexOf("</script", from);
        return close < 0 ? Math.min(text.length(), from + Evidence.MAX_LENGTH) : close + "</script>".length();
    }

    /** An attribute named on... with a value; -1 when the range holds none. */
    private static int handler(String text, int from, int to) {
        for (int i = text.indexOf("on", from); i >= 0 && i < to; i = text.indexOf("on", i + 2)) {
            char before = text.charAt(i - 1);
            boolean separated = Ascii.isSpace(before) || before == '/' || before == '"' || before == '\'';
            if (separated && isHandler(text, i, to)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isHandler(String text, int on, int to) {
        int i = on + 2;
        while (i < to && Ascii.isLetter(text.charAt(i))) {
            i++;
        }
        if (i - on < 5) {
            return false;
        }
        while (i < to && Ascii.isSpace(text.charAt(i))) {
            i++;
        }
        return i < to && text.charAt(i) == '=';
    }

    /** A quote that closes an attribute, then a handler: needs no tag of its own. */
    private static void attributeBreakOut(CanonicalValue value, String text, Consumer<Finding> findings) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '"' && c != '\'' && c != '`') {
                continue;
            }
            int next = i + 1;
            while (next < text.length() && (Ascii.isSpace(text.charAt(next)) || text.charAt(next) == '/')) {
                next++;
            }
            if (text.startsWith("on", next) && isHandler(text, next, text.length())) {
                findings.accept(finding(value, i, text.length(), text.indexOf('<') >= 0 ? 0.6 : 0.9));
                return;
            }
        }
    }

    /** Closing a string inside a script and calling something at once. */
    private static void scriptBreakOut(CanonicalValue value, String text, Consumer<Finding> findings) {
        for (int i = text.indexOf('('); i > 0; i = text.indexOf('(', i + 1)) {
            int wordStart = i;
            while (wordStart > 0 && Ascii.isWord(text.charAt(wordStart - 1))) {
                wordStart--;
            }
            if (wordStart == i || !SINKS.contains(text.substring(wordStart, i))) {
                continue;
            }
            char before = wordStart == 0 ? ';' : text.charAt(wordStart - 1);
            int lead = wordStart < 2 ? 0 : wordStart - 2;
            boolean closesString = text.substring(lead, wordStart).indexOf('\'') >= 0
                    || text.substring(lead, wordStart).indexOf('"') >= 0;
            if (closesString && "-+;*/^|&,".indexOf(before) >= 0) {
                findings.accept(finding(value, lead, text.length(), 0.86));
                return;
            }
            if (before == ';' && mentionsSecret(text)) {
                findings.accept(finding(value, wordStart, text.length(), 0.6));
                return;
            }
        }
    }

    private static boolean codeUriInside(String text, int from, int to) {
        for (int i = text.indexOf('=', from); i >= 0 && i < to; i = text.indexOf('=', i + 1)) {
            int start = i + 1;
            while (start < to && (Ascii.isSpace(text.charAt(start)) || "\"'`".indexOf(text.charAt(start)) >= 0)) {
                start++;
            }
            if (codeUri(text, start) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The end of a URI scheme that runs code, ignoring the white space and controls browsers ignore; -1 when none. */
    private static int codeUri(String text, int from) {
        for (String scheme : CODE_URIS) {
            int i = from;
            int matched = 0;
            while (i < text.length() && matched < scheme.length()) {
                char c = text.charAt(i);
                if (c == scheme.charAt(matched)) {
                    matched++;
                } else if (c > ' ' || matched == 0) {
                    break;
                }
                i++;
            }
            if (matched == scheme.length()) {
                return i;
            }
        }
        return -1;
    }

    private static int skipNoise(String text, int from) {
        int i = from;
        while (i < text.length() && (Ascii.isSpace(text.charAt(i)) || "\"'".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private static boolean callsSomething(String text) {
        return text.indexOf('(') >= 0 || text.indexOf('`') >= 0 || text.indexOf('=') >= 0 || text.indexOf('<') >= 0;
    }

    private static boolean mentionsSecret(String text) {
        return SECRETS.stream().anyMatch(text::contains);
    }

    private static Finding finding(CanonicalValue value, int start, int end, double weight) {
        return Evidence.of(NAME, ThreatType.XSS, value, start, end, weight);
    }
}
