package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** How the same text looks when other hands, keyboards and programs wrote it. */
final class Texture {

    private Texture() {}

    static String capitalized(String text) {
        return text.isEmpty() ? text : upper(text.substring(0, 1)) + text.substring(1);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String sqlString(String text) {
        return "'" + text.replace("'", "''").replace('\n', ' ') + "'";
    }

    static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Prose as typed: typographic or missing punctuation, typos, capitals, other spaces, Windows line ends. */
    static String typed(SplittableRandom r, String text) {
        return switch (r.nextInt(24)) {
            case 0 -> text.replace('\'', '’').replace("...", "…").replace(" -- ", " – ");
            case 1 ->
                text.replace(" '", " ‘").replace('\'', '’').replace(" \"", " “").replace('"', '”');
            case 2 -> lower(text);
            case 3 -> text.length() < 90 ? upper(text) : text;
            case 4, 5 -> typo(r, text);
            case 6 -> text.replace(". ", ".  ");
            case 7 -> text.replace("\n", "\r\n");
            case 8 -> withoutLast(text);
            case 9 -> text + Pick.one(r, "!", "!!!", " ?", "??", " ...", " :)", " ", "\n", " ;-)", "…", " <3", " 👍");
            case 10 -> text.replace("'", "");
            case 11 -> text.replace(", ", ",").replace(". ", ".");
            case 12 -> text.replace(" - ", "—").replace(" ", r.nextInt(4) == 0 ? "\u00a0" : " ");
            case 13 -> typo(r, lower(text));
            default -> text;
        };
    }

    /** Some whole lines of a longer text, or all of it. */
    static String excerpt(SplittableRandom r, String text) {
        if (Pick.chance(r, 0.45)) {
            return text;
        }
        List<String> lines = lines(text);
        int from = r.nextInt(lines.size());
        int count = Math.min(lines.size() - from, 1 + r.nextInt(Pick.chance(r, 0.5) ? 2 : 12));
        String excerpt = String.join("\n", lines.subList(from, from + count));
        return excerpt.isBlank() ? text : excerpt;
    }

    /** At most so many characters, cut at the end of a line if there is one. */
    static String atMost(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int line = text.lastIndexOf('\n', length);
        int end = line > 0 ? line : length;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** On one line, of ASCII letters, digits and dashes: as in the address of a page. */
    static String slug(String text) {
        StringBuilder slug = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
            if (plain) {
                slug.append(Character.toLowerCase(c));
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-' && c != '\'') {
                slug.append('-');
            }
        }
        int end = slug.length();
        if (end > 0 && slug.charAt(end - 1) == '-') {
            end--;
        }
        return end == 0 ? "untitled" : slug.substring(0, end);
    }

    /** On one line, of visible ASCII: as a header's value must be. */
    static String header(String text) {
        StringBuilder header = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                if (header == null) {
                    header = new StringBuilder(text);
                }
                header.setCharAt(i, c < ' ' ? ' ' : '?');
            }
        }
        return header == null ? text.strip() : header.toString().strip();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        lines.add(text.substring(from));
        return lines;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String withoutLast(String text) {
        return text.length() > 2 && text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String typo(SplittableRandom r, String text) {
        if (text.length() < 6) {
            return text;
        }
        int at = 1 + r.nextInt(text.length() - 3);
        char one = text.charAt(at);
        char two = text.charAt(at + 1);
        if (!Character.isLetter(one) || !Character.isLetter(two)) {
            return text;
        }
        String head = text.substring(0, at);
        String tail = text.substring(at + 2);
        return switch (r.nextInt(4)) {
            case 0 -> head + two + one + tail;
            case 1 -> head + one + tail;
            case 2 -> head + one + one + two + tail;
            default -> head + one + ' ' + two + tail;
        };
    }
}
