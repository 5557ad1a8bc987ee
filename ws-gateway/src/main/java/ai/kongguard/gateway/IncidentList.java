package ai.kongguard.gateway;

import ai.kongguard.event.Incident;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The incidents seen last. Thread-safe. */
public final class IncidentList {

    private static final Comparator<Incident> NEWEST_FIRST =
            Comparator.comparing(Incident::lastSeen).reversed().thenComparing(Incident::id);

    private final int capacity;
    private final Map<String, Incident> incidents = new HashMap<>();

    /** Keeps {@code capacity} of them. */
    public IncidentList(int capacity) {
        this.capacity = capacity;
    }

    /** An incident is new or has grown. */
    public synchronized void add(Incident incident) {
        incidents.put(incident.id(), incident);
        if (incidents.size() > 2 * capacity) {
            List<Incident> kept = newest(capacity);
            incidents.clear();
            kept.forEach(one -> incidents.put(one.id(), one));
        }
    }

    /** An incident became part of another one. */
    public synchronized void remove(String id) {
        incidents.remove(id);
    }

    /** At most {@code limit}, by when their last alert was, newest first. */
    public synchronized List<Incident> newest(int limit) {
        return incidents.values().stream()
                .sorted(NEWEST_FIRST)
                .limit(Math.min(limit, capacity))
                .toList();
    }
}
