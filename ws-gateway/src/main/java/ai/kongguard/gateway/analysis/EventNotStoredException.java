package ai.kongguard.gateway.analysis;

/** Kafka did not acknowledge an event in time, so nobody may ever judge it. */
public final class EventNotStoredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventNotStoredException(Throwable cause) {
        super("Kafka did not acknowledge: " + cause.getMessage(), cause);
    }
}
