package ai.kongguard.detect.behaviour;

/**
 * A sliding window as a ring of sub-windows, in seconds of event time. The oldest sub-window leaves whole, so that a
 * window covers its length less up to one sub-window. Rings are plain arrays, because there are millions of them;
 * all rings of a client are advanced together.
 */
enum Window {
    TEN_SECONDS(1, 10),
    MINUTE(10, 6),
    FIVE_MINUTES(60, 5);

    private final int width;
    private final int slots;

    Window(int width, int slots) {
        this.width = width;
        this.slots = slots;
    }

    /** In seconds. */
    int length() {
        return width * slots;
    }

    /** A ring that counts this many kinds of things, side by side. */
    char[] counts(int kinds) {
        return new char[slots * kinds];
    }

    /** A ring of sets; each bit of a set stands for one thing, or for those that share its hash. */
    long[] sets() {
        return new long[slots];
    }

    /** Whether a second, not after {@code newest}, is still in the window that ends there. */
    boolean holds(long newest, long second) {
        return Math.floorDiv(newest, width) - Math.floorDiv(second, width) < slots;
    }

    /** Counts one thing of a kind; a sub-window stays at 65535. */
    void add(char[] ring, int kinds, int kind, long second) {
        int at = slot(second) * kinds + kind;
        if (ring[at] != Character.MAX_VALUE) {
            ring[at]++;
        }
    }

    /** Puts the thing with this hash into the set. */
    void add(long[] ring, long hash, long second) {
        ring[slot(second)] |= 1L << hash;
    }

    /** Forgets what leaves the window when the newest second goes from one to a later one. */
    void advance(char[] ring, int kinds, long from, long to) {
        for (long left = toClear(from, to), at = to; left > 0; left--, at -= width) {
            int start = slot(at) * kinds;
            for (int kind = 0; kind < kinds; kind++) {
                ring[start + kind] = 0;
            }
        }
    }

    /** Like the other, for sets. */
    void advance(long[] ring, long from, long to) {
        for (long left = toClear(from, to), at = to; left > 0; left--, at -= width) {
            ring[slot(at)] = 0;
        }
    }

    int sum(char[] ring, int kinds, int kind) {
        int sum = 0;
        for (int at = kind; at < ring.length; at += kinds) {
            sum += ring[at];
        }
        return sum;
    }

    long union(long[] ring) {
        long union = 0;
        for (long set : ring) {
            union |= set;
        }
        return union;
    }

    /** How many distinct things probably made these bits (linear counting); good to a tenth up to about 100. */
    static int distinct(long bits) {
        int clear = 64 - Long.bitCount(bits);
        return (int) Math.round(-64 * Math.log(Math.max(clear, 0.5) / 64));
    }

    private long toClear(long from, long to) {
        return Math.min(slots, Math.floorDiv(to, width) - Math.floorDiv(from, width));
    }

    private int slot(long second) {
        return (int) Math.floorMod(Math.floorDiv(second, width), (long) slots);
    }
}
