package ai.kongguard.gateway.events;

import java.util.concurrent.Semaphore;

/** Looks events up, a few at a time: each costs connections to Kafka and, at worst, reads a lot. Thread-safe. */
public final class EventLookups {

    private final EventLog log;
    private final int maxConcurrent;
    private final Semaphore room;

    /** At most {@code maxConcurrent} at the same time. */
    public EventLookups(EventLog log, int maxConcurrent) {
        this.log = log;
        this.maxConcurrent = maxConcurrent;
        this.room = new Semaphore(maxConcurrent);
    }

    /**
     * What there is about an event.
     *
     * @throws TooManyLookupsException if too many are looked for
     * @throws EventLogUnavailableException if Kafka does not answer
     */
    public FoundEvent find(EventQuery query) {
        if (!room.tryAcquire()) {
            throw new TooManyLookupsException(maxConcurrent);
        }
        try {
            return log.find(query);
        } finally {
            room.release();
        }
    }
}
