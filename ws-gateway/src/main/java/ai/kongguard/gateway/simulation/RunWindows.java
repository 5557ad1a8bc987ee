package ai.kongguard.gateway.simulation;

import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.LatencySummary;
import ai.kongguard.event.MetricsWindow.Scores;
import ai.kongguard.event.ThreatType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Results of the newest runs, as their windows tell; metrics-streams alone counts. Every replica reads them all when it
 * starts, so results outlive it. Thread-safe.
 */
public final class RunWindows implements RunResults {

    private static final int MAX_TIERS = 8;
    private static final Confusion NO_TRUTH = new Confusion(0, 0, 0, 0);

    private final String primaryTier;
    private final Map<String, Map<String, MetricsWindow>> runs;

    /** Remembers so many runs; {@code primaryTier} is the one that types are reported for. */
    public RunWindows(String primaryTier, int maxRuns) {
        this.primaryTier = primaryTier;
        this.runs = new Newest<>(maxRuns);
    }

    /** A window was read; those of no run are left out, and so is a tier too many. */
    public synchronized void add(MetricsWindow window) {
        String run = window.run();
        if (run == null) {
            return;
        }
        Map<String, MetricsWindow> tiers = runs.computeIfAbsent(run, added -> new TreeMap<>());
        if (tiers.size() < MAX_TIERS || tiers.containsKey(window.tier())) {
            tiers.put(window.tier(), window);
        }
    }

    /** The newest window of each tier of a run, by tier; empty when nothing was counted. */
    public synchronized List<MetricsWindow> windows(String run) {
        Map<String, MetricsWindow> tiers = runs.get(run);
        return tiers == null ? List.of() : List.copyOf(tiers.values());
    }

    @Override
    public Results of(long runId) {
        long requests = 0;
        long attacks = 0;
        Map<String, Tally> tiers = new TreeMap<>();
        Map<String, TypeTally> types = Map.of();
        for (MetricsWindow window : windows(Long.toString(runId))) {
            Tally tally = tally(window);
            tiers.put(window.tier(), tally);
            if (window.tier().equals(UNPROTECTED)) {
                requests = tally.requests();
                attacks = tally.attacks();
            }
            if (window.tier().equals(primaryTier)) {
                types = types(window);
            }
        }
        return tiers.isEmpty() ? Results.NONE : new Results(requests, attacks, tiers, types);
    }

    private static Tally tally(MetricsWindow window) {
        Confusion truth = window.truth() == null ? NO_TRUTH : window.truth();
        LatencySummary latency = window.latency();
        Scores scores = window.scores();
        // Who does not judge takes no time and suspects nobody.
        Double unjudged = window.tier().equals(UNPROTECTED) && window.requests() > 0 ? 0.0 : null;
        return new Tally(
                window.requests(),
                window.blocked(),
                truth.truePositives() + truth.falseNegatives(),
                truth.truePositives(),
                truth.falsePositives() + truth.trueNegatives(),
                truth.falsePositives(),
                latency == null ? unjudged : Double.valueOf(latency.meanMs()),
                scores == null ? unjudged : Double.valueOf(scores.meanScore()),
                scores == null ? unjudged : Double.valueOf(scores.meanConfidence()));
    }

    private static Map<String, TypeTally> types(MetricsWindow window) {
        Scores scores = window.scores();
        Map<ThreatType, Double> means = scores == null ? Map.of() : scores.meanScoreByTruth();
        Map<String, TypeTally> types = new TreeMap<>();
        window.truthByType().forEach((type, truth) -> {
            // Of a type that benign requests were only called, there were none.
            put(types, type, truth.truePositives() + truth.falseNegatives(), truth.truePositives(), means.get(type));
        });
        Confusion truth = window.truth();
        if (truth != null) {
            long benign = truth.falsePositives() + truth.trueNegatives();
            put(types, ThreatType.NONE, benign, truth.falsePositives(), means.get(ThreatType.NONE));
        }
        return types;
    }

    private static void put(
            Map<String, TypeTally> types, ThreatType type, long requests, long blocked, @Nullable Double meanScore) {
        if (requests > 0) {
            types.put(type.wireName(), new TypeTally(requests, blocked, meanScore));
        }
    }
}
