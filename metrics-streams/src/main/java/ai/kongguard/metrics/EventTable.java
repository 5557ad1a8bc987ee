package ai.kongguard.metrics;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the newest events of one partition, 48 bytes each, by a 64-bit hash of their ids: of a million events
 * two share a hash once in 30 million times. The oldest page of {@value #PAGE} events is forgotten when there are too
 * many, or when it is too old. Pages are also the unit of the changelog. Used by one stream thread.
 *
 * <p>Events are found by a slot that is valid until the next {@link #insert}.
 */
final class EventTable {

    static final int PAGE = 256;

    /** The hash, the facts, and a verdict of each tier. */
    static final int WORDS = 2 + EventFacts.MAX_TIERS;

    /** Longs before the events of a stored page: its number, when it was filled, and up to where it was forgotten. */
    private static final int HEADER = 3;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long maxAgeMs;
    private final long[] @Nullable [] pages;
    private final long[] filledAt;
    private final BitSet changed = new BitSet();
    private long firstPage;
    private long lastPage = -1;
    private int inLastPage = PAGE;
    private int[] index = new int[1024];
    private int size;
    private long forgottenUpToSecond = -1;

    /** At least {@code maxEvents} are remembered, and nothing longer than about {@code maxAgeMs}. */
    EventTable(int maxEvents, long maxAgeMs) {
        this.maxAgeMs = maxAgeMs;
        int count = maxEvents / PAGE + 3;
        this.pages = new long[count][];
        this.filledAt = new long[count];
    }

    static long hash(String eventId) {
        long hash = GOLDEN * (eventId.length() + 1);
        for (int i = 0; i < eventId.length(); i++) {
            hash = Long.rotateLeft((hash ^ eventId.charAt(i)) * GOLDEN, 31);
        }
        hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        return hash ^ (hash >>> 32);
    }

    int size() {
        return size;
    }

    /** Whether an event of this second may have been known and forgotten. */
    boolean mayHaveForgotten(long second) {
        return second <= forgottenUpToSecond;
    }

    /** The slot of an event, or -1 when it is not known. */
    int find(long hash) {
        int at = home(hash);
        while (index[at] != 0) {
            int slot = index[at] - 1;
            if (word(slot, 0) == hash) {
                return slot;
            }
            at = (at + 1) & (index.length - 1);
        }
        return -1;
    }

    /** The slot of a new event of which nothing is known. */
    int insert(long hash, long nowMs) {
        if (inLastPage == PAGE) {
            openPage();
        }
        int ring = ring(lastPage);
        int slot = ring * PAGE + inLastPage++;
        filledAt[ring] = nowMs;
        set(slot, 0, hash);
        for (int word = 1; word < WORDS; word++) {
            set(slot, word, 0);
        }
        addToIndex(slot);
        return slot;
    }

    /** A word of an event, from 1. */
    long word(int slot, int word) {
        return page(slot / PAGE)[slot % PAGE * WORDS + word];
    }

    void set(int slot, int word, long value) {
        page(slot / PAGE)[slot % PAGE * WORDS + word] = value;
        changed.set(slot / PAGE);
    }

    /** Forgets pages that were filled too long ago. */
    void forgetOld(long nowMs) {
        while (firstPage < lastPage && filledAt[ring(firstPage)] + maxAgeMs < nowMs) {
            forgetFirstPage();
        }
    }

    /** Writes changed pages by their number; a forgotten page is overwritten by its successor in the ring. */
    void writeChanges(BiConsumer<Integer, byte[]> log) {
        for (int ring = changed.nextSetBit(0); ring >= 0; ring = changed.nextSetBit(ring + 1)) {
            long number = numberOf(ring);
            int events = number < firstPage ? 0 : number == lastPage ? inLastPage : PAGE;
            ByteBuffer bytes = ByteBuffer.allocate((HEADER + events * WORDS) * Long.BYTES);
            bytes.putLong(number).putLong(filledAt[ring]).putLong(forgottenUpToSecond);
            long[] words = page(ring);
            for (int i = 0; i < events * WORDS; i++) {
                bytes.putLong(words[i]);
            }
            log.accept(ring, bytes.array());
        }
        changed.clear();
    }

    /** Takes back a page; all of them, in any order, before anything else. A ring of another size is forgotten. */
    void restore(int ring, byte[] value) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        int events = (value.length / Long.BYTES - HEADER) / WORDS;
        long number = bytes.getLong();
        long filled = bytes.getLong();
        forgottenUpToSecond = Math.max(forgottenUpToSecond, bytes.getLong());
        if (ring >= pages.length || ring(number) != ring || events == 0) {
            return;
        }
        long[] words = new long[PAGE * WORDS];
        for (int i = 0; i < events * WORDS; i++) {
            words[i] = bytes.getLong();
        }
        pages[ring] = words;
        filledAt[ring] = filled;
        firstPage = lastPage < 0 ? number : Math.min(firstPage, number);
        if (number > lastPage) {
            lastPage = number;
            inLastPage = events;
        }
        for (int i = 0; i < events; i++) {
            addToIndex(ring * PAGE + i);
        }
    }

    private void openPage() {
        if (lastPage - firstPage + 2 >= pages.length && lastPage >= firstPage) {
            forgetFirstPage();
        }
        lastPage++;
        inLastPage = 0;
        int ring = ring(lastPage);
        if (pages[ring] == null) {
            pages[ring] = new long[PAGE * WORDS];
        }
    }

    private void forgetFirstPage() {
        int ring = ring(firstPage);
        for (int i = 0; i < PAGE; i++) {
            int slot = ring * PAGE + i;
            forgottenUpToSecond = Math.max(forgottenUpToSecond, EventFacts.second(word(slot, 1)));
            removeFromIndex(slot);
        }
        firstPage++;
        changed.set(ring);
    }

    private void addToIndex(int slot) {
        if ((size + 1) * 2 > index.length) {
            int[] old = index;
            index = new int[old.length * 2];
            for (int entry : old) {
                if (entry != 0) {
                    place(entry - 1);
                }
            }
        }
        place(slot);
        size++;
    }

    private void place(int slot) {
        int at = home(word(slot, 0));
        while (index[at] != 0) {
            at = (at + 1) & (index.length - 1);
        }
        index[at] = slot + 1;
    }

    /** Closes the gap, so that whoever was pushed behind it is found again. */
    private void removeFromIndex(int slot) {
        int mask = index.length - 1;
        int at = home(word(slot, 0));
        while (index[at] != slot + 1) {
            at = (at + 1) & mask;
        }
        int gap = at;
        for (int next = (gap + 1) & mask; index[next] != 0; next = (next + 1) & mask) {
            int home = home(word(index[next] - 1, 0));
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                index[gap] = index[next];
                gap = next;
            }
        }
        index[gap] = 0;
        size--;
    }

    private int home(long hash) {
        return (int) ((hash * GOLDEN) >>> 32) & (index.length - 1);
    }

    private int ring(long page) {
        return (int) (page % pages.length);
    }

    /** The newest page that was, or is, at this place. */
    private long numberOf(int ring) {
        return lastPage - Math.floorMod(ring(lastPage) - ring, pages.length);
    }

    private long[] page(int ring) {
        long[] page = pages[ring];
        if (page == null) {
            throw new IllegalStateException("no page " + ring);
        }
        return page;
    }
}
