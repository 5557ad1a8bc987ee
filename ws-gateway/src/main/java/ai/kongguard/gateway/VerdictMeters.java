package ai.kongguard.gateway;

import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The primary tier's first verdicts since this process started, under the names that existing monitoring asks for. Labels
 * are of fixed vocabularies: no address and no path is ever one. Thread-safe.
 */
public final class VerdictMeters {

    private static final Duration[] RESPONSE_TIMES = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final String tier;
    private final DistributionSummary scores;
    private final Timer responses;
    private final Map<Kind, Counter> requests = new ConcurrentHashMap<>();

    /** Counts verdicts of {@code tier}. */
    public VerdictMeters(MeterRegistry registry, String tier) {
        this.registry = registry;
        this.tier = tier;
        scores = DistributionSummary.builder("kong.guard.threat.score")
                .description("Scores, 0 to 1")
                .serviceLevelObjectives(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
                .register(registry);
        responses = Timer.builder("kong.guard.response.time")
                .description("From ingest to verdict")
                .serviceLevelObjectives(RESPONSE_TIMES)
                .register(registry);
    }

    /** A verdict was made while this process ran. */
    public void judged(Verdict verdict) {
        if (verdict.revision() != 0 || !verdict.tier().equals(tier)) {
            return;
        }
        scores.record(verdict.score());
        responses.record(Duration.ofMillis(verdict.pipelineMillis()));
        requests.computeIfAbsent(new Kind(verdict.threatType(), verdict.action()), this::counter)
                .increment();
    }

    private Counter counter(Kind kind) {
        return Counter.builder("kong.guard.requests")
                .description("Requests judged")
                .tag("attack_type", kind.type.wireName())
                .tag("action", kind.action.wireName())
                .tag("blocked", Boolean.toString(kind.action.blocks()))
                .register(registry);
    }

    private record Kind(ThreatType type, Action action) {}
}
