package ai.kongguard.intake;

/** A log entry that is no event. The message names the field and the reason, and holds no payload. */
public final class MalformedEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public MalformedEntryException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The message. */
    public String reason() {
        return reason;
    }
}
