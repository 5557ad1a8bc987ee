package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.Heavy;
import ai.kongguard.event.MetricsWindow.LatencySummary;
import ai.kongguard.event.MetricsWindow.Scores;
import ai.kongguard.event.MetricsWindow.Tally;
import ai.kongguard.event.MetricsWindow.Top;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every field of a window against a plain count; estimates within the error that they state. */
final class WindowComparison {

    /** Of percentiles, as {@link LatencySummary} promises, and for rounding. */
    private static final double PERCENTILE_ERROR = 0.01 + 1e-9;

    private final MetricsWindow window;
    private final RecountedLine line;
    private final boolean judged;
    private final boolean total;
    private final boolean run;

    private WindowComparison(MetricsWindow window, RecountedLine line) {
        this.window = window;
        this.line = line;
        judged = !window.tier().equals(MetricsWindow.UNPROTECTED);
        run = window.run() != null;
        total = !run && window.sizeMs() == MetricsWindow.TOTAL;
    }

    static void assertEqual(MetricsWindow window, RecountedLine line) {
        WindowComparison comparison = new WindowComparison(window, line);
        comparison.assertCounts();
        comparison.assertTruth();
        comparison.assertMeasures();
        comparison.assertNames();
    }

    private void assertCounts() {
        assertThat(window.schema()).isEqualTo(MetricsWindow.SCHEMA);
        same("requests", window.requests(), line.requests);
        same("actions", window.actions(), line.actions);
        same("types", window.threatTypes(), line.types);
        same("blocked", window.blocked() + window.allowed(), line.requests);
        same("statuses", window.statusClasses(), run ? Map.of() : line.statuses);
        same("bytes in", window.bytesIn(), judged || run ? 0L : line.bytesIn);
        same("bytes out", window.bytesOut(), judged || run ? 0L : line.bytesOut);
        assertThat(window.lastEventAt()).as("last event of %s", window.key()).isNotNull();
        // Of a run the second is known.
        long unit = run ? 1_000 : 1;
        same("last event", window.lastEventAt().toEpochMilli(), line.lastMs / unit * unit);
        if (run || total) {
            same("start", window.start().toEpochMilli(), line.firstMs / unit * unit);
        }
        Map<String, List<Long>> origins = new HashMap<>();
        window.origins()
                .forEach((name, origin) -> origins.put(
                        name, List.of(origin.requests(), origin.lastEventAt().toEpochMilli())));
        Map<String, List<Long>> expected = new HashMap<>();
        line.origins.forEach((name, counts) -> expected.put(name, List.of(counts[0], counts[1])));
        same("origins", origins, total && !judged ? expected : Map.of());
    }

    private void assertTruth() {
        same("truth", window.truth(), line.truth());
        same("truth by type", window.truthByType(), line.truthByType());
        Scores scores = window.scores();
        if (!judged) {
            assertThat(scores).as("scores of %s", window.key()).isNull();
            same("score counts", window.scoreCounts(), null);
            return;
        }
        same(
                "score counts",
                window.scoreCounts(),
                Arrays.stream(line.scoreCounts).boxed().toList());
        assertThat(scores).as("scores of %s", window.key()).isNotNull();
        close("score", scores.meanScore(), line.scores / line.requests);
        close("confidence", scores.meanConfidence(), line.confidences / line.requests);
        same("types with scores", scores.meanScoreByTruth().keySet(), line.scoresByTruth.keySet());
        scores.meanScoreByTruth()
                .forEach((type, mean) ->
                        close("score of " + type, mean, mean(line.scoresByTruth.getOrDefault(type, List.of()))));
    }

    private void assertMeasures() {
        assertLatency("latency", window.latency(), judged ? line.millis : List.of());
        assertLatency("gateway latency", window.gatewayLatency(), judged || run ? List.of() : line.gatewayMillis);
    }

    private void assertLatency(String what, @Nullable LatencySummary latency, List<Double> exact) {
        if (exact.isEmpty()) {
            assertThat(latency).as("%s of %s", what, window.key()).isNull();
            return;
        }
        assertThat(latency).as("%s of %s", what, window.key()).isNotNull();
        same(what, latency.count(), (long) exact.size());
        close(what, latency.meanMs(), mean(exact));
        List<Double> sorted = exact.stream().sorted().toList();
        assertPercentile(what, latency.p50Ms(), sorted, 0.50);
        assertPercentile(what, latency.p95Ms(), sorted, 0.95);
        assertPercentile(what, latency.p99Ms(), sorted, 0.99);
        assertPercentile(what, latency.maxMs(), sorted, 1);
    }

    private void assertPercentile(String what, double shown, List<Double> sorted, double quantile) {
        double exact = sorted.get((int) (quantile * (sorted.size() - 1)));
        assertThat(shown)
                .as("%s of %s, quantile %s", what, window.key(), quantile)
                .isCloseTo(exact, within(exact * PERCENTILE_ERROR));
    }

    private void assertNames() {
        boolean named = !run && (total || window.sizeMs() >= WindowKey.MINUTE);
        same("routes", window.routes(), named ? top(line.routes) : Map.of());
        same("services", window.services(), named ? top(line.services) : Map.of());
        assertTop("sources", window.topSources(), named ? line.sources : Map.of());
        assertTop("targets", window.topTargets(), named ? line.targets : Map.of());
    }

    /** The twenty with the most requests, and the rest as one. */
    private static Map<String, Tally> top(Map<String, long[]> names) {
        Map<String, Tally> top = new HashMap<>();
        long[] rest = new long[2];
        names.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, long[]> name) -> -name.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .forEach(name -> {
                    long[] counts = name.getValue();
                    if (top.size() < MetricsWindow.MAX_NAMES) {
                        top.put(name.getKey(), new Tally(counts[0], counts[1]));
                    } else {
                        rest[0] += counts[0];
                        rest[1] += counts[1];
                    }
                });
        if (rest[0] > 0) {
            top.put(MetricsWindow.OTHER, new Tally(rest[0], rest[1]));
        }
        return top;
    }

    private void assertTop(String what, @Nullable Top top, Map<String, Long> exact) {
        if (exact.isEmpty()) {
            assertThat(top).as("%s of %s", what, window.key()).isNull();
            return;
        }
        assertThat(top).as("%s of %s", what, window.key()).isNotNull();
        long all = exact.values().stream().mapToLong(n -> n).sum();
        assertThat(top.error()).as("error of %s of %s", what, window.key()).isBetween(0L, (long)
                (3.5 * all / HeavyHitters.MAP_SIZE));
        Map<String, Long> rest = new HashMap<>(exact);
        for (Heavy heavy : top.heaviest()) {
            assertThat(rest.remove(heavy.name()))
                    .as("%s of %s: %s", what, window.key(), heavy)
                    .isNotNull()
                    .isBetween(heavy.count(), heavy.count() + top.error());
        }
        assertThat(top.heaviest().stream().map(heavy -> -heavy.count())).isSorted();
        // Fewer are shown only when there is nothing else but what the error hides.
        boolean full = top.heaviest().size() == 10;
        long least = full ? top.heaviest().get(9).count() : 0;
        long mostOfRest = rest.values().stream().mapToLong(n -> n).max().orElse(0);
        assertThat(mostOfRest).as("rest of %s of %s", what, window.key()).isLessThanOrEqualTo(least + top.error());
    }

    private void same(String what, @Nullable Object shown, @Nullable Object counted) {
        assertThat(shown).as("%s of %s", what, window.key()).isEqualTo(counted);
    }

    private void close(String what, double shown, double counted) {
        assertThat(shown).as("mean %s of %s", what, window.key()).isCloseTo(counted, within(1e-9 * (1 + counted)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }
}
