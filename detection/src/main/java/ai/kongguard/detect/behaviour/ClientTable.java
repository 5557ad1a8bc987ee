package ai.kongguard.detect.behaviour;

import org.jspecify.annotations.Nullable;

/**
 * Clients by key, open-addressed, at most {@code capacity} of them. It grows as clients come. Every new client moves a
 * hand on, which drops those that were silent for longer than any window; when the table is full, the hand drops the
 * first client that did not come again since it passed last (second chance). One thread.
 */
final class ClientTable {

    private static final int MIN_SLOTS = 64;

    /** Twice as long as any window, so that clocks of gateways may differ. */
    private static final int SILENCE = 2 * Window.FIVE_MINUTES.length();

    /** Slots looked at for each new client: more than one, so that the silent leave faster than others come. */
    private static final int SWEEP = 4;

    private final int capacity;
    private @Nullable Client[] slots = new Client[MIN_SLOTS];
    private int size;
    private int hand;
    private long latest = Long.MIN_VALUE;
    private long evictions;

    ClientTable(int capacity) {
        this.capacity = Math.max(1, capacity);
    }

    @Nullable Client find(long key) {
        return slots[slotOf(key)];
    }

    /** The client with this key, new if need be, that is active in this second. */
    Client touch(long key, long second) {
        latest = Math.max(latest, second);
        Client known = find(key);
        if (known != null) {
            known.active = true;
            return known;
        }
        sweep();
        if (size >= capacity) {
            evict();
        } else if (size >= slots.length / 10 * 7) {
            grow();
        }
        Client added = new Client(key, second);
        slots[slotOf(key)] = added;
        size++;
        return added;
    }

    int size() {
        return size;
    }

    /** How many were dropped that might still have mattered. */
    long evictions() {
        return evictions;
    }

    private void sweep() {
        for (int i = 0; i < SWEEP; i++) {
            Client client = slots[hand];
            if (client != null && latest - client.newest() > SILENCE) {
                // Its successor may have moved here: the hand stays.
                remove(hand);
            } else {
                hand = next(hand);
            }
        }
    }

    private void evict() {
        while (true) {
            Client client = slots[hand];
            if (client != null && !client.active) {
                remove(hand);
                evictions++;
                return;
            }
            if (client != null) {
                client.active = false;
            }
            hand = next(hand);
        }
    }

    /** Closes the gap, so that no search ends at it that has to go on. */
    private void remove(int slot) {
        int mask = slots.length - 1;
        int gap = slot;
        int at = next(gap);
        for (Client client = slots[at]; client != null; client = slots[at]) {
            int fromHome = at - home(client.key) & mask;
            int fromGap = at - gap & mask;
            if (fromHome >= fromGap) {
                slots[gap] = client;
                gap = at;
            }
            at = next(at);
        }
        slots[gap] = null;
        size--;
    }

    private void grow() {
        @Nullable Client[] old = slots;
        slots = new Client[old.length * 2];
        hand = 0;
        for (Client client : old) {
            if (client != null) {
                slots[slotOf(client.key)] = client;
            }
        }
    }

    /** Where the client is, or where it would be put. */
    private int slotOf(long key) {
        int at = home(key);
        for (Client client = slots[at]; client != null && client.key != key; client = slots[at]) {
            at = next(at);
        }
        return at;
    }

    private int home(long key) {
        return (int) key & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }
}
