package ai.kongguard.metrics;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Verdict;
import java.time.Duration;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Adds the verdicts of one partition up per tier and second, and hands the sums on at every tick. One store access per
 * verdict; what is pending is in the changelog when the offsets are committed, so a crash neither loses nor doubles it.
 */
final class PartitionCounter extends ContextualProcessor<String, byte[], WindowKey, WindowAggregate> {

    private final Duration tick;
    private final MetricsMeters meters;
    private @Nullable KeyValueStore<WindowKey, WindowAggregate> pending;

    PartitionCounter(Duration tick, MetricsMeters meters) {
        this.tick = tick;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<WindowKey, WindowAggregate> context) {
        super.init(context);
        pending = context.getStateStore(VerdictWindowsTopology.PENDING_STORE);
        context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, this::handOn);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Verdict verdict;
        try {
            verdict = RecordCodec.VERDICT.decode(record.value());
        } catch (MalformedRecordException e) {
            meters.malformed();
            return;
        }
        if (verdict.revision() > 0) {
            meters.revision();
            return;
        }
        meters.verdict();
        WindowKey second = WindowKey.at(
                verdict.tier(),
                WindowKey.SECOND,
                Math.max(0, verdict.observedAt().toEpochMilli()));
        KeyValueStore<WindowKey, WindowAggregate> store = store();
        WindowAggregate sum = store.get(second);
        sum = sum == null ? new WindowAggregate() : sum;
        sum.add(verdict);
        store.put(second, sum);
    }

    private void handOn(long wallClockMs) {
        KeyValueStore<WindowKey, WindowAggregate> store = store();
        try (KeyValueIterator<WindowKey, WindowAggregate> sums = store.all()) {
            while (sums.hasNext()) {
                KeyValue<WindowKey, WindowAggregate> sum = sums.next();
                context().forward(new Record<>(sum.key, sum.value, sum.key.startMs()));
                store.delete(sum.key);
            }
        }
    }

    private KeyValueStore<WindowKey, WindowAggregate> store() {
        KeyValueStore<WindowKey, WindowAggregate> store = pending;
        if (store == null) {
            throw new IllegalStateException("not initialised");
        }
        return store;
    }
}
