package ai.kongguard.metrics;

import ai.kongguard.event.MetricsWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells who fell silent or lags, by when counts last grew: clocks of gateways may be wrong, and so the times of events say
 * nothing about that. A tier is silent when traffic came after its last verdict and verdicts did not; without traffic no
 * tier is. Whoever was not expected and is silent for {@link #GONE} is taken for gone. Used by one stream thread.
 */
final class SilenceWatch {

    /** The pause after which silence is nothing to be told any more. */
    static final Duration GONE = Duration.ofDays(1);

    /** Fewer records than these may wait at any time: they are a commit's worth. */
    static final long MAY_WAIT = 1_000;

    /** Over how long the rate of a tier is taken. */
    static final Duration RATE_SPAN = Duration.ofSeconds(5);

    /**
     * What is tolerated.
     *
     * @param tierSilence how long traffic may go unanswered by a tier
     * @param sourceSilence how long a source may send nothing
     * @param passingSources sources that come and go, and are never silent
     * @param catchUp how long a tier may need, at its present rate, for all that waits
     */
    record Limits(Duration tierSilence, Duration sourceSilence, Set<String> passingSources, Duration catchUp) {}

    private final Limits limits;
    private final Set<String> expectedTiers;
    private final Map<String, Tier> tiers = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();

    private static final class Tier {
        private long requests = -1;
        private long trafficThen;
        private long owingSinceMs = -1;
        private long sampledMs = -1;
        private long sampledRequests;
        private double perSecond = -1;
    }

    private static final class Source {
        private long requests = -1;
        private long lastMs;
        private long watchedSinceMs;
    }

    /** {@code expectedTiers} stay silent for as long as they are. */
    SilenceWatch(Limits limits, Set<String> expectedTiers) {
        this.limits = limits;
        this.expectedTiers = Set.copyOf(expectedTiers);
    }

    /** Looks at the totals of a tier and of the traffic, as they stand now. */
    void look(String name, WindowAggregate total, WindowAggregate traffic, long nowMs) {
        Tier tier = tiers.computeIfAbsent(name, added -> new Tier());
        if (total.requests != tier.requests) {
            tier.requests = total.requests;
            tier.trafficThen = traffic.requests;
            tier.owingSinceMs = -1;
        } else if (traffic.requests <= tier.trafficThen || traffic.lastMs <= total.lastMs) {
            // A verdict may be counted before its event is.
            tier.owingSinceMs = -1;
        } else if (tier.owingSinceMs < 0) {
            tier.owingSinceMs = nowMs;
        }
        if (tier.sampledMs < 0) {
            tier.sampledMs = nowMs;
            tier.sampledRequests = total.requests;
        } else if (nowMs - tier.sampledMs >= RATE_SPAN.toMillis()) {
            tier.perSecond = (total.requests - tier.sampledRequests) * 1e3 / (nowMs - tier.sampledMs);
            tier.sampledMs = nowMs;
            tier.sampledRequests = total.requests;
        }
        if (name.equals(MetricsWindow.UNPROTECTED)) {
            total.origins.forEach((origin, counts) -> look(origin, counts[0], counts[1], nowMs));
        }
    }

    private void look(String origin, long requests, long lastEventMs, long nowMs) {
        Source source = sources.computeIfAbsent(origin, added -> new Source());
        if (source.requests < 0) {
            // Before we watched, only the time of its events tells when it spoke.
            source.watchedSinceMs = nowMs;
            source.lastMs = Math.min(nowMs, lastEventMs);
        } else if (source.requests != requests) {
            source.lastMs = nowMs;
        }
        source.requests = requests;
    }

    /** How a tier is doing, when {@code lag} records wait for it. */
    TierHealth of(String name, @Nullable Long lag, long nowMs) {
        Tier tier = tiers.get(name);
        if (tier == null) {
            return new TierHealth(lag, null, null, Map.of());
        }
        boolean traffic = name.equals(MetricsWindow.UNPROTECTED);
        return new TierHealth(
                lag, isLagging(tier, lag), silentSince(name, tier, nowMs), traffic ? silentOrigins(nowMs) : Map.of());
    }

    private @Nullable Boolean isLagging(Tier tier, @Nullable Long lag) {
        if (lag == null || tier.perSecond < 0) {
            return null;
        }
        return lag > MAY_WAIT && lag > tier.perSecond * limits.catchUp().toMillis() / 1e3;
    }

    private @Nullable Instant silentSince(String name, Tier tier, long nowMs) {
        long pauseMs = nowMs - tier.owingSinceMs;
        boolean silent =
                tier.owingSinceMs >= 0 && pauseMs > limits.tierSilence().toMillis();
        boolean gone = pauseMs > GONE.toMillis() && !expectedTiers.contains(name);
        return silent && !gone ? Instant.ofEpochMilli(tier.owingSinceMs) : null;
    }

    private Map<String, Instant> silentOrigins(long nowMs) {
        Map<String, Instant> silent = new HashMap<>();
        sources.forEach((name, source) -> {
            long pauseMs = nowMs - source.lastMs;
            long watchedMs = nowMs - source.watchedSinceMs;
            if (Math.min(pauseMs, watchedMs) > limits.sourceSilence().toMillis()
                    && pauseMs <= GONE.toMillis()
                    && !name.equals(MetricsWindow.OTHER)
                    && !limits.passingSources().contains(name)) {
                silent.put(name, Instant.ofEpochMilli(source.lastMs));
            }
        });
        return silent;
    }
}
