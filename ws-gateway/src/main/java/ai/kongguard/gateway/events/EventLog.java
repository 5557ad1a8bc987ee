package ai.kongguard.gateway.events;

/** The topics of events and verdicts. */
@FunctionalInterface
public interface EventLog {

    /**
     * Reads what lies there about an event; takes a bounded time. Called by any number of threads.
     *
     * @throws EventLogUnavailableException if Kafka does not answer
     */
    FoundEvent find(EventQuery query);
}
