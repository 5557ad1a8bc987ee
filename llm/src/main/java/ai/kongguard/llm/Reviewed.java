package ai.kongguard.llm;

import ai.kongguard.review.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one question. Immutable.
 *
 * @param answer null when nobody answered
 * @param model who did; null when nobody
 * @param degraded {@code budget}, {@code timeout}, {@code rate_limited}, {@code unavailable}, {@code circuit_open},
 *     {@code schema_ignored} ... when nobody answered or a fallback did; null when the first model answered
 * @param inputTokens over all calls that this took
 * @param outputTokens over all calls that this took
 * @param costUsd over all calls that this took; null when a price is not configured
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
