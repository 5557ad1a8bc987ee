package ai.kongguard.gateway.http;

/** A parameter of a request has a value that it cannot have. */
final class InvalidParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String allowed;

    /** {@code allowed} says what the value may be. */
    InvalidParameterException(String field, String allowed) {
        super("Invalid " + field + " parameter");
        this.field = field;
        this.allowed = allowed;
    }

    String field() {
        return field;
    }

    String allowed() {
        return allowed;
    }
}
