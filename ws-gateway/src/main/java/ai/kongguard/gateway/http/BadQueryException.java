package ai.kongguard.gateway.http;

/** A query parameter or field that cannot be used; the message names it. */
final class BadQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadQueryException(String name, String why) {
        super(name + " " + why);
    }
}
