package ai.kongguard.llm;

import ai.kongguard.review.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one question has cost so far. For one thread. */
final class Spending {

    private long inputTokens;
    private long outputTokens;

    @Nullable private Double costUsd = 0.0;

    /**
     * Adds one call.
     *
     * @param usd null when it is not known, which makes the sum unknown
     */
    void add(long input, long output, @Nullable Double usd) {
        inputTokens += input;
        outputTokens += output;
        costUsd = costUsd == null || usd == null ? null : (Double) (costUsd + usd);
    }

    Reviewed reviewed(@Nullable Answer answer, @Nullable String model, @Nullable String degraded, Duration took) {
        return new Reviewed(answer, model, degraded, inputTokens, outputTokens, costUsd, took.toMillis());
    }
}
