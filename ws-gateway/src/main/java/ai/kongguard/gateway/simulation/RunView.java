package ai.kongguard.gateway.simulation;

import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is known at one instant. Immutable.
 *
 * @param runId its number
 * @param order what it was asked to send
 * @param issuedAt when it was asked for, or first heard of
 * @param status the newest word of whoever executes it; null when there was none
 * @param state the state of that word, unless silence says otherwise
 * @param reason why it failed or is saturated; null when it is neither
 */
public record RunView(
        long runId,
        RunOrder order,
        Instant issuedAt,
        @Nullable RunStatus status,
        State state,
        @Nullable String reason) {

    /** Requests that arrived. */
    public long sent() {
        return status == null ? 0 : status.sent();
    }

    /** Whether it sends more than one request, generated or recorded. */
    public boolean isFlood() {
        return !isQuick() && !isRecording();
    }

    /** Whether it plays a recording. */
    public boolean isReplay() {
        return order.strategy() == RunOrder.Strategy.REPLAY;
    }

    /** Whether it sends nothing and records. */
    public boolean isRecording() {
        return order.strategy() == RunOrder.Strategy.RECORD;
    }

    /** Whether it is a single request. */
    public boolean isQuick() {
        return order.strategy() == RunOrder.Strategy.QUICK;
    }
}
