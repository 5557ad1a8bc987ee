package ai.kongguard.ingest;

/** Something was not acknowledged: nothing may be claimed about it, so the sender has to send it again. */
public final class SinkUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SinkUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public SinkUnavailableException(String reason) {
        super(reason);
    }
}
