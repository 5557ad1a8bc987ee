package ai.kongguard.detect.rules;

import ai.kongguard.detect.normalize.Ascii;
import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.List;
import java.util.function.Consumer;

/** Steps up the folder tree, and names of files that only attackers ask a web application for. */
final class PathTraversalDetector implements Detector {

    private static final String NAME = "path_traversal";

    private static final List<String> SENSITIVE = List.of(
            "etc/passwd",
            "etc/shadow",
            "etc/group",
            "etc/hosts",
            "etc/issue",
            "proc/self",
            "proc/version",
            "win.ini",
            "boot.ini",
            "system32",
            "web-inf/web.xml",
            ".ssh/id_rsa",
            ".ssh/authorized_keys",
            ".htpasswd",
            "var/log/auth.log",
            "var/log/apache",
            "inetpub",
            "config.sys");

    /** Tricks between the dots and the slash of a step; a longer run of them is filler, and costs the square. */
    private static final int MAX_STEP = 16;

    /** Longer values, or values with more words, are text that may mention a path. */
    private static final int MAX_PATH = 400;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void detect(CanonicalValue value, Consumer<Finding> findings) {
        String text = value.lower();
        int first = -1;
        int last = -1;
        int steps = 0;
        int i = text.indexOf("..");
        while (i >= 0) {
            int end = endOfTricks(text, i);
            int next = i + 2;
            if (end < text.length() && isSlash(text.charAt(end))) {
                first = first < 0 ? i : first;
                last = end + 1;
                steps++;
            } else {
                // What begins inside the same run ends as it does.
                next = Math.max(next, end - 2);
            }
            i = text.indexOf("..", next);
        }
        boolean path = isPathLike(text);
        int sensitive = sensitiveFile(text);
        if (steps > 0) {
            double weight = weight(steps, sensitive >= 0, path, value);
            findings.accept(
                    finding(value, first, sensitive >= 0 ? Math.max(last, endOfWord(text, sensitive)) : last, weight));
        } else if (sensitive >= 0 && path && isRooted(text, sensitive)) {
            findings.accept(finding(value, 0, endOfWord(text, sensitive), 0.88));
        }
    }

    private static double weight(int steps, boolean sensitive, boolean path, CanonicalValue value) {
        if (sensitive) {
            return path ? 0.97 : steps > 1 ? 0.85 : 0.5;
        }
        if (!path) {
            return 0.35;
        }
        // Nobody encodes an honest relative path twice, and no honest path leaves three folders.
        if (steps > 2 || value.layers() > 1 || (steps > 1 && value.layers() > 0)) {
            return 0.92;
        }
        if (value.field().equals("path")) {
            return 0.85;
        }
        return steps > 1 ? 0.82 : 0.25;
    }

    /** Behind the dots of a step up, and behind what lenient servers ignore before its slash. */
    private static int endOfTricks(String text, int dots) {
        int i = dots + 2;
        int bound = Math.min(text.length(), dots + MAX_STEP);
        while (i < bound && (text.charAt(i) == '.' || text.charAt(i) == ';' || text.charAt(i) == 0)) {
            i++;
        }
        return i;
    }

    /** The full-width and division slashes are folded into a slash by lenient file systems. */
    private static boolean isSlash(char c) {
        return c == '/' || c == '\\' || c == 0x2215 || c == 0x2216 || c == 0xff0f;
    }

    private static boolean isPathLike(String text) {
        if (text.length() > MAX_PATH) {
            return false;
        }
        int spaces = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '<') {
                return false;
            }
            spaces += c == ' ' ? 1 : 0;
        }
        return spaces < 3;
    }

    private static int sensitiveFile(String text) {
        for (String file : SENSITIVE) {
            int at = text.indexOf(file);
            if (at >= 0) {
                return at;
            }
        }
        int backslashed = text.indexOf("etc\\passwd");
        return backslashed >= 0 ? backslashed : text.indexOf("windows\\win");
    }

    /** The value is the file: it begins at the root, a drive or a file URI. */
    private static boolean isRooted(String text, int file) {
        return file == 0
                || text.startsWith("/")
                || text.startsWith("\\")
                || (file >= 5 && text.startsWith("file:"))
                || (file > 1 && text.charAt(1) == ':');
    }

    private static int endOfWord(String text, int from) {
        int i = from;
        while (i < text.length() && !Ascii.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static Finding finding(CanonicalValue value, int start, int end, double weight) {
        return Evidence.of(NAME, ThreatType.PATH_TRAVERSAL, value, start, end, weight);
    }
}
