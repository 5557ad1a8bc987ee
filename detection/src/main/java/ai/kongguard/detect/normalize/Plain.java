package ai.kongguard.detect.normalize;

import java.util.Locale;
import java.util.Set;

/** What no detector could find anything in: most of what honest clients send, so that it costs little. */
final class Plain {

    /** Files that lie in web folders by accident, and pages of languages that only scanners guess. */
    private static final Set<String> TELLING_EXTENSIONS = Set.of(
            "asp",
            "aspx",
            "bak",
            "bat",
            "cfg",
            "cgi",
            "cmd",
            "conf",
            "config",
            "crt",
            "db",
            "dll",
            "ds_store",
            "env",
            "exe",
            "htaccess",
            "htpasswd",
            "ini",
            "jsp",
            "jspx",
            "key",
            "log",
            "old",
            "orig",
            "p12",
            "passwd",
            "pem",
            "pfx",
            "ps1",
            "save",
            "sh",
            "sql",
            "sqlite",
            "swo",
            "swp");

    private static final int LONGEST_EXTENSION = 9;

    private Plain() {}

    /** Words, numbers, dates and addresses: letters, digits, underscores, hyphens and single dots only. */
    static boolean isWord(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Ascii.isWord(c) && c != '-' && (c != '.' || (i > start && text.charAt(i - 1) == '.'))) {
                return false;
            }
        }
        return true;
    }

    /** Plain words between slashes, none of which begins with a dot or names a file that nobody serves. */
    static boolean isPath(String path) {
        int segment = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '/') {
                segment = i + 1;
            } else if (c == '.') {
                if (i == segment || path.charAt(i - 1) == '.' || isTellingExtension(path, i + 1)) {
                    return false;
                }
            } else if (!Ascii.isWord(c) && c != '-') {
                return false;
            }
        }
        return !path.startsWith("/etc/") && !path.startsWith("/proc/");
    }

    private static boolean isTellingExtension(String path, int from) {
        int slash = path.indexOf('/', from);
        int end = slash < 0 ? path.length() : slash;
        return end - from >= 2
                && end - from <= LONGEST_EXTENSION
                && TELLING_EXTENSIONS.contains(path.substring(from, end).toLowerCase(Locale.ROOT));
    }
}
