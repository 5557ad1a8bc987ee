package ai.kongguard.llm;

import ai.kongguard.llm.provider.CallFailedException;
import ai.kongguard.llm.provider.FailureReason;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one model has done since it was made. Thread-safe. */
final class ModelStats {

    private final Map<FailureReason, Long> failed = new EnumMap<>(FailureReason.class);
    private final boolean priced;
    private long calls;
    private long succeeded;
    private int queued;
    private long inputTokens;
    private long outputTokens;
    private double costUsd;
    private long answered;
    private long answerNanos;

    @Nullable private String lastError;

    ModelStats(boolean priced) {
        this.priced = priced;
    }

    synchronized void queued(int change) {
        queued += change;
    }

    synchronized void sent() {
        calls++;
    }

    /** The model said something, usable or not. */
    synchronized void answered(long tookNanos) {
        answered++;
        answerNanos += tookNanos;
    }

    synchronized void used(long input, long output, @Nullable Double usd) {
        inputTokens += input;
        outputTokens += output;
        costUsd += usd == null ? 0 : usd;
    }

    synchronized void succeeded() {
        succeeded++;
        lastError = null;
    }

    synchronized void failed(CallFailedException failure) {
        failed.merge(failure.reason(), 1L, Long::sum);
        lastError = failure.reason().code() + ": " + failure.getMessage();
    }

    synchronized ReviewerState.ModelState state(
            String provider, String model, String breaker, int inFlight, int capacity) {
        Map<String, Long> byCode = new TreeMap<>();
        failed.forEach((reason, count) -> byCode.put(reason.code(), count));
        return new ReviewerState.ModelState(
                provider,
                model,
                breaker.toLowerCase(Locale.ROOT),
                calls,
                succeeded,
                Map.copyOf(byCode),
                inFlight,
                queued,
                capacity,
                inputTokens,
                outputTokens,
                priced ? (Double) costUsd : null,
                answered == 0 ? null : (Double) (answerNanos / 1e6 / answered),
                lastError);
    }
}
