package ai.kongguard.testkit;

import ai.kongguard.event.Action;
import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.Origin;
import ai.kongguard.event.MetricsWindow.Scores;
import ai.kongguard.event.ThreatType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sample windows, each valid and plain, for tests that vary one thing. */
public final class TestWindows {

    private TestWindows() {}

    /** A window without ground truth, or a total, with these counts and nothing else. */
    public static MetricsWindow window(
            String tier,
            long sizeMs,
            Instant start,
            long requests,
            Map<Action, Long> actions,
            Map<ThreatType, Long> threatTypes,
            MetricsWindow.@Nullable LatencySummary latency,
            Instant emittedAt) {
        return new MetricsWindow(
                MetricsWindow.SCHEMA,
                tier,
                null,
                sizeMs,
                start,
                requests,
                actions,
                threatTypes,
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                0,
                latency,
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                0,
                emittedAt);
    }

    /** The same total with this truth. */
    public static MetricsWindow labelled(MetricsWindow w, Confusion truth) {
        return copy(
                w, w.run(), truth, Map.of(), w.scores(), w.scoreCounts(), w.origins(), w.lagging(), w.silentSince());
    }

    /** The same total with this truth and these scores. */
    public static MetricsWindow judged(
            MetricsWindow w, Confusion truth, Map<ThreatType, Confusion> byType, @Nullable Scores scores) {
        return copy(w, w.run(), truth, byType, scores, w.scoreCounts(), w.origins(), w.lagging(), w.silentSince());
    }

    /** The same window with so many scores in each tenth. */
    public static MetricsWindow scored(MetricsWindow w, List<Long> scoreCounts) {
        return copy(
                w,
                w.run(),
                w.truth(),
                w.truthByType(),
                w.scores(),
                scoreCounts,
                w.origins(),
                w.lagging(),
                w.silentSince());
    }

    /** The same total as that of a run. */
    public static MetricsWindow ofRun(MetricsWindow w, String run) {
        return copy(
                w,
                run,
                w.truth(),
                w.truthByType(),
                w.scores(),
                w.scoreCounts(),
                w.origins(),
                w.lagging(),
                w.silentSince());
    }

    /** The same total of a tier that lags or is silent, and with these origins. */
    public static MetricsWindow ailing(
            MetricsWindow w, boolean lagging, @Nullable Instant silentSince, Map<String, Origin> origins) {
        return copy(w, w.run(), w.truth(), w.truthByType(), w.scores(), w.scoreCounts(), origins, lagging, silentSince);
    }

    private static MetricsWindow copy(
            MetricsWindow w,
            @Nullable String run,
            @Nullable Confusion truth,
            Map<ThreatType, Confusion> truthByType,
            @Nullable Scores scores,
            @Nullable List<Long> scoreCounts,
            Map<String, Origin> origins,
            @Nullable Boolean lagging,
            @Nullable Instant silentSince) {
        return new MetricsWindow(
                w.schema(),
                w.tier(),
                run,
                w.sizeMs(),
                w.start(),
                w.requests(),
                w.actions(),
                w.threatTypes(),
                w.statusClasses(),
                w.routes(),
                w.services(),
                w.bytesIn(),
                w.bytesOut(),
                w.latency(),
                w.gatewayLatency(),
                truth,
                truthByType,
                scores,
                scoreCounts,
                w.topSources(),
                w.topTargets(),
                origins,
                w.lag(),
                lagging,
                silentSince,
                w.lastEventAt(),
                w.late(),
                w.emittedAt());
    }
}
