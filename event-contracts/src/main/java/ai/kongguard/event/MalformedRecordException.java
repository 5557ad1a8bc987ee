package ai.kongguard.event;

/** Bytes that are not what they should be. The message names the field and the reason, and holds no payload. */
public final class MalformedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
