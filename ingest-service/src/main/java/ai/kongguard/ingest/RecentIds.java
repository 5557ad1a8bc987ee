package ai.kongguard.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Set;

/**
 * The ids of the newest events that are safe, so that a batch which a gateway sends again, because it did not hear the
 * answer, is published once. Only a first line: it is empty after a restart, and two copies that come at the same
 * moment both pass; analyzers see to those. Thread-safe.
 */
public final class RecentIds {

    private final Cache<String, Boolean> ids;

    /** Remembers at most this many ids. */
    public RecentIds(int capacity) {
        this.ids = Caffeine.newBuilder().maximumSize(capacity).build();
    }

    /** For one body, which may hold an event twice. */
    Batch open() {
        return new Batch();
    }

    void acknowledged(String id) {
        ids.put(id, Boolean.TRUE);
    }

    final class Batch {

        private final Set<String> own = new HashSet<>();

        /** Whether neither this body nor an earlier one has it. */
        boolean add(String id) {
            return ids.getIfPresent(id) == null && own.add(id);
        }
    }
}
