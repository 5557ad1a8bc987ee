package ai.kongguard.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one tier says in one window of event time, since the first record, or in one run; the value of
 * {@link Topics#WINDOWS}. A later record of the same key replaces an earlier one. Immutable.
 *
 * <p>Tier {@link #UNPROTECTED} is counted from the traffic itself, as if everything were let through: it is the total of
 * all requests, the only one with bytes, gateway latency and origins, and its truth tells what would have got through.
 * The other tiers are counted from verdicts. The newest revision of a verdict counts;
 * its latency is that of the first. An event is counted once, however often it lies in its topic.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param tier whose verdicts are counted; never blank
 * @param run whose requests are counted, and then {@code sizeMs} is {@link #TOTAL}; null for those of all runs and none
 * @param sizeMs length of the window in milliseconds; {@link #TOTAL} for everything since the first record
 * @param start first instant of the window, inclusive; of a total: the earliest event counted
 * @param requests events counted
 * @param actions how many were given each action; absent means 0; sums to {@code requests}
 * @param threatTypes how many were called each type; absent means 0; sums to {@code requests}
 * @param statusClasses how many the gateway answered with {@code 1xx} to {@code 5xx}, or {@code none}; sums to
 *     {@code requests}, but empty in a run
 * @param routes by name of the route, at most {@link #MAX_NAMES}; {@link #NO_NAME} for events without one and
 *     {@link #OTHER} for the rest; sums to {@code requests}; empty in windows below one minute and in
 *     runs
 * @param services the same by name of the service
 * @param bytesIn size of the requests as far as known; 0 but for {@link #UNPROTECTED}, and in runs
 * @param bytesOut the same of the responses
 * @param latency ingest-to-verdict time; null when nothing was counted, and for {@link #UNPROTECTED}
 * @param gatewayLatency first byte read to last byte written by the gateway; null when not known, for other tiers and in runs
 * @param truth how often the tier was right about the labelled events among them; null when none was labelled
 * @param truthByType the same for each type of attack against all benign events: those of the type that were caught or
 *     not, and the benign that were caught, called this type, or not. Caught counts whatever type the tier named
 * @param scores what the tier thought of them; null when nothing was counted, and for {@link #UNPROTECTED}
 * @param scoreCounts how many have a score in [0, 0.1), [0.1, 0.2) ... [0.9, 1.0], of the newest verdict on each event and
 *     rounded as for {@code scores}; {@link #SCORE_RANGES} counts that sum to {@code requests}; null when nothing was
 *     counted, and for {@link #UNPROTECTED}
 * @param topSources clients with the most requests, or for a tier with the most events that it did not allow at first or second sight; null in
 *     windows below one minute and in runs
 * @param topTargets the same by method and path, without query
 * @param origins what each source of events ({@code kong}, {@code demo} ...) sent; in the total of {@link #UNPROTECTED}
 * @param lag in a total: events that wait for the tier's analyzers, or for metrics itself when {@link #UNPROTECTED}; null
 *     when not known
 * @param lagging in a total: whether those are more than are dealt with in the time that was configured; null when not known
 * @param silentSince in a total: since when there is traffic and the tier says nothing; null when it does, or when nothing
 *     is to be said
 * @param lastEventAt newest event counted; null when none was
 * @param late in a total: events that came after the grace of their second, and so are missing there and maybe in longer
 *     windows; else 0
 * @param emittedAt wall clock of the tick that wrote this record
 */
public record MetricsWindow(
        int schema,
        String tier,
        @Nullable String run,
        long sizeMs,
        Instant start,
        long requests,
        Map<Action, Long> actions,
        Map<ThreatType, Long> threatTypes,
        Map<String, Long> statusClasses,
        Map<String, Tally> routes,
        Map<String, Tally> services,
        long bytesIn,
        long bytesOut,
        @Nullable LatencySummary latency,
        @Nullable LatencySummary gatewayLatency,
        @Nullable Confusion truth,
        Map<ThreatType, Confusion> truthByType,
        @Nullable Scores scores,
        @Nullable List<Long> scoreCounts,
        @Nullable Top topSources,
        @Nullable Top topTargets,
        Map<String, Origin> origins,
        @Nullable Long lag,
        @Nullable Boolean lagging,
        @Nullable Instant silentSince,
        @Nullable Instant lastEventAt,
        long late,
        Instant emittedAt) {

    /** The version this release writes. */
    public static final int SCHEMA = 4;

    /** The {@link #sizeMs()} of the record that counts everything since the first event. */
    public static final long TOTAL = 0;

    /** The tier that lets everything through; counted from the traffic. */
    public static final String UNPROTECTED = "unprotected";

    /** Equal parts from 0 to 1 in which scores are counted. */
    public static final int SCORE_RANGES = 10;

    /** Routes or services told apart at most. */
    public static final int MAX_NAMES = 20;

    /** The name of all routes or services beyond {@link #MAX_NAMES}. */
    public static final String OTHER = "other";

    /** Events without a route or service. */
    public static final String NO_NAME = "none";

    public MetricsWindow {
        Required.text("tier", tier);
        Required.notNegative("size_ms", sizeMs);
        Required.present("start", start);
        Required.notNegative("requests", requests);
        actions = Required.orElse(actions, Map.of());
        threatTypes = Required.orElse(threatTypes, Map.of());
        statusClasses = Required.orElse(statusClasses, Map.of());
        routes = Required.orElse(routes, Map.of());
        services = Required.orElse(services, Map.of());
        truthByType = Required.orElse(truthByType, Map.of());
        scoreCounts = Required.counts("score_counts", scoreCounts, SCORE_RANGES);
        origins = Required.orElse(origins, Map.of());
        Required.notNegative("late", late);
        Required.present("emitted_at", emittedAt);
    }

    /** The record key: tier and run, or tier, size and, unless it is the total, start. */
    public String key() {
        if (run != null) {
            return tier + "/run/" + run;
        }
        return sizeMs == TOTAL ? tier + "/total" : tier + "/" + sizeMs + "/" + start.toEpochMilli();
    }

    /** Requests that the tier would have stopped or slowed. */
    public long blocked() {
        return actions.getOrDefault(Action.BLOCK, 0L) + actions.getOrDefault(Action.RATE_LIMIT, 0L);
    }

    /** Requests that the tier would have let through; {@link #blocked()} and this add up to {@link #requests()}. */
    public long allowed() {
        return requests - blocked();
    }

    /**
     * A distribution of durations in milliseconds.
     *
     * @param count durations counted, at least 1
     * @param meanMs exact mean
     * @param p50Ms median, within 1 % of the true value
     * @param p95Ms 95th percentile, within 1 % of the true value
     * @param p99Ms 99th percentile, within 1 % of the true value
     * @param maxMs largest, within 1 % of the true value
     * @param sketch DDSketch encoding, so that any reader can merge windows and ask for other percentiles
     */
    public record LatencySummary(
            long count, double meanMs, double p50Ms, double p95Ms, double p99Ms, double maxMs, byte[] sketch) {}

    /** Requests of one name, and how many of them were blocked or slowed. */
    public record Tally(long requests, long blocked) {}

    /**
     * The most frequent of many.
     *
     * @param error how much each count may be below the true one; what is not listed occurred at most so often more than
     *     the least listed
     * @param heaviest at most ten, most frequent first
     */
    public record Top(long error, List<Heavy> heaviest) {

        public Top {
            heaviest = Required.orElse(heaviest, List.of());
        }
    }

    /** One of the most frequent: it occurred at least {@code count} times, and at most {@link Top#error} more. */
    public record Heavy(String name, long count) {}

    /**
     * Events of one origin.
     *
     * @param lastEventAt the newest of their times
     * @param silentSince when the last of them came, if that is longer ago than was configured; else null, and so it is for
     *     origins that come and go, such as the simulator
     */
    public record Origin(long requests, Instant lastEventAt, @Nullable Instant silentSince) {}

    /**
     * Means over the newest verdict on each event, whose values are rounded to four decimals before.
     *
     * @param meanScore 0-1
     * @param meanConfidence 0-1
     * @param meanScoreByTruth mean score of the labelled events by what they really are, {@link ThreatType#NONE} for the
     *     benign; absent when there was none
     */
    public record Scores(double meanScore, double meanConfidence, Map<ThreatType, Double> meanScoreByTruth) {

        public Scores {
            meanScoreByTruth = Required.orElse(meanScoreByTruth, Map.of());
        }
    }
}
