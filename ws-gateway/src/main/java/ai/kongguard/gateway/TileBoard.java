package ai.kongguard.gateway;

import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.LatencySummary;
import ai.kongguard.gateway.Tiles.Percentiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest windows of the primary tier, and who is silent or lags of all tiers, and reads the tiles off them; counts
 * nothing itself. Thread-safe.
 */
public final class TileBoard {

    private static final long SECOND = Duration.ofSeconds(1).toMillis();
    private static final long TEN_SECONDS = Duration.ofSeconds(10).toMillis();

    /** Complete seconds that the request rate is taken over. */
    private static final int RATE_SECONDS = 5;

    /** How long a second's verdicts take to reach its window; without it the newest second would always look slow. */
    private static final long SETTLE_MS = 1_000;

    /** How old the percentiles may be, and how far windows are kept on either side of now: clocks may disagree. */
    private static final long KEPT_MS = Duration.ofMinutes(1).toMillis();

    private static final int MAX_TIERS = 8;

    private final String tier;
    private final InstantSource clock;
    private final NavigableMap<Long, Long> requestsBySecond = new TreeMap<>();
    private final NavigableMap<Long, Percentiles> percentilesByTenSeconds = new TreeMap<>();
    private final Map<String, MetricsWindow> totals = new TreeMap<>();
    private @Nullable Instant asOf;

    /** Tiles of {@code tier}. */
    public TileBoard(String tier, InstantSource clock) {
        this.tier = tier;
        this.clock = clock;
    }

    /** A window record was read; those of other tiers, but for totals, and of runs are left out. */
    public synchronized void add(MetricsWindow window) {
        if (window.run() != null) {
            return;
        }
        boolean isTotal = window.sizeMs() == MetricsWindow.TOTAL;
        boolean isPrimary = window.tier().equals(tier);
        if (isTotal && (isPrimary || totals.size() < MAX_TIERS || totals.containsKey(window.tier()))) {
            totals.put(window.tier(), window);
        }
        if (!isPrimary) {
            return;
        }
        if (asOf == null || asOf.isBefore(window.emittedAt())) {
            asOf = window.emittedAt();
        }
        if (isTotal) {
            return;
        }
        long now = clock.millis();
        long start = window.start().toEpochMilli();
        if (Math.abs(now - start) > KEPT_MS + window.sizeMs()) {
            return;
        }
        if (window.sizeMs() == SECOND) {
            requestsBySecond.put(start, window.requests());
            requestsBySecond.headMap(now - KEPT_MS).clear();
        } else if (window.sizeMs() == TEN_SECONDS) {
            Percentiles percentiles = percentiles(window.latency());
            if (percentiles != null) {
                percentilesByTenSeconds.put(start, percentiles);
            }
            percentilesByTenSeconds.headMap(now - KEPT_MS - TEN_SECONDS).clear();
        }
    }

    /** Whether a total was read. */
    public synchronized boolean hasTotal() {
        return totals.containsKey(tier);
    }

    /** What the tiles show at {@code now}. */
    public synchronized Tiles at(Instant now) {
        MetricsWindow sum = totals.get(tier);
        long requests = sum == null ? 0 : sum.requests();
        long blocked = sum == null ? 0 : sum.blocked();
        LatencySummary latency = sum == null ? null : sum.latency();
        double mean = latency == null || !Double.isFinite(latency.meanMs()) ? 0 : latency.meanMs();
        return new Tiles(
                tier,
                requests,
                blocked,
                requests - blocked,
                mean,
                rate(now),
                recentPercentiles(now),
                sum == null ? null : WindowJson.percent(sum.truth()),
                sum == null ? null : sum.lag(),
                sum == null ? null : sum.lastEventAt(),
                tiersOf(window -> window.silentSince() != null),
                tiersOf(window -> Boolean.TRUE.equals(window.lagging())),
                silentSources(),
                asOf);
    }

    private List<String> tiersOf(Predicate<MetricsWindow> condition) {
        return totals.values().stream()
                .filter(condition)
                .map(MetricsWindow::tier)
                .toList();
    }

    private List<String> silentSources() {
        MetricsWindow traffic = totals.get(MetricsWindow.UNPROTECTED);
        return traffic == null
                ? List.of()
                : traffic.origins().entrySet().stream()
                        .filter(origin -> origin.getValue().silentSince() != null)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
    }

    private double rate(Instant now) {
        long end = Math.floorDiv(now.toEpochMilli() - SETTLE_MS, SECOND) * SECOND;
        long sum = 0;
        for (long requests :
                requestsBySecond.subMap(end - RATE_SECONDS * SECOND, end).values()) {
            sum += requests;
        }
        return (double) sum / RATE_SECONDS;
    }

    private @Nullable Percentiles recentPercentiles(Instant now) {
        var newest = percentilesByTenSeconds.floorEntry(now.toEpochMilli());
        boolean recent = newest != null && newest.getKey() + TEN_SECONDS > now.toEpochMilli() - KEPT_MS;
        return recent ? newest.getValue() : null;
    }

    private static @Nullable Percentiles percentiles(@Nullable LatencySummary latency) {
        if (latency == null || !Double.isFinite(latency.p50Ms() + latency.p95Ms() + latency.p99Ms())) {
            return null;
        }
        return new Percentiles(latency.p50Ms(), latency.p95Ms(), latency.p99Ms());
    }
}
