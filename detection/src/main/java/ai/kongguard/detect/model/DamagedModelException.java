package ai.kongguard.detect.model;

/** A model file cannot be used; the message says why, and what to do. */
public final class DamagedModelException extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedModelException(String message) {
        super(message);
    }

    DamagedModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
