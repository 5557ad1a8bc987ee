package ai.kongguard.gateway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers on top of the dashboard, as the windows give them at one instant. Immutable.
 *
 * @param tier whose verdicts are counted
 * @param totalRequests since the first record
 * @param threatsBlocked of these, blocked or slowed
 * @param threatsAllowed the others; sums with {@code threatsBlocked} to {@code totalRequests}
 * @param avgLatencyMs mean ingest-to-verdict time in milliseconds; 0 when there was no request
 * @param currentRps requests per second over the newest complete seconds
 * @param recent percentiles of the newest window with requests; null when the last minute had none
 * @param aiAccuracy share of the labelled events that were decided rightly, 0-100; null without labels
 * @param lag events that wait for the tier's analyzers; null when not known
 * @param lastEventAt newest event counted; null before the first
 * @param silentTiers tiers that say nothing although there is traffic, by name
 * @param laggingTiers tiers that too many events wait for, by name
 * @param silentSources sources that fell silent, by name
 * @param asOf when the newest window record was written; null before the first
 */
public record Tiles(
        String tier,
        long totalRequests,
        long threatsBlocked,
        long threatsAllowed,
        double avgLatencyMs,
        double currentRps,
        @Nullable Percentiles recent,
        @Nullable Double aiAccuracy,
        @Nullable Long lag,
        @Nullable Instant lastEventAt,
        List<String> silentTiers,
        List<String> laggingTiers,
        List<String> silentSources,
        @Nullable Instant asOf) {

    /** Whether the same numbers would be shown, whenever they were written. */
    boolean showsSameAs(Tiles other) {
        return withoutTime().equals(other.withoutTime());
    }

    private Tiles withoutTime() {
        return new Tiles(
                tier,
                totalRequests,
                threatsBlocked,
                threatsAllowed,
                avgLatencyMs,
                currentRps,
                recent,
                aiAccuracy,
                lag,
                lastEventAt,
                silentTiers,
                laggingTiers,
                silentSources,
                null);
    }

    /** Ingest-to-verdict times in milliseconds. */
    public record Percentiles(double p50Ms, double p95Ms, double p99Ms) {}
}
