package ai.kongguard.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one tier's verdicts add up to in one tumbling window of event time, or since the first record; the value of
 * {@link Topics#WINDOWS}. A later record of the same key replaces an earlier one. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param tier whose verdicts are counted; never blank
 * @param sizeMs length of the window in milliseconds; {@link #TOTAL} for everything since the first record
 * @param start first instant of the window, inclusive; of a total: the earliest event counted
 * @param requests verdicts of revision 0 counted
 * @param actions how many of them asked for each action; absent means 0; sums to {@code requests}
 * @param threatTypes how many of them named each type; absent means 0; sums to {@code requests}
 * @param latency ingest-to-verdict time; null when {@code requests} is 0
 * @param late in a total: verdicts that came after their windows' grace and so are in no smaller window; else 0
 * @param emittedAt wall clock of the tick that wrote this record
 */
public record MetricsWindow(
        int schema,
        String tier,
        long sizeMs,
        Instant start,
        long requests,
        Map<Action, Long> actions,
        Map<ThreatType, Long> threatTypes,
        @Nullable LatencySummary latency,
        long late,
        Instant emittedAt) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    /** The {@link #sizeMs()} of the record that counts everything since the first event. */
    public static final long TOTAL = 0;

    public MetricsWindow {
        Required.text("tier", tier);
        Required.notNegative("size_ms", sizeMs);
        Required.present("start", start);
        Required.notNegative("requests", requests);
        actions = Required.orElse(actions, Map.of());
        threatTypes = Required.orElse(threatTypes, Map.of());
        Required.notNegative("late", late);
        Required.present("emitted_at", emittedAt);
    }

    /** The record key: tier, size and, unless it is the total, start. */
    public String key() {
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
}
