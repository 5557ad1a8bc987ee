package ai.kongguard.llm;

import ai.kongguard.llm.provider.CallFailedException;
import java.time.Duration;

/** A call failed in a way that passes, and there is time to wait for that. */
final class WorthRetryingException extends Exception {

    private static final long serialVersionUID = 1;

    private final CallFailedException failure;
    private final Duration wait;

    WorthRetryingException(CallFailedException failure, Duration wait) {
        super(failure);
        this.failure = failure;
        this.wait = wait;
    }

    CallFailedException failure() {
        return failure;
    }

    Duration waitBefore() {
        return wait;
    }
}
