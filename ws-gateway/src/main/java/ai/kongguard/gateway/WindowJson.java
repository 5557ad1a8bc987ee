package ai.kongguard.gateway;

import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.LatencySummary;
import ai.kongguard.event.MetricsWindow.Origin;
import ai.kongguard.event.MetricsWindow.Scores;
import ai.kongguard.event.MetricsWindow.Top;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A window as the HTTP API shows it: the counts of its record, the ratios that follow from them, and no sketches. */
public final class WindowJson {

    private WindowJson() {}

    /** Names and values, for any JSON writer; what is not known is null. */
    public static Map<String, @Nullable Object> of(MetricsWindow window) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("tier", window.tier());
        if (window.run() != null) {
            json.put("run", window.run());
        }
        json.put("size_ms", window.sizeMs());
        json.put("start", text(window.start()));
        json.put("requests", window.requests());
        json.put("blocked", window.blocked());
        json.put("allowed", window.allowed());
        json.put("rps", window.sizeMs() == MetricsWindow.TOTAL ? null : window.requests() * 1e3 / window.sizeMs());
        json.put("actions", named(window.actions(), action -> action.wireName()));
        json.put("threat_types", named(window.threatTypes(), type -> type.wireName()));
        json.put("status_classes", new TreeMap<>(window.statusClasses()));
        json.put("routes", window.routes());
        json.put("services", window.services());
        json.put("bytes_in", window.bytesIn());
        json.put("bytes_out", window.bytesOut());
        json.put("latency", latency(window.latency()));
        json.put("gateway_latency", latency(window.gatewayLatency()));
        json.put("ai_accuracy", percent(window.truth()));
        json.put("truth", truth(window.truth()));
        Map<String, @Nullable Object> byType = new TreeMap<>();
        window.truthByType().forEach((type, confusion) -> byType.put(type.wireName(), truth(confusion)));
        json.put("truth_by_type", byType);
        json.put("scores", scores(window.scores()));
        json.put("score_counts", window.scoreCounts());
        json.put("top_sources", top(window.topSources()));
        json.put("top_targets", top(window.topTargets()));
        json.put("late", window.late());
        json.put("lag", window.lag());
        if (window.sizeMs() == MetricsWindow.TOTAL && window.run() == null) {
            json.put("lagging", window.lagging());
            json.put("silent", window.silentSince() != null);
            json.put("silent_since", text(window.silentSince()));
        }
        json.put("last_event_at", text(window.lastEventAt()));
        Map<String, @Nullable Object> origins = new TreeMap<>();
        window.origins().forEach((name, origin) -> origins.put(name, origin(origin)));
        json.put("origins", origins);
        json.put("emitted_at", text(window.emittedAt()));
        return json;
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
