package ai.kongguard.detect.normalize;

import java.util.Arrays;

/**
 * A text without its C-style and HTML comments. What MySQL runs inside a version comment stays, since it is code; a
 * comment that is never closed stays, since somebody may close it. Linear in the length. Immutable.
 */
final class CommentFree {

    private final String text;
    private final int[] indexes;

    private CommentFree(String text, int[] indexes) {
        this.text = text;
        this.indexes = indexes;
    }

    static CommentFree of(String text) {
        boolean code = text.contains("*/") && text.contains("/*");
        boolean markup = text.contains("<!--");
        return code || markup ? strip(text) : new CommentFree(text, new int[0]);
    }

    String text() {
        return text;
    }

    /** Where the character at {@code index} stands in the text with its comments. */
    int indexOf(int index) {
        if (indexes.length == 0) {
            return index;
        }
        return indexes[Math.max(0, Math.min(index, indexes.length - 1))];
    }

    private static CommentFree strip(String text) {
        char[] kept = new char[text.length()];
        int[] indexes = new int[text.length() + 1];
        int out = 0;
        int open = 0;
        int lastEnd = text.lastIndexOf("*/");
        int lastMarkupEnd = text.lastIndexOf("-->");
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int next = i;
            if (c == '/' && i + 1 < lastEnd && text.charAt(i + 1) == '*') {
                int code = codeOfVersionComment(text, i + 2);
                open += code > 0 ? 1 : 0;
                next = code > 0 ? code : text.indexOf("*/", i + 2) + 2;
            } else if (c == '*' && open > 0 && text.startsWith("*/", i)) {
                open--;
                next = i + 2;
            } else if (c == '<' && i + 1 < lastMarkupEnd && text.startsWith("<!--", i)) {
                next = text.indexOf("-->", i + 2) + 3;
            }
            if (next == i) {
                kept[out] = c;
                indexes[out++] = i++;
            } else {
                i = next;
            }
        }
        indexes[out] = text.length();
        return out == text.length()
                ? new CommentFree(text, new int[0])
                : new CommentFree(new String(kept, 0, out), Arrays.copyOf(indexes, out + 1));
    }

    /** Where the code begins behind {@code !50000} or MariaDB's {@code m!}; -1 when it is an ordinary comment. */
    private static int codeOfVersionComment(String text, int from) {
        int i = from < text.length() && (text.charAt(from) | 0x20) == 'm' ? from + 1 : from;
        if (i >= text.length() || text.charAt(i) != '!') {
            return -1;
        }
        i++;
        while (i < text.length() && Ascii.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
