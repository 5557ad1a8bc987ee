package ai.kongguard.detect.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The words of {@code cues.txt} as a tree of folded letters, so that one walk finds the longest. Immutable. */
final class Lexicon {

    private static final String RESOURCE = "cues.txt";
    private static final int SLOTS = 1 << 16;
    private static final int NO_NODE = -1;
    private static final Cue[] CUES = Cue.values();

    /** Node and character above 0, and the node it leads to. */
    private final int[] keys = new int[SLOTS];

    private final int[] next = new int[SLOTS];

    /** By node: one more than the cue that a word means that ends there; 0 for none. */
    private final byte[] means = new byte[1 << 14];

    /** By node: whether a longer word means it too. */
    private final boolean[] stem = new boolean[1 << 14];

    private int nodes = 1;

    private Lexicon() {}

    /** The words of this release. */
    static Lexicon bundled() {
        try (InputStream in = Lexicon.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The words " + RESOURCE + " are missing from this build");
            }
            Lexicon lexicon = new Lexicon();
            new String(in.readAllBytes(), UTF_8).lines().forEach(lexicon::line);
            return lexicon;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The longest word that begins here, as its end above its cue's ordinal; -1 for none. */
    long longest(String text, int start) {
        int node = 0;
        long found = -1;
        boolean blank = false;
        for (int i = start; i < text.length(); i++) {
            char c = Letters.spelled(Letters.fold(text, i));
            if (c == Letters.NOTHING || (c == ' ' && blank)) {
                continue;
            }
            blank = c == ' ';
            node = child(node, c);
            if (node == NO_NODE) {
                break;
            }
            if (means[node] != 0 && (stem[node] || Letters.isUnspaced(c) || endsAt(text, i + 1))) {
                found = (long) (i + 1) << 32 | (means[node] - 1);
            }
        }
        return found;
    }

    static int end(long found) {
        return (int) (found >>> 32);
    }

    static Cue cue(long found) {
        return CUES[(int) found];
    }

    private static boolean endsAt(String text, int index) {
        for (int i = index; i < text.length(); i++) {
            char c = Letters.fold(text, i);
            if (c != Letters.NOTHING) {
                return !Letters.isWord(c);
            }
        }
        return true;
    }

    private void line(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0 || line.startsWith("#")) {
            return;
        }
        Cue cue = Cue.valueOf(line.substring(0, blank));
        int start = blank + 1;
        while (start < line.length()) {
            int comma = line.indexOf(',', start);
            int end = comma < 0 ? line.length() : comma;
            add(line.substring(start, end).strip(), cue);
            start = end + 1;
        }
    }

    private void add(String word, Cue cue) {
        boolean star = word.endsWith("*");
        int node = 0;
        for (int i = 0; i < word.length() - (star ? 1 : 0); i++) {
            char c = Letters.fold(word, i);
            if (c != Letters.NOTHING) {
                node = grow(node, c);
            }
        }
        // A word that means several things means what stands first.
        if (means[node] == 0) {
            means[node] = (byte) (cue.ordinal() + 1);
            stem[node] = star;
        }
    }

    private int child(int node, char c) {
        int key = key(node, c);
        for (int slot = slot(key); keys[slot] != 0; slot = (slot + 1) & (SLOTS - 1)) {
            if (keys[slot] == key) {
                return next[slot];
            }
        }
        return NO_NODE;
    }

    private int grow(int node, char c) {
        int child = child(node, c);
        if (child != NO_NODE) {
            return child;
        }
        int key = key(node, c);
        int slot = slot(key);
        while (keys[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        keys[slot] = key;
        next[slot] = nodes;
        if (nodes == means.length) {
            throw new IllegalStateException(RESOURCE + " holds more than " + nodes + " letters");
        }
        return nodes++;
    }

    private static int key(int node, char c) {
        return (node + 1) << 16 | c;
    }

    private static int slot(int key) {
        return (key * 0x9e3779b1) >>> 16;
    }
}
