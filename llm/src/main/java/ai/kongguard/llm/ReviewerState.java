package ai.kongguard.llm;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the models of one reviewer have done since it was made. Immutable.
 *
 * @param models in the order in which they are asked
 * @param callsThisMinute against {@code callsPerMinute}
 * @param callsPerMinute budget
 * @param callsToday in UTC, against {@code callsPerDay}
 * @param callsPerDay budget
 * @param costToday US dollars, in UTC
 * @param costPerDay budget in US dollars; null for none
 */
public record ReviewerState(
        List<ModelState> models,
        long callsThisMinute,
        long callsPerMinute,
        long callsToday,
        long callsPerDay,
        double costToday,
        @Nullable Double costPerDay) {

    /**
     * One model.
     *
     * @param provider such as {@code openai}
     * @param model such as {@code openai/gpt-4o-mini}
     * @param breaker {@code closed}, {@code open} or {@code half_open}
     * @param calls sent
     * @param succeeded calls with a usable answer
     * @param failed attempts without one, by reason; those with {@code budget}, {@code busy} or {@code circuit_open} were
     *     not sent, and so are no calls
     * @param inFlight calls that wait for an answer
     * @param queued questions that wait for a place
     * @param capacity places
     * @param inputTokens used
     * @param outputTokens used
     * @param costUsd spent; null when its price is not configured
     * @param latencyMillis mean of the calls that were answered; null before the first
     * @param lastError plain words without secrets; null when the last call succeeded
     */
    public record ModelState(
            String provider,
            String model,
            String breaker,
            long calls,
            long succeeded,
            Map<String, Long> failed,
            int inFlight,
            int queued,
            int capacity,
            long inputTokens,
            long outputTokens,
            @Nullable Double costUsd,
            @Nullable Double latencyMillis,
            @Nullable String lastError) {}
}
