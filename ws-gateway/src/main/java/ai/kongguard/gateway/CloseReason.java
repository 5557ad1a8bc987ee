package ai.kongguard.gateway;

/** Why the gateway closes a session. Clients may reconnect after any of them. */
public enum CloseReason {
    /** The gateway stops; reconnect in a moment. */
    SHUTDOWN(1001, "The gateway is shutting down"),
    /** A frame could not be sent. */
    FAILED(1011, "A frame could not be sent"),
    /** Every session is taken; reconnect later. */
    REFUSED(1013, "Too many sessions"),
    /** The client did not read for as long as the stall timeout allows; reconnect when it can read again. */
    TOO_SLOW(4008, "Too slow: the outbox stayed full");

    private final int code;
    private final String text;

    CloseReason(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The WebSocket close code. */
    public int code() {
        return code;
    }

    /** What the client is told beside the code; at most 123 bytes. */
    public String text() {
        return text;
    }
}
