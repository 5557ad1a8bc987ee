package ai.kongguard.detect.behaviour;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest event ids of each partition and the offset where each stood first. A gateway that got no answer sends an
 * event again; the copy has a higher offset. An event that comes again at its own offset, after a rollback, is none.
 * Any thread may call, but for one partition only the one that owns it.
 */
public final class RecentEvents {

    private final int capacity;
    private final Map<Integer, Ids> partitions = new ConcurrentHashMap<>();

    /**
     * @param capacity ids of each partition
     */
    public RecentEvents(int capacity) {
        this.capacity = capacity;
    }

    /** Whether the same id stood at a lower offset of this partition; remembers it if not. */
    public boolean isDuplicate(int partition, long offset, String eventId) {
        Ids ids = partitions.computeIfAbsent(partition, p -> new Ids(capacity));
        Long first = ids.putIfAbsent(eventId, offset);
        if (first == null || first == offset) {
            return false;
        }
        if (first > offset) {
            // The partition was rewound: what stands first now is this one.
            ids.put(eventId, offset);
            return false;
        }
        return true;
    }

    /** Drops what is known of partitions that belong to another consumer now. */
    public void forget(int partition) {
        partitions.remove(partition);
    }

    private static final class Ids extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1L;
        private final int capacity;

        Ids(int capacity) {
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > capacity;
        }
    }
}
