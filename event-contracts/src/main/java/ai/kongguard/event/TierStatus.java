package ai.kongguard.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one analyzer's reviewing goes; the value of {@link Topics#TIERS}, by {@link #key()}. Written when it changes, and
 * now and then when it does not, so that one which is not recent tells of an analyzer that is gone. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param tier never blank
 * @param instance of the analyzer; never blank
 * @param configured whether there is a model to ask
 * @param reason a sentence: why there is none, or why it is not asked; null when it is
 * @param judges whether the tier judges at all
 * @param models in the order in which they are asked; empty when there is none
 * @param budget null when there is no model
 * @param memory null when there is no model
 * @param held escalations that this analyzer holds now; others may wait in Kafka
 * @param since when it began to count
 * @param at when this was written
 */
public record TierStatus(
        int schema,
        String tier,
        String instance,
        boolean configured,
        @Nullable String reason,
        boolean judges,
        List<Model> models,
        @Nullable Budget budget,
        @Nullable Memory memory,
        int held,
        Instant since,
        Instant at) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    public TierStatus {
        Required.text("tier", tier);
        Required.text("instance", instance);
        models = List.copyOf(Required.orElse(models, List.of()));
        Required.notNegative("held", held);
        since = Required.present("since", since).truncatedTo(ChronoUnit.MILLIS);
        at = Required.present("at", at).truncatedTo(ChronoUnit.MILLIS);
    }

    /** A tier that has no model to ask, for a reason that is a sentence. */
    public static TierStatus withoutModel(
            String tier, String instance, String reason, boolean judges, Instant since, Instant at) {
        return new TierStatus(SCHEMA, tier, instance, false, reason, judges, List.of(), null, null, 0, since, at);
    }

    /** The record key. */
    public String key() {
        return tier + "/" + instance;
    }

    /** The same, written at another time. */
    public TierStatus at(Instant time) {
        return new TierStatus(
                schema, tier, instance, configured, reason, judges, models, budget, memory, held, since, time);
    }

    /**
     * What one model did since {@link TierStatus#since()}.
     *
     * @param provider such as {@code openai}; never blank
     * @param model such as {@code openai/gpt-4o-mini}; never blank
     * @param breaker {@code closed}, {@code open} or {@code half_open}; never blank
     * @param calls sent
     * @param succeeded calls with a usable answer
     * @param failed the others, by reason
     * @param inFlight calls that wait for an answer
     * @param queued questions that wait for a place
     * @param capacity places
     * @param inputTokens used
     * @param outputTokens used
     * @param costUsd spent; null when its price is not configured
     * @param latencyMillis mean of the calls that were answered; null before the first
     * @param lastError null when the last call succeeded
     */
    public record Model(
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
            @Nullable String lastError) {

        public Model {
            Required.text("provider", provider);
            Required.text("model", model);
            Required.text("breaker", breaker);
            Required.notNegative("calls", calls);
            Required.notNegative("succeeded", succeeded);
            failed = Required.orElse(failed, Map.of());
        }
    }

    /**
     * What may be spent, and what was; of this analyzer alone.
     *
     * @param callsThisMinute so far
     * @param callsPerMinute at most
     * @param callsToday so far, in UTC
     * @param callsPerDay at most
     * @param costToday US dollars so far, in UTC
     * @param costPerDay US dollars at most; null for no limit
     */
    public record Budget(
            long callsThisMinute,
            long callsPerMinute,
            long callsToday,
            long callsPerDay,
            double costToday,
            @Nullable Double costPerDay) {}

    /**
     * How often an answer was there already.
     *
     * @param answers remembered now
     * @param asked questions that this analyzer put to a model
     * @param remembered events for which the answer was known
     * @param waited events that waited for an answer which somebody was being asked for
     */
    public record Memory(long answers, long asked, long remembered, long waited) {}
}
