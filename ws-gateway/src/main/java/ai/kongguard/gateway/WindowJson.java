package ai.kongguard.gateway;

import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.LatencySummary;
import ai.kongguard.event.MetricsWindow.Origin;
import ai.kongguard.event.MetricsWindow.Scores;
import ai.kongguard.event.MetricsWindow.Top;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A window as the HTTP API shows it: the counts of its record, the ratios that follow from them, and no sketches. */
public final class WindowJson {

    /** Fields without which nobody knows what the others are about. */
    private static final Set<String> ALWAYS = Set.of("tier", "size_ms", "start");

    /** Every field of any window by name, each ready for any JSON writer. */
    private static final Map<String, Field> FIELDS = fields();

    private WindowJson() {}

    private interface Field {
        @Nullable Object of(MetricsWindow window);
    }

    /** Names that {@link #of(MetricsWindow, Set)} can be asked for. */
    public static Set<String> names() {
        return FIELDS.keySet();
    }

    /** Names and values, for any JSON writer; what is not known is null. */
    public static Map<String, @Nullable Object> of(MetricsWindow window) {
        Map<String, @Nullable Object> json = of(window, FIELDS.keySet());
        if (window.run() != null) {
            json.put("run", window.run());
        }
        if (window.sizeMs() == MetricsWindow.TOTAL && window.run() == null) {
            json.put("lagging", window.lagging());
            json.put("silent", window.silentSince() != null);
            json.put("silent_since", text(window.silentSince()));
        }
        return json;
    }

    /** The same with no more than these fields and those that say which window it is. */
    public static Map<String, @Nullable Object> of(MetricsWindow window, Set<String> names) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        FIELDS.forEach((name, field) -> {
            if (ALWAYS.contains(name) || names.contains(name)) {
                json.put(name, field.of(window));
            }
        });
        return json;
    }

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("tier", MetricsWindow::tier);
        fields.put("size_ms", MetricsWindow::sizeMs);
        fields.put("start", window -> text(window.start()));
        fields.put("requests", MetricsWindow::requests);
        fields.put("blocked", MetricsWindow::blocked);
        fields.put("allowed", MetricsWindow::allowed);
        fields.put("rps", WindowJson::rate);
        fields.put("actions", window -> named(window.actions(), action -> action.wireName()));
        fields.put("threat_types", window -> named(window.threatTypes(), type -> type.wireName()));
        fields.put("status_classes", window -> new TreeMap<>(window.statusClasses()));
        fields.put("routes", MetricsWindow::routes);
        fields.put("services", MetricsWindow::services);
        fields.put("bytes_in", MetricsWindow::bytesIn);
        fields.put("bytes_out", MetricsWindow::bytesOut);
        fields.put("latency", window -> latency(window.latency()));
        fields.put("gateway_latency", window -> latency(window.gatewayLatency()));
        fields.put("ai_accuracy", window -> percent(window.truth()));
        fields.put("truth", window -> truth(window.truth()));
        fields.put("truth_by_type", WindowJson::truthByType);
        fields.put("scores", window -> scores(window.scores()));
        fields.put("score_counts", MetricsWindow::scoreCounts);
        fields.put("top_sources", window -> top(window.topSources()));
        fields.put("top_targets", window -> top(window.topTargets()));
        fields.put("late", MetricsWindow::late);
        fields.put("lag", MetricsWindow::lag);
        fields.put("last_event_at", window -> text(window.lastEventAt()));
        fields.put("origins", WindowJson::origins);
        fields.put("emitted_at", window -> text(window.emittedAt()));
        return Collections.unmodifiableMap(fields);
    }

    /** Per second; null for everything since the first record. */
    private static @Nullable Double rate(MetricsWindow window) {
        return window.sizeMs() == MetricsWindow.TOTAL ? null : window.requests() * 1e3 / window.sizeMs();
    }

    private static Map<String, @Nullable Object> truthByType(MetricsWindow window) {
        Map<String, @Nullable Object> byType = new TreeMap<>();
        window.truthByType().forEach((type, confusion) -> byType.put(type.wireName(), truth(confusion)));
        return byType;
    }

    private static Map<String, @Nullable Object> origins(MetricsWindow window) {
        Map<String, @Nullable Object> origins = new TreeMap<>();
        window.origins().forEach((name, origin) -> origins.put(name, origin(origin)));
        return origins;
    }

    private static Map<String, @Nullable Object> origin(Origin origin) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("requests", origin.requests());
        json.put("last_event_at", origin.lastEventAt().toString());
        json.put("silent", origin.silentSince() != null);
        json.put("silent_since", text(origin.silentSince()));
        return json;
    }

    private static @Nullable Map<String, Object> scores(@Nullable Scores scores) {
        if (scores == null) {
            return null;
        }
        Map<String, Double> byTruth = new TreeMap<>();
        scores.meanScoreByTruth().forEach((type, mean) -> byTruth.put(type.wireName(), mean));
        return Map.of(
                "mean_score",
                scores.meanScore(),
                "mean_confidence",
                scores.meanConfidence(),
                "mean_score_by_truth",
                byTruth);
    }

    /** Share of the labelled events that were decided rightly, 0-100; null without labels. */
    static @Nullable Double percent(@Nullable Confusion truth) {
        Double accuracy = truth == null ? null : truth.accuracy();
        return accuracy == null ? null : accuracy * 100;
    }

    private static @Nullable Map<String, @Nullable Object> truth(@Nullable Confusion truth) {
        if (truth == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("true_positives", truth.truePositives());
        json.put("false_positives", truth.falsePositives());
        json.put("true_negatives", truth.trueNegatives());
        json.put("false_negatives", truth.falseNegatives());
        json.put("precision", truth.precision());
        json.put("recall", truth.recall());
        json.put("false_positive_rate", truth.falsePositiveRate());
        json.put("accuracy", truth.accuracy());
        json.put("balanced_accuracy", truth.balancedAccuracy());
        return json;
    }

    private static @Nullable Map<String, Object> latency(@Nullable LatencySummary latency) {
        if (latency == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", latency.count());
        json.put("mean_ms", latency.meanMs());
        json.put("p50_ms", latency.p50Ms());
        json.put("p95_ms", latency.p95Ms());
        json.put("p99_ms", latency.p99Ms());
        json.put("max_ms", latency.maxMs());
        return json;
    }

    private static @Nullable Map<String, Object> top(@Nullable Top top) {
        return top == null ? null : Map.of("error", top.error(), "heaviest", top.heaviest());
    }

    private static <K> Map<String, Long> named(Map<K, Long> counts, java.util.function.Function<K, String> name) {
        Map<String, Long> json = new TreeMap<>();
        counts.forEach((key, count) -> json.put(name.apply(key), count));
        return json;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
