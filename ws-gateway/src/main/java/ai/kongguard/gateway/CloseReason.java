package ai.kongguard.gateway;

/** Why a session ends. Clients may reconnect after any of them, when the table in the README says. */
public enum CloseReason {
    /** The client said goodbye, or is gone. */
    CLIENT(1000, "Goodbye"),
    /** The gateway stops; the text tells when to reconnect. */
    SHUTDOWN(1001, "The gateway is shutting down"),
    /** The client sent what is no WebSocket frame, or none that it may send. */
    PROTOCOL(1002, "Not a frame that a client may send"),
    /** The client sent text that is not UTF-8. */
    NOT_TEXT(1007, "Not UTF-8"),
    /** The client sent more frames per second than it may. */
    TOO_MANY_FRAMES(1008, "Too many frames per second"),
    /** The client sent more than a message may hold. */
    TOO_LARGE(1009, "The message is too large"),
    /** A frame could not be sent. */
    FAILED(1011, "A frame could not be sent"),
    /** Every session is taken; reconnect later. */
    REFUSED(1013, "Too many sessions"),
    /** The client did not read for as long as the stall timeout allows; reconnect when it can read again. */
    TOO_SLOW(4008, "Too slow: the outbox stayed full"),
    /** Nothing was heard of the client, not even answers to pings. */
    SILENT(4010, "Nothing was heard, no answer to a ping either"),
    /** The client's address has as many sessions as it may have. */
    ADDRESS_FULL(4029, "Too many sessions from this address");

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

    /** What the client is told beside the code, unless there is more to tell; at most 123 bytes. */
    public String text() {
        return text;
    }
}
