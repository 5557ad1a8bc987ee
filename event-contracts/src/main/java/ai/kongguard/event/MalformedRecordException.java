package ai.kongguard.event;

/** Bytes that are not what they should be. The message names the field and the reason, and holds no payload. */
public final class MalformedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public MalformedRecordException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** The message. */
    public String reason() {
        return reason;
    }
}
