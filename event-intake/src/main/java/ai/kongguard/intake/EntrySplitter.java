package ai.kongguard.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a body into elements without believing that it is valid JSON, so that one broken element costs no other: an
 * object, an array of objects, objects one after another, or one per line. Holds little more than one element at a
 * time, whatever the size of the body. Not thread-safe.
 */
public final class EntrySplitter {

    private static final int CHUNK = 64 * 1024;
    private static final int NO_END = -1;

    private final InputStream in;
    private final int maxElementBytes;
    private final Predicate<String> mayBeginWith;
    private byte[] buffer = new byte[CHUNK];
    private int position;
    private int limit;
    private long dropped;
    private boolean ended;
    private boolean lines;
    private boolean begun;
    private long linesBefore;
    private long line = 1;

    /**
     * @param in the body, decompressed
     * @param maxElementBytes longer elements are handed over cut
     * @param lines whether the sender says that it is one element per line; else its look decides
     * @param mayBeginWith whether an element may begin with this field
     */
    public EntrySplitter(InputStream in, int maxElementBytes, boolean lines, Predicate<String> mayBeginWith) {
        this.in = in;
        this.maxElementBytes = maxElementBytes;
        this.lines = lines;
        this.mayBeginWith = mayBeginWith;
    }

    /** The next element; null after the last. What it returned before is no longer valid. */
    public @Nullable Entry next() throws IOException {
        if (!begun) {
            begun = true;
            skipByteOrderMark();
            lines |= looksLikeLines();
        }
        while (has(0)) {
            if (!isSpace(at(0)) && !isBetween(at(0))) {
                return element();
            }
            linesBefore += at(0) == '\n' ? 1 : 0;
            position++;
        }
        return null;
    }

    /** The line of the body, from 1, in which the element began that {@link #next} returned. */
    public long line() {
        return line;
    }

    private Entry element() throws IOException {
        dropped = 0;
        line = linesBefore + 1;
        boolean json = at(0) == '{' || at(0) == '"';
        int end = json ? endOfValue() : lines ? endOfLine() : endOfScalar();
        int from = position;
        position += end;
        linesBefore += lineFeeds(from, position);
        int length = end;
        while (length > 0 && (isSpace(buffer[from + length - 1]) || buffer[from + length - 1] == ',')) {
            length--;
        }
        int kept = Math.min(length, maxElementBytes);
        return new Entry(buffer, from, kept, length + dropped, isAscii(from, kept));
    }

    private int endOfLine() throws IOException {
        int i = 0;
        while (has(i) && at(i) != '\n') {
            i = within(i + 1);
        }
        return i;
    }

    /** Length of the object or string at the position by its brackets and quotes; a broken one ends where it breaks. */
    private int endOfValue() throws IOException {
        int braces = 0;
        int brackets = 0;
        boolean quoted = false;
        for (int i = 0; has(i); i++) {
            byte b = at(i);
            if (quoted && b == '\\') {
                i++;
            } else if (b == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                braces += b == '{' ? 1 : b == '}' ? -1 : 0;
                brackets += b == '[' ? 1 : b == ']' ? -1 : 0;
            }
            if (braces <= 0 && !quoted) {
                return i + 1;
            }
            boolean broken = brackets < 0 || (lines && b == '\n');
            if (broken || (i == maxElementBytes && beginOfNextEntry(limit) != NO_END)) {
                return endOfBroken(broken ? position + i : limit);
            }
            i = within(i);
        }
        return endOfBroken(limit);
    }

    private int endOfBroken(int to) {
        int next = beginOfNextEntry(to);
        return next == NO_END ? to - position : next;
    }

    private int endOfScalar() throws IOException {
        int i = 0;
        while (has(i) && !isSpace(at(i)) && !isBetween(at(i))) {
            i = within(i + 1);
        }
        return i;
    }

    /** Forgets what an oversize element has beyond its bound, so that the buffer stays small. */
    private int within(int i) {
        int excess = i - maxElementBytes;
        if (excess < CHUNK) {
            return i;
        }
        int from = Math.min(position + i, limit);
        linesBefore += lineFeeds(position + maxElementBytes, from);
        System.arraycopy(buffer, from, buffer, position + maxElementBytes, limit - from);
        limit -= excess;
        dropped += excess;
        return maxElementBytes;
    }

    /** Where, after a broken element, the next one seems to begin. Looks only at what is read, up to {@code to}. */
    private int beginOfNextEntry(int to) {
        for (int i = position + 1; i < to; i++) {
            if (buffer[i] != '{') {
                continue;
            }
            int before = i - 1;
            while (before > position && isSpace(buffer[before])) {
                before--;
            }
            if (buffer[before] == ',' && mayBeginWith.test(firstField(i))) {
                return i - position;
            }
        }
        return NO_END;
    }

    private String firstField(int brace) {
        int open = brace + 1;
        while (open < limit && isSpace(buffer[open])) {
            open++;
        }
        int close = open + 1;
        while (close < limit && buffer[close] != '"') {
            close++;
        }
        boolean named = close < limit && buffer[open] == '"';
        return named ? new String(buffer, open + 1, close - open - 1, US_ASCII) : "";
    }

    /** An object's second line never begins with a brace, unless the first one ends where a value is due. */
    private boolean looksLikeLines() throws IOException {
        if (!has(0) || at(0) != '{') {
            return false;
        }
        int i = 0;
        byte last = 0;
        while (has(i) && at(i) != '\n' && i <= maxElementBytes) {
            last = isSpace(at(i)) ? last : at(i);
            i++;
        }
        if (last == ':' || last == '[' || last == ',') {
            return false;
        }
        while (has(i) && isSpace(at(i))) {
            i++;
        }
        return has(i) && at(i) == '{';
    }

    private void skipByteOrderMark() throws IOException {
        if (has(2) && at(0) == (byte) 0xef && at(1) == (byte) 0xbb && at(2) == (byte) 0xbf) {
            position += 3;
        }
    }

    private byte at(int index) {
        return buffer[position + index];
    }

    /** Whether the body has a byte so far from the position; reads on when it has to. */
    private boolean has(int index) throws IOException {
        while (position + index >= limit) {
            if (ended) {
                return false;
            }
            makeRoom();
            int read = in.read(buffer, limit, buffer.length - limit);
            ended = read < 0;
            limit += Math.max(0, read);
        }
        return true;
    }

    private void makeRoom() {
        if (limit < buffer.length) {
            return;
        }
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        } else {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
    }

    private long lineFeeds(int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            count += buffer[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private boolean isAscii(int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0x1e;
    }

    private static boolean isBetween(byte b) {
        return b == ',' || b == '[' || b == ']';
    }
}
