package ai.kongguard.gateway.events;

/** Kafka did not answer, so nobody knows whether there is such an event. */
public final class EventLogUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventLogUnavailableException(Throwable cause) {
        super("Kafka did not answer: " + cause.getMessage(), cause);
    }
}
