package ai.kongguard.llm;

import ai.kongguard.review.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one question. Immutable.
 *
 * @param answer null when nobody answered
 * @param model who did; null when nobody
 * @param degraded why nobody answered or a fallback did, as {@link ai.kongguard.llm.provider.FailureReason#code()}: of the
 *     first model; {@code budget} when nobody answered and any call was forbidden; null when the first model answered
 * @param inputTokens that the calls told they used
 * @param outputTokens that the calls told they used
 * @param costUsd over all calls that this took; null when a price is not configured, or a call that may have been charged
 *     did not tell what it used
 * @param latencyMillis over all calls, retries and waits
 */
public record Reviewed(
        @Nullable Answer answer,
        @Nullable String model,
        @Nullable String degraded,
        long inputTokens,
        long outputTokens,
        @Nullable Double costUsd,
        long latencyMillis) {}
