package ai.kongguard.gateway;

import ai.kongguard.event.MetricsWindow;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Totals of the primary tier since the first record, under the names that existing monitoring asks for. What is not known
 * is absent. Not thread-safe: refreshed by one thread.
 */
public final class TotalMeters {

    private final Overview overview;
    private final MeterRegistry registry;
    private final Map<String, MultiGauge> single = new TreeMap<>();
    private final MultiGauge categories;
    /** Below 0 until there is a total. */
    private final AtomicLong blocked = new AtomicLong(-1);

    private final AtomicLong allowed = new AtomicLong();

    /** {@code overview} is read at each {@link #refresh()}. */
    public TotalMeters(Overview overview, MeterRegistry registry) {
        this.overview = overview;
        this.registry = registry;
        // Enforcement by address does not exist, so no address is blocked.
        Gauge.builder("kong.guard.blocked.ips", () -> 0)
                .description("Addresses that are blocked")
                .register(registry);
        categories = MultiGauge.builder("kong.guard.db.attacks.by.category")
                .description("Requests that were called this threat")
                .register(registry);
    }

    /** Reads the topics' totals again. */
    public void refresh() {
        MetricsWindow total = overview.total();
        show("total.attacks", "Requests that were called a threat", total == null ? null : Overview.threats(total));
        if (total != null) {
            boolean first = blocked.getAndSet(total.blocked()) < 0;
            allowed.set(total.allowed());
            if (first) {
                count("blocked", "Requests that were blocked or slowed", blocked);
                count("allowed", "Requests that were let through", allowed);
            }
        }
        show("avg.response.time.ms", "Mean time from ingest to verdict", total == null ? null : mean(total));
        show("avg.threat.score", "Mean score, 0-1", total == null ? null : meanScore(total));
        show("recent.attacks.1h", "Threats of the last hour", overview.threatsWithin(Duration.ofHours(1)));
        show("recent.attacks.24h", "Threats of the last day", overview.threatsWithin(Duration.ofDays(1)));
        List<Row<?>> rows = (total == null ? Map.<String, Long>of() : Overview.threatTypes(total))
                .entrySet().stream()
                        .<Row<?>>map(type -> Row.of(Tags.of("attack_category", type.getKey()), type.getValue()))
                        .toList();
        categories.register(rows, true);
    }

    /** The registry adds {@code _total}, which it allows counters alone. */
    private void count(String name, String meaning, AtomicLong value) {
        FunctionCounter.builder("kong.guard.db." + name, value, AtomicLong::get)
                .description(meaning)
                .register(registry);
    }

    private void show(String name, String meaning, @Nullable Number value) {
        MultiGauge gauge = single.computeIfAbsent(name, added -> MultiGauge.builder("kong.guard.db." + added)
                .description(meaning)
                .register(registry));
        List<Row<?>> rows = value == null ? List.of() : List.of(Row.of(Tags.empty(), value));
        gauge.register(rows, true);
    }

    private static @Nullable Double meanScore(MetricsWindow total) {
        MetricsWindow.Scores scores = total.scores();
        return scores == null ? null : scores.meanScore();
    }

    private static @Nullable Double mean(MetricsWindow total) {
        MetricsWindow.LatencySummary latency = total.latency();
        return latency == null || !Double.isFinite(latency.meanMs()) ? null : latency.meanMs();
    }
}
