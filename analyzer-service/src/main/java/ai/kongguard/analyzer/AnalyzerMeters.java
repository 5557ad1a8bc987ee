package ai.kongguard.analyzer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * What one analyzer counts since it started: consumed = judged + dead_lettered + duplicates. A batch whose transaction
 * is rolled back is not counted; it is counted when it comes again.
 */
public final class AnalyzerMeters {

    private final Counter judged;
    private final Counter deadLettered;
    private final Counter duplicates;
    private final Timer batch;

    public AnalyzerMeters(MeterRegistry registry, String tier) {
        judged = counter(registry, tier, "judged", "Events that got a verdict");
        deadLettered = counter(registry, tier, "dead_lettered", "Records that could not be read or judged");
        duplicates = counter(registry, tier, "duplicates", "Events that were judged before under the same id");
        batch = Timer.builder("kongguard.analyzer.batch")
                .description("Time to read, judge and hand over one batch, without the commit")
                .tag("tier", tier)
                .register(registry);
    }

    /** One batch was read, judged and handed to the producer. */
    public void batch(int judgedEvents, int deadLetteredRecords, int duplicateEvents, Duration took) {
        judged.increment(judgedEvents);
        deadLettered.increment(deadLetteredRecords);
        duplicates.increment(duplicateEvents);
        batch.record(took);
    }

    private static Counter counter(MeterRegistry registry, String tier, String name, String meaning) {
        return Counter.builder("kongguard.analyzer." + name)
                .description(meaning)
                .baseUnit("records")
                .tag("tier", tier)
                .register(registry);
    }
}
