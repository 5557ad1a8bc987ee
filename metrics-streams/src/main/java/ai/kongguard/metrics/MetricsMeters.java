package ai.kongguard.metrics;

import ai.kongguard.metrics.PartitionTally.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this instance has read since it started: traffic + verdicts + revisions + duplicates + late_revisions +
 * refused_tiers + feedback + malformed = records read, where feedback is read once per partition. After a crash Kafka
 * rolls back what was not committed and it is read and counted here again; the windows count it once. Thread-safe.
 */
public final class MetricsMeters {

    private final MeterRegistry registry;
    private final Counter traffic;
    private final Counter verdicts;
    private final Counter revisions;
    private final Counter duplicates;
    private final Counter lateRevisions;
    private final Counter refusedTiers;
    private final Counter feedback;
    private final Counter malformed;
    private final Set<String> groups = ConcurrentHashMap.newKeySet();
    private volatile Map<String, Long> lags = Map.of();

    public MetricsMeters(MeterRegistry registry) {
        this.registry = registry;
        traffic = counter("traffic", "Events added to windows");
        verdicts = counter("verdicts", "First verdicts added to windows");
        revisions = counter("revisions", "Second opinions, which move a count and are no further requests");
        duplicates = counter("duplicates", "Copies of what was counted before, and opinions older than the known one");
        lateRevisions = counter("late_revisions", "Second opinions about events that are no longer remembered");
        refusedTiers = counter("refused_tiers", "Verdicts of more tiers than there is room for");
        feedback = counter("feedback", "Operators' corrections, once per partition");
        malformed = counter("malformed", "Records that could not be read");
    }

    void traffic(Outcome outcome) {
        (outcome == Outcome.COUNTED ? traffic : duplicates).increment();
    }

    void verdict(Outcome outcome) {
        switch (outcome) {
            case COUNTED -> verdicts.increment();
            case REVISED -> revisions.increment();
            case DUPLICATE -> duplicates.increment();
            case LATE_REVISION -> lateRevisions.increment();
            case TOO_MANY_TIERS -> refusedTiers.increment();
        }
    }

    void feedback() {
        feedback.increment();
    }

    void malformed() {
        malformed.increment();
    }

    /** Records that wait for consumer groups, as far as known now; of another group that was known it is not a number. */
    void lags(Map<String, Long> known) {
        lags = Map.copyOf(known);
        known.keySet().stream().filter(groups::add).forEach(this::lagGauge);
    }

    private void lagGauge(String group) {
        Gauge.builder("kongguard.metrics.lag", () -> lags.get(group))
                .description("Records that a consumer group has not committed yet; NaN when not known")
                .baseUnit("records")
                .tag("group", group)
                .register(registry);
    }

    private Counter counter(String name, String meaning) {
        return Counter.builder("kongguard.metrics." + name)
                .description(meaning)
                .baseUnit("records")
                .register(registry);
    }
}
