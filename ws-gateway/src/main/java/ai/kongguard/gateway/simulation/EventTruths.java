package ai.kongguard.gateway.simulation;

import ai.kongguard.event.ThreatType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the newest simulated events really are. Only to name the type of a verdict that is shown, which nothing else that
 * a gateway reads can tell; it is counted elsewhere. Thread-safe.
 */
public final class EventTruths {

    private final Map<String, ThreatType> types;

    /** Remembers so many events. */
    public EventTruths(int maxEvents) {
        types = new Newest<>(maxEvents);
    }

    /** The truth of an event was read. */
    public synchronized void labelled(String eventId, ThreatType type) {
        types.put(eventId, type);
    }

    /** What an event really is; null when that was not read, yet or any more. */
    public synchronized @Nullable ThreatType of(String eventId) {
        return types.get(eventId);
    }
}
