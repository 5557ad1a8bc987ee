package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.metrics.PartitionTally.Truth;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Counts the traffic, verdicts and feedback of one partition, hands the sums on at every tick, and then asks for a
 * commit, so that a commit rarely finds sums to write down. What it does find is in the changelog with the offsets, so a
 * crash neither loses nor doubles it.
 */
final class PartitionCounter extends ContextualProcessor<String, byte[], byte[], byte[]> {

    /** Alert sums that may wait for the tick; more are handed on at once. */
    private static final int MAX_WAITING_ALERTS = 2_000;

    private final MetricsSettings settings;
    private final MetricsMeters meters;
    private @Nullable PartitionState state;
    private @Nullable PartitionTally tally;

    PartitionCounter(MetricsSettings settings, MetricsMeters meters) {
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        HeapStore<PartitionState> store = context.getStateStore(MetricsTopology.PARTITION_STORE);
        PartitionState restored = store.state();
        state = restored;
        tally = new PartitionTally(restored, settings.sessionGap().toMillis());
        // From one instant on, so that all tasks of a thread tick together and one commit does for all.
        context.schedule(Instant.EPOCH, settings.tick(), PunctuationType.WALL_CLOCK_TIME, this::onTick);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        PartitionTally counting = Objects.requireNonNull(tally);
        String topic = context().recordMetadata().map(RecordMetadata::topic).orElse("");
        long nowMs = context().currentSystemTimeMs();
        try {
            if (topic.equals(settings.trafficTopic())) {
                var event = RecordCodec.TRAFFIC_MEASURES.decode(record.value());
                meters.traffic(counting.traffic(event, truth(record.headers()), nowMs));
            } else if (topic.equals(settings.verdictTopic())) {
                meters.verdict(counting.verdict(RecordCodec.VERDICT.decode(record.value()), nowMs));
            } else {
                counting.feedback(RecordCodec.FEEDBACK.decode(record.value()), nowMs);
                meters.feedback();
            }
        } catch (MalformedRecordException e) {
            meters.malformed();
        }
        if (partition().waitingAlerts() >= MAX_WAITING_ALERTS) {
            handOn();
        }
    }

    private void onTick(long wallClockMs) {
        partition().events.forgetOld(wallClockMs);
        handOn();
        context().commit();
    }

    private void handOn() {
        long now = context().currentSystemTimeMs();
        partition().handOn((key, sum) -> context().forward(new Record<>(key, sum, now)));
    }

    private PartitionState partition() {
        return Objects.requireNonNull(state);
    }

    /** What the headers say; whose run an event is of is known without a label too. */
    private static Truth truth(Headers headers) {
        String text = text(headers, GroundTruth.LABEL);
        int label = text == null ? EventFacts.UNKNOWN : label(text);
        String name = label == EventFacts.UNKNOWN ? null : text(headers, GroundTruth.TYPE);
        ThreatType known = name == null ? ThreatType.NONE : ThreatType.named(name);
        ThreatType type = known == null ? ThreatType.UNKNOWN : known;
        String run = text(headers, GroundTruth.RUN_ID);
        return new Truth(label, type, run == null || run.isBlank() ? null : run);
    }

    private static int label(String text) {
        return switch (text) {
            case "attack" -> EventFacts.ATTACK;
            case "benign" -> EventFacts.BENIGN;
            default -> EventFacts.UNKNOWN;
        };
    }

    private static @Nullable String text(Headers headers, GroundTruth name) {
        Header header = headers.lastHeader(name.header());
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
