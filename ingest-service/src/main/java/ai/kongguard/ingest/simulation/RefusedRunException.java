package ai.kongguard.ingest.simulation;

/** A run must not be executed; the message says why. */
public final class RefusedRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedRunException(String reason) {
        super(reason);
    }
}
