package ai.kongguard.gateway.analysis;

/** So many requests wait for their verdict that no other is taken. */
public final class TooManyAnalysesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyAnalysesException(int waiting) {
        super(waiting + " requests wait for their verdict already");
    }
}
