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

    /** Characters of one tag that are looked at. */
    private static final int MAX_TAG = 2_048;

    /** Characters that may be looked at again, since tags can stand inside the quotes of tags. */
    private static final int MAX_AGAIN = 16 * MAX_TAG;

    /** Characters of one tag once that is used up; twice as much again and only scripts are looked for. */
    private static final int MAX_TAG_WHEN_FLOODED = 32;

    /** Tags worth reporting, since more of them say nothing new. */
    private static final int MAX_TAGS = 8;

    /** Between a scheme and the call it makes. */
    private static final int MAX_NAME = 48;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void detect(CanonicalValue value, Consumer<Finding> findings) {
        String text = value.lower();
        tags(value, text, findings);
        attributeBreakOut(value, text, findings);
        int start = Scan.skipBlanksAndQuotes(text, 0);
        if (codeUri(text, start) >= 0) {
            findings.accept(finding(value, start, text.length(), callsSomething(text) ? 0.95 : 0.7));
        }
        scriptBreakOut(value, text, findings);
        embeddedUri(value, text, findings);
    }

    /** Every tag, also those inside the quotes of another: which of them is one depends on the page around. */
    private static void tags(CanonicalValue value, String text, Consumer<Finding> findings) {
        int again = 0;
        int covered = 0;
        int found = 0;
        for (int i = text.indexOf('<'); i >= 0 && found < MAX_TAGS; i = text.indexOf('<', i + 1)) {
            int nameStart = text.startsWith("/", i + 1) ? i + 2 : i + 1;
            int nameEnd = nameStart;
            while (nameEnd < text.length() && Ascii.isWord(text.charAt(nameEnd))) {
                nameEnd++;
            }
            boolean script = text.startsWith("script", nameStart);
            if (nameEnd > nameStart && (script || again < MAX_AGAIN + MAX_AGAIN / 2)) {
                int bound = Math.min(text.length(), nameEnd + (again < MAX_AGAIN ? MAX_TAG : MAX_TAG_WHEN_FLOODED));
                int end = endOfTag(text, nameEnd, bound);
                again += Math.max(0, Math.min(end, covered) - nameEnd);
                covered = Math.max(covered, end);
                // A tag without anything in it is harmless unless it is a script.
                found += (script || end - nameEnd > 2) && tag(value, i, nameEnd, end, findings) ? 1 : 0;
            }
        }
    }

    /** A URI that runs code inside a style, an attribute without a tag, or a link in another notation. */
    private static void embeddedUri(CanonicalValue value, String text, Consumer<Finding> findings) {
        for (int i = text.indexOf("javascript:", 1); i > 0; i = text.indexOf("javascript:", i + 1)) {
            char before = text.charAt(i - 1);
            boolean calls = Scan.find(text, '(', i, i + MAX_NAME) > 0;
            if ("(=\"':;, ".indexOf(before) >= 0 && calls) {
                findings.accept(finding(value, i, text.length(), before == ' ' ? 0.5 : 0.88));
                return;
            }
        }
    }

    /** Whether the tag runs code. */
    private static boolean tag(CanonicalValue value, int open, int nameEnd, int end, Consumer<Finding> findings) {
        String text = value.lower();
        int length = nameEnd - open - 1;
        String name = length < 4 || length > 6 ? "" : text.substring(open + 1, nameEnd);
        double weight = 0;
        int last = end;
        if (name.equals("script")) {
            weight = 0.96;
            last = endOfScript(text, end);
        } else if (handler(text, nameEnd, end) >= 0) {
            weight = 0.95;
        } else if (codeUriInside(text, nameEnd, end)) {
            weight = 0.94;
        } else if (EMBEDDING.contains(name) && end - nameEnd > 4) {
            weight = Scan.find(text, "srcdoc", nameEnd, end) > 0 ? 0.92 : 0.5;
        }
        if (weight > 0) {
            findings.accept(finding(value, open, last, weight));
        }
        return weight > 0;
    }

    /** The closing bracket outside quotes, or the next tag, or the bound. */
    private static int endOfTag(String text, int from, int bound) {
        char quote = 0;
        for (int i = from; i < bound; i++) {
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
        return bound;
    }

    private static int endOfScript(String text, int from) {
        int close = Scan.find(text, "</script", from, from + MAX_TAG);
        return close < 0 ? Math.min(text.length(), from + Evidence.MAX_LENGTH) : close + "</script>".length();
    }

    /** An attribute named on... with a value; -1 when the range holds none. */
    private static int handler(String text, int from, int to) {
        for (int i = Scan.find(text, "on", from, to); i >= 0; i = Scan.find(text, "on", i + 2, to)) {
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
        boolean named = i - on >= 5;
        while (named && i < to && Ascii.isSpace(text.charAt(i))) {
            i++;
        }
        return named && i < to && text.charAt(i) == '=';
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
        int statement = -1;
        for (int i = text.indexOf('('); i > 0; i = text.indexOf('(', i + 1)) {
            int wordStart = i;
            while (wordStart > 0 && Ascii.isWord(text.charAt(wordStart - 1))) {
                wordStart--;
            }
            if (wordStart == i || i - wordStart > MAX_NAME || !SINKS.contains(text.substring(wordStart, i))) {
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
            statement = before == ';' && statement < 0 ? wordStart : statement;
        }
        if (statement >= 0 && mentionsSecret(text)) {
            findings.accept(finding(value, statement, text.length(), 0.6));
        }
    }

    private static boolean codeUriInside(String text, int from, int to) {
        for (int i = Scan.find(text, '=', from, to); i >= 0; i = Scan.find(text, '=', i + 1, to)) {
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
