package ai.kongguard.llm.provider;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A question was not answered. The message is our own words: nothing of what the provider wrote but a bare code. */
public final class CallFailedException extends IOException {

    private static final long serialVersionUID = 1;

    private final FailureReason reason;

    private final boolean free;

    @Nullable private final Duration retryAfter;

    /** One that may have been charged for. */
    public CallFailedException(FailureReason reason, String message) {
        this(reason, message, false, null);
    }

    /**
     * @param free whether it is certain that nothing is charged
     * @param retryAfter how long the provider asks us to wait; null when it does not say
     */
    CallFailedException(FailureReason reason, String message, boolean free, @Nullable Duration retryAfter) {
        super(message);
        this.reason = reason;
        this.free = free;
        this.retryAfter = retryAfter;
    }

    /** One of a question that was not sent. */
    public static CallFailedException unsent(FailureReason reason, String message) {
        return new CallFailedException(reason, message, true, null);
    }

    public FailureReason reason() {
        return reason;
    }

    /** Whether it is certain that nothing is charged: no model has seen the question. */
    public boolean free() {
        return free;
    }

    /** How long the provider asks us to wait; null when it does not say. */
    @Nullable public Duration retryAfter() {
        return retryAfter;
    }
}
