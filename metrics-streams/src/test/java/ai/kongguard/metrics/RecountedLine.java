package ai.kongguard.metrics;

import ai.kongguard.event.Action;
import ai.kongguard.event.Confusion;
import ai.kongguard.event.ThreatType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One line of numbers, in the words of a window, from every event that belongs to it: nothing is estimated. */
final class RecountedLine {

    /** What is counted of one event in one tier; {@code attack} null without a label, {@code millis} where nobody judged. */
    record Entry(
            long timeMs,
            Action action,
            ThreatType called,
            @Nullable Boolean attack,
            ThreatType truth,
            @Nullable Integer status,
            @Nullable String route,
            @Nullable String service,
            long bytesIn,
            long bytesOut,
            @Nullable Double millis,
            @Nullable Double gatewayMillis,
            double score,
            double confidence,
            @Nullable String source,
            @Nullable String target,
            String origin) {}

    long requests;
    long firstMs = Long.MAX_VALUE;
    long lastMs;
    long bytesIn;
    long bytesOut;
    final Map<Action, Long> actions = new TreeMap<>();
    final Map<ThreatType, Long> types = new TreeMap<>();
    final Map<String, Long> statuses = new TreeMap<>();
    final Map<String, long[]> routes = new TreeMap<>();
    final Map<String, long[]> services = new TreeMap<>();
    final List<Double> millis = new ArrayList<>();
    final List<Double> gatewayMillis = new ArrayList<>();
    final Map<String, Long> sources = new HashMap<>();
    final Map<String, Long> targets = new HashMap<>();
    final Map<String, long[]> origins = new HashMap<>();
    final Map<ThreatType, List<Double>> scoresByTruth = new EnumMap<>(ThreatType.class);
    private final Map<ThreatType, long[]> attacks = new EnumMap<>(ThreatType.class);
    private final Map<ThreatType, Long> caughtBenign = new EnumMap<>(ThreatType.class);
    private long passedBenign;
    final long[] scoreCounts = new long[10];
    double scores;
    double confidences;

    void add(Entry e) {
        requests++;
        firstMs = Math.min(firstMs, e.timeMs);
        lastMs = Math.max(lastMs, e.timeMs);
        bytesIn += e.bytesIn;
        bytesOut += e.bytesOut;
        actions.merge(e.action, 1L, Long::sum);
        types.merge(e.called, 1L, Long::sum);
        statuses.merge(e.status == null ? "none" : e.status / 100 + "xx", 1L, Long::sum);
        long blocked = e.action.blocks() ? 1 : 0;
        addTo(routes, e.route == null ? "none" : e.route, blocked);
        addTo(services, e.service == null ? "none" : e.service, blocked);
        if (e.millis != null) {
            millis.add(e.millis);
        }
        if (e.gatewayMillis != null) {
            gatewayMillis.add(e.gatewayMillis);
        }
        if (e.source != null && e.target != null) {
            sources.merge(e.source, 1L, Long::sum);
            targets.merge(e.target, 1L, Long::sum);
        }
        long[] origin = origins.computeIfAbsent(e.origin, added -> new long[2]);
        origin[0]++;
        origin[1] = Math.max(origin[1], e.timeMs);
        double score = Math.round(e.score * 10_000) / 10_000.0;
        scores += score;
        scoreCounts[score == 1 ? 9 : (int) (Math.round(e.score * 10_000) / 1_000)]++;
        confidences += Math.round(e.confidence * 10_000) / 10_000.0;
        if (e.attack != null) {
            addTruth(e, e.attack, score);
        }
    }

    private void addTruth(Entry e, boolean attack, double score) {
        ThreatType truth = attack ? e.truth : ThreatType.NONE;
        scoresByTruth.computeIfAbsent(truth, added -> new ArrayList<>()).add(score);
        if (attack) {
            attacks.computeIfAbsent(truth, added -> new long[2])[e.action.blocks() ? 0 : 1]++;
        } else if (e.action.blocks()) {
            caughtBenign.merge(e.called, 1L, Long::sum);
        } else {
            passedBenign++;
        }
    }

    /** Right and wrong decisions; null without labels. */
    @Nullable Confusion truth() {
        long caught = attacks.values().stream().mapToLong(a -> a[0]).sum();
        long missed = attacks.values().stream().mapToLong(a -> a[1]).sum();
        long wrong = caughtBenign.values().stream().mapToLong(n -> n).sum();
        Confusion all = new Confusion(caught, wrong, passedBenign, missed);
        return all.labelled() == 0 ? null : all;
    }

    /** The same of each type that an attack was, or that a benign event was caught as. */
    Map<ThreatType, Confusion> truthByType() {
        long benign =
                passedBenign + caughtBenign.values().stream().mapToLong(n -> n).sum();
        Map<ThreatType, Confusion> byType = new EnumMap<>(ThreatType.class);
        for (ThreatType type : ThreatType.values()) {
            long[] attack = attacks.getOrDefault(type, new long[2]);
            long wrong = caughtBenign.getOrDefault(type, 0L);
            if (attack[0] + attack[1] + wrong > 0) {
                byType.put(type, new Confusion(attack[0], wrong, benign - wrong, attack[1]));
            }
        }
        return byType;
    }

    private static void addTo(Map<String, long[]> names, String name, long blocked) {
        long[] counts = names.computeIfAbsent(name, added -> new long[2]);
        counts[0]++;
        counts[1] += blocked;
    }
}
