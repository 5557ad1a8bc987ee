package ai.kongguard.http;

/** Others than this machine could command a service that asks for no token; it does not start. */
public final class OpenWithoutTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The two properties of which one has to change, and the environment variable for the second. */
    public OpenWithoutTokenException(String bindAddress, String token, String environment) {
        super(bindAddress + " is not on loopback, so others could start attacks and give feedback: set " + token
                + " (or " + environment + ") to a secret of your own");
    }
}
