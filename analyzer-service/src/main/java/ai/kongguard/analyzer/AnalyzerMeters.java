package ai.kongguard.analyzer;

import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one analyzer counts since it started: consumed = judged + dead_lettered + duplicates, and judged is the sum of
 * verdicts. A batch whose transaction is rolled back is not counted; it is counted when it comes again. Labels are of fixed
 * vocabularies: no address and no path is ever one.
 */
public final class AnalyzerMeters {

    private static final String RECORDS = "records";

    private static final Duration[] LATENCIES = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
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
    private final Counter judged;
    /** A lookup in the registry for each verdict would be most of what counting costs. */
    private final Map<ThreatType, Map<Action, Counter>> counted = new ConcurrentHashMap<>();

    private final Timer latency;
    private final Counter deadLettered;
    private final Counter duplicates;
    private final Timer batch;
    private final AtomicLong clients = new AtomicLong();
    private final Counter evictions;
    private final Timer rebuild;
    private final Counter rebuilt;
    private final Counter rebuildFailures;
    private final MultiGauge model;
    private final Counter modelReloads;
    private final Counter modelsRefused;

    private final Counter escalated;
    private final Map<Reviewing, Counter> reviews = new EnumMap<>(Reviewing.class);

    /** Where an escalation that was received ended. */
    public enum Reviewing {
        /** As a revision. */
        REVISED,
        /** As a revision that was there already, from before a crash. */
        ALREADY_REVISED,
        /** With a tier that is not ours. */
        OTHER_TIER,
        /** As a dead letter. */
        DEAD_LETTERED,
        /** Given back, or taken from us because it took too long: it comes again, here or elsewhere. */
        GIVEN_BACK
    }

    public AnalyzerMeters(MeterRegistry registry, String tier) {
        this.registry = registry;
        this.tier = tier;
        latency = Timer.builder("kongguard.analyzer.latency")
                .description("From ingest to the first verdict, by the clocks of the two machines")
                .serviceLevelObjectives(LATENCIES)
                .tag("tier", tier)
                .register(registry);
        judged = counter(registry, tier, "judged", RECORDS, "Events that got a verdict");
        deadLettered = counter(registry, tier, "dead_lettered", RECORDS, "Records that could not be read or judged");
        duplicates = counter(registry, tier, "duplicates", RECORDS, "Events that were judged before under the same id");
        batch = Timer.builder("kongguard.analyzer.batch")
                .description("Time to read, judge and hand over one batch, without the commit")
                .tag("tier", tier)
                .register(registry);
        Gauge.builder("kongguard.analyzer.clients", clients, AtomicLong::get)
                .description("Clients whose behaviour is remembered")
                .tag("tier", tier)
                .register(registry);
        evictions = counter(registry, tier, "client_evictions", null, "Clients forgotten because there were too many");
        rebuild = Timer.builder("kongguard.analyzer.rebuild")
                .description("Time to read the recent past of the partitions that were assigned")
                .tag("tier", tier)
                .register(registry);
        rebuilt = counter(registry, tier, "rebuilt", RECORDS, "Records read again to know the recent past");
        rebuildFailures = counter(
                registry,
                tier,
                "rebuild_failures",
                null,
                "Assignments after which judging began without the whole recent past");
        model = MultiGauge.builder("kongguard.analyzer.model")
                .description("1, for the model that judges")
                .tag("tier", tier)
                .register(registry);
        modelReloads =
                counter(registry, tier, "model.reloads", null, "Models that took over from another without a restart");
        modelsRefused = counter(
                registry,
                tier,
                "model.refused",
                null,
                "Contents of the model file that could not be used, while the model before went on");
        escalated = counter(registry, tier, "escalated", RECORDS, "Events whose verdict is to be reviewed");
        for (Reviewing end : Reviewing.values()) {
            Counter ended = Counter.builder("kongguard.analyzer.reviews")
                    .description("Escalations that were received, by where they ended")
                    .baseUnit(RECORDS)
                    .tag("tier", tier)
                    .tag("end", end.name().toLowerCase(Locale.ROOT))
                    .register(registry);
            reviews.put(end, ended);
        }
    }

    /** One batch was read, judged and handed to the producer. */
    public void batch(List<Verdict> verdicts, int deadLetteredRecords, int duplicateEvents, Duration took) {
        judged.increment(verdicts.size());
        for (Verdict verdict : verdicts) {
            counted.computeIfAbsent(verdict.threatType(), type -> new ConcurrentHashMap<>())
                    .computeIfAbsent(verdict.action(), action -> verdicts(verdict.threatType(), action))
                    .increment();
            latency.record(Duration.ofMillis(verdict.pipelineMillis()));
        }
        deadLettered.increment(deadLetteredRecords);
        duplicates.increment(duplicateEvents);
        batch.record(took);
    }

    /** So many clients more are remembered, or fewer, and so many were forgotten for want of room. */
    public void clients(long change, long evicted) {
        clients.addAndGet(change);
        evictions.increment(evicted);
    }

    /** The past of some partitions was read, in whole or not. */
    public void rebuild(int records, boolean whole, Duration took) {
        rebuilt.increment(records);
        rebuildFailures.increment(whole ? 0 : 1);
        rebuild.record(took);
    }

    /** This model judges from now on, and no other. */
    public void model(String label) {
        model.register(List.of(MultiGauge.Row.of(Tags.of("model", label), 1)), true);
    }

    /** A model took over from the one before. */
    public void modelReloaded() {
        modelReloads.increment();
    }

    /** What the model file holds now cannot be used. */
    public void modelRefused() {
        modelsRefused.increment();
    }

    /** So many verdicts of a batch are to be reviewed. */
    public void escalated(int verdicts) {
        escalated.increment(verdicts);
    }

    /** An escalation that was received has ended there. */
    public void reviewed(Reviewing end) {
        Objects.requireNonNull(reviews.get(end)).increment();
    }

    private Counter verdicts(ThreatType type, Action action) {
        return Counter.builder("kongguard.analyzer.verdicts")
                .description("First verdicts")
                .baseUnit(RECORDS)
                .tag("tier", tier)
                .tag("threat_type", type.wireName())
                .tag("action", action.wireName())
                .register(registry);
    }

    private static Counter counter(
            MeterRegistry registry, String tier, String name, @Nullable String unit, String meaning) {
        return Counter.builder("kongguard.analyzer." + name)
                .description(meaning)
                .baseUnit(unit)
                .tag("tier", tier)
                .register(registry);
    }
}
