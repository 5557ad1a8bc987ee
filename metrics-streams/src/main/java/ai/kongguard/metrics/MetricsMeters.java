package ai.kongguard.metrics;

import ai.kongguard.metrics.PartitionTally.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What this instance has read since it started: traffic + verdicts + revisions + duplicates + late_revisions +
 * refused_tiers + feedback + malformed = records read, where feedback is read once per partition. After a crash Kafka
 * rolls back what was not committed and it is read and counted here again; the windows count it once. Thread-safe.
 */
public final class MetricsMeters {

    private final Counter traffic;
    private final Counter verdicts;
    private final Counter revisions;
    private final Counter duplicates;
    private final Counter lateRevisions;
    private final Counter refusedTiers;
    private final Counter feedback;
    private final Counter malformed;
    private final MultiGauge lag;

    public MetricsMeters(MeterRegistry registry) {
        traffic = counter(registry, "traffic", "Events added to windows");
        verdicts = counter(registry, "verdicts", "First verdicts added to windows");
        revisions = counter(registry, "revisions", "Second opinions, which move a count and are no further requests");
        duplicates = counter(
                registry, "duplicates", "Copies of what was counted before, and opinions older than the known one");
        lateRevisions =
                counter(registry, "late_revisions", "Second opinions about events that are no longer remembered");
        refusedTiers = counter(registry, "refused_tiers", "Verdicts of more tiers than there is room for");
        feedback = counter(registry, "feedback", "Operators' corrections, once per partition");
        malformed = counter(registry, "malformed", "Records that could not be read");
        lag = MultiGauge.builder("kongguard.metrics.lag")
                .description("Records that a consumer group has not committed yet; absent when not known")
                .baseUnit("records")
                .register(registry);
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

    /** Records that wait for consumer groups, as far as known now; what is not in it is not told of. */
    void lags(Map<String, Map<TopicPartition, Long>> known) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        known.forEach((group, partitions) -> partitions.forEach((at, records) -> rows.add(MultiGauge.Row.of(
                Tags.of("group", group, "topic", at.topic(), "partition", Integer.toString(at.partition())),
                records))));
        lag.register(rows, true);
    }

    private static Counter counter(MeterRegistry registry, String name, String meaning) {
        return Counter.builder("kongguard.metrics." + name)
                .description(meaning)
                .baseUnit("records")
                .register(registry);
    }
}
