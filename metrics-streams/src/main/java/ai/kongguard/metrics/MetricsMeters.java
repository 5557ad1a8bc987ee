package ai.kongguard.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What this instance has read since it started: verdicts + revisions + malformed = records read. After a crash Kafka
 * rolls back what was not committed and it is read and counted here again; the windows count it once.
 */
public final class MetricsMeters {

    private final Counter verdicts;
    private final Counter revisions;
    private final Counter malformed;

    public MetricsMeters(MeterRegistry registry) {
        verdicts = counter(registry, "verdicts", "Verdicts added to windows");
        revisions = counter(registry, "revisions", "Second opinions, which are no further requests");
        malformed = counter(registry, "malformed", "Records of the verdict topic that could not be read");
    }

    void verdict() {
        verdicts.increment();
    }

    void revision() {
        revisions.increment();
    }

    void malformed() {
        malformed.increment();
    }

    private static Counter counter(MeterRegistry registry, String name, String meaning) {
        return Counter.builder("kongguard.metrics." + name)
                .description(meaning)
                .baseUnit("records")
                .register(registry);
    }
}
