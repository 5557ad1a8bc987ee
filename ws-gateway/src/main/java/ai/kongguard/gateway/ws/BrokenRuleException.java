package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.CloseReason;

/** A client sent what it may not. */
final class BrokenRuleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final CloseReason reason;

    /** {@code detail} may come from the client and is for the log only. */
    BrokenRuleException(CloseReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    CloseReason reason() {
        return reason;
    }
}
