package ai.kongguard.metrics;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.LatencySummary;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts and one latency sketch of some verdicts of one tier. Mutable; used by one stream thread. */
final class WindowAggregate {

    /** Of every percentile, as promised by {@link LatencySummary}. */
    private static final double RELATIVE_ACCURACY = 0.01;

    /** Bounds a sketch to about 4 kB; enough for 0.001 ms to a day without losing accuracy. */
    private static final int MAX_BINS = 2048;

    final long[] actions = new long[Action.values().length];
    final long[] types = new long[ThreatType.values().length];
    final DDSketch latency;
    long requests;
    long late;
    long firstMs = Long.MAX_VALUE;
    double latencySumMs;

    WindowAggregate() {
        this(DDSketches.logarithmicCollapsingLowestDense(RELATIVE_ACCURACY, MAX_BINS));
    }

    WindowAggregate(DDSketch latency) {
        this.latency = latency;
    }

    void add(Verdict verdict) {
        requests++;
        actions[verdict.action().ordinal()]++;
        types[verdict.threatType().ordinal()]++;
        firstMs = Math.min(firstMs, verdict.observedAt().toEpochMilli());
        long millis = verdict.pipelineMillis();
        latencySumMs += millis;
        latency.accept(millis);
    }

    void add(WindowAggregate other) {
        requests += other.requests;
        late += other.late;
        firstMs = Math.min(firstMs, other.firstMs);
        latencySumMs += other.latencySumMs;
        for (int i = 0; i < actions.length; i++) {
            actions[i] += other.actions[i];
        }
        for (int i = 0; i < types.length; i++) {
            types[i] += other.types[i];
        }
        latency.mergeWith(other.latency);
    }

    MetricsWindow toWindow(WindowKey key, Instant emittedAt) {
        boolean total = key.sizeMs() == MetricsWindow.TOTAL;
        long startMs = total ? (requests == 0 ? emittedAt.toEpochMilli() : firstMs) : key.startMs();
        return new MetricsWindow(
                MetricsWindow.SCHEMA,
                key.tier(),
                key.sizeMs(),
                Instant.ofEpochMilli(startMs),
                requests,
                counts(Action.class, Action.values(), actions),
                counts(ThreatType.class, ThreatType.values(), types),
                summary(),
                total ? late : 0,
                emittedAt);
    }

    private @Nullable LatencySummary summary() {
        if (requests == 0) {
            return null;
        }
        return new LatencySummary(
                requests,
                latencySumMs / requests,
                latency.getValueAtQuantile(0.50),
                latency.getValueAtQuantile(0.95),
                latency.getValueAtQuantile(0.99),
                latency.getMaxValue(),
                WindowAggregateSerde.encode(latency));
    }

    private static <E extends Enum<E>> Map<E, Long> counts(Class<E> type, E[] names, long[] counts) {
        Map<E, Long> present = new EnumMap<>(type);
        for (E name : names) {
            if (counts[name.ordinal()] != 0) {
                present.put(name, counts[name.ordinal()]);
            }
        }
        return present;
    }
}
