package ai.kongguard.metrics;

import ai.kongguard.event.Incident;
import ai.kongguard.event.RecordCodec;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Merges the partitions' alerts into incidents, and writes those that changed once a second. */
final class IncidentMerger extends ContextualProcessor<byte[], byte[], String, byte[]> {

    private final MetricsSettings settings;
    private @Nullable CampaignBoard board;
    private long writtenMs;

    IncidentMerger(MetricsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        HeapStore<CampaignBoard> store = context.getStateStore(MetricsTopology.INCIDENT_STORE);
        board = store.state();
        context.schedule(Instant.EPOCH, settings.tick(), PunctuationType.WALL_CLOCK_TIME, this::onTick);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.key()[0] != PartitionState.ALERT) {
            return;
        }
        board().add(
                        AlertSum.Key.fromBytes(record.key()),
                        AlertSum.read(new BinaryInput(record.value())),
                        this::bury,
                        this::write);
    }

    private void onTick(long wallClockMs) {
        if (wallClockMs - writtenMs >= WindowKey.SECOND) {
            writtenMs = wallClockMs;
            board().write(this::write);
        }
    }

    private void write(Campaign campaign) {
        long now = context().currentSystemTimeMs();
        Incident incident = campaign.write(now);
        context().forward(new Record<>(incident.id(), RecordCodec.INCIDENT.encode(incident), now));
    }

    @SuppressWarnings("NullAway") // a tombstone has no value
    private void bury(String id) {
        context().forward(new Record<>(id, null, context().currentSystemTimeMs()));
    }

    private CampaignBoard board() {
        return Objects.requireNonNull(board);
    }
}
