package ai.kongguard.gateway;

/** An operator's correction may not be stored; it is safe to give it again. */
public final class FeedbackNotStoredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FeedbackNotStoredException(Throwable cause) {
        super("Kafka did not acknowledge: " + cause.getMessage(), cause);
    }
}
