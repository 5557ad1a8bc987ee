package ai.kongguard.metrics;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.Origin;
import ai.kongguard.event.MetricsWindow.Scores;
import ai.kongguard.event.ThreatType;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is counted together. Parts of it may be differences, which are negative where a count moved from.
 * Mutable; used by one stream thread.
 */
final class WindowAggregate {

    private static final String[] STATUS_CLASSES = {"none", "1xx", "2xx", "3xx", "4xx", "5xx"};

    final long[] actions = new long[Action.values().length];
    final long[] types = new long[ThreatType.values().length];
    final long[] scoreCounts = new long[MetricsWindow.SCORE_RANGES];
    final long[] statuses = new long[STATUS_CLASSES.length];
    final Map<String, long[]> origins = new HashMap<>(2);
    long requests;
    long late;
    long firstMs = Long.MAX_VALUE;
    long lastMs = Long.MIN_VALUE;
    long bytesIn;
    long bytesOut;

    /** In parts of {@link EventFacts#UNIT}, as are the confidences. */
    long scores;

    long confidences;

    @Nullable TruthTally truth;

    @Nullable LatencyTally latency;

    @Nullable LatencyTally gatewayLatency;

    @Nullable NameTally routes;

    @Nullable NameTally services;

    @Nullable HeavyHitters sources;

    @Nullable HeavyHitters targets;

    /** Counts an event that was given this, or takes it away. */
    void add(Action action, ThreatType type, int sign) {
        requests += sign;
        actions[action.ordinal()] += sign;
        types[type.ordinal()] += sign;
    }

    void seen(long timeMs) {
        firstMs = Math.min(firstMs, timeMs);
        lastMs = Math.max(lastMs, timeMs);
    }

    void status(@Nullable Integer status) {
        statuses[status == null || status < 100 || status > 599 ? 0 : status / 100]++;
    }

    void origin(String name, long requestsOf, long timeMs) {
        long[] known = origins.get(name);
        if (known == null) {
            String kept = origins.size() < MetricsWindow.MAX_NAMES ? name : MetricsWindow.OTHER;
            known = origins.computeIfAbsent(kept, added -> new long[2]);
        }
        known[0] += requestsOf;
        known[1] = Math.max(known[1], timeMs);
    }

    TruthTally truth() {
        return truth = truth == null ? new TruthTally() : truth;
    }

    LatencyTally latency() {
        return latency = latency == null ? new LatencyTally() : latency;
    }

    LatencyTally gatewayLatency() {
        return gatewayLatency = gatewayLatency == null ? new LatencyTally() : gatewayLatency;
    }

    NameTally routes() {
        return routes = routes == null ? new NameTally() : routes;
    }

    NameTally services() {
        return services = services == null ? new NameTally() : services;
    }

    HeavyHitters sources() {
        return sources = sources == null ? new HeavyHitters() : sources;
    }

    HeavyHitters targets() {
        return targets = targets == null ? new HeavyHitters() : targets;
    }

    /** Adds what is kept in windows of this size: all, but for origins, which are in totals. */
    void add(WindowAggregate other, long sizeMs) {
        requests += other.requests;
        late += other.late;
        firstMs = Math.min(firstMs, other.firstMs);
        lastMs = Math.max(lastMs, other.lastMs);
        bytesIn += other.bytesIn;
        bytesOut += other.bytesOut;
        scores += other.scores;
        confidences += other.confidences;
        add(actions, other.actions);
        add(types, other.types);
        add(statuses, other.statuses);
        add(scoreCounts, other.scoreCounts);
        if (other.truth != null) {
            truth().add(other.truth);
        }
        if (other.latency != null) {
            latency().add(other.latency);
        }
        if (other.gatewayLatency != null) {
            gatewayLatency().add(other.gatewayLatency);
        }
        addNames(other);
        if (sizeMs == MetricsWindow.TOTAL) {
            other.origins.forEach((name, origin) -> origin(name, origin[0], origin[1]));
        }
    }

    MetricsWindow toWindow(WindowKey key, TierHealth health, Instant emittedAt) {
        boolean total = key.sizeMs() == MetricsWindow.TOTAL;
        boolean scored = requests > 0 && !key.tier().equals(MetricsWindow.UNPROTECTED);
        boolean unknown = firstMs == Long.MAX_VALUE;
        long startMs = total ? (unknown ? emittedAt.toEpochMilli() : firstMs) : key.startMs();
        return new MetricsWindow(
                MetricsWindow.SCHEMA,
                key.tier(),
                key.isRun() ? key.run() : null,
                key.sizeMs(),
                Instant.ofEpochMilli(startMs),
                requests,
                counts(Action.class, Action.values(), actions),
                counts(ThreatType.class, ThreatType.values(), types),
                statusClasses(),
                orEmpty(routes, NameTally::top),
                orEmpty(services, NameTally::top),
                bytesIn,
                bytesOut,
                latency == null ? null : latency.summary(),
                gatewayLatency == null ? null : gatewayLatency.summary(),
                truth == null ? null : truth.overall(),
                orEmpty(truth, TruthTally::byType),
                scored ? meanScores() : null,
                scored ? Arrays.stream(scoreCounts).boxed().toList() : null,
                sources == null ? null : sources.top(),
                targets == null ? null : targets.top(),
                originsSeen(health),
                health.lag(),
                health.lagging(),
                health.silentSince(),
                unknown ? null : Instant.ofEpochMilli(lastMs),
                total ? late : 0,
                emittedAt);
    }

    private void addNames(WindowAggregate other) {
        if (other.routes != null) {
            routes().add(other.routes);
        }
        if (other.services != null) {
            services().add(other.services);
        }
        if (other.sources != null) {
            sources().add(other.sources);
        }
        if (other.targets != null) {
            targets().add(other.targets);
        }
    }

    private Scores meanScores() {
        double parts = (double) requests * EventFacts.UNIT;
        return new Scores(scores / parts, confidences / parts, orEmpty(truth, TruthTally::meanScores));
    }

    private Map<String, Origin> originsSeen(TierHealth health) {
        Map<String, Origin> seen = new HashMap<>();
        origins.forEach((name, origin) -> seen.put(
                name,
                new Origin(
                        origin[0],
                        Instant.ofEpochMilli(origin[1]),
                        health.silentOrigins().get(name))));
        return seen;
    }

    private Map<String, Long> statusClasses() {
        Map<String, Long> present = new HashMap<>();
        for (int i = 0; i < statuses.length; i++) {
            if (statuses[i] != 0) {
                present.put(STATUS_CLASSES[i], statuses[i]);
            }
        }
        return present;
    }

    private static <T, K, V> Map<K, V> orEmpty(@Nullable T part, Function<T, Map<K, V>> shown) {
        return part == null ? Map.of() : shown.apply(part);
    }

    private static void add(long[] to, long[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
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
