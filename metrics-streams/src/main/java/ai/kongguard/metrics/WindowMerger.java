package ai.kongguard.metrics;

import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Merges the partitions' sums into windows and totals. A window is written again, in the same transaction, whenever a
 * sum changes it; the tick only writes the windows that nothing fell into, so that silence is seen as zero, writes the
 * totals once a second, so that whoever starts finds them near the end of the topic, and drops the windows whose grace
 * is over.
 */
final class WindowMerger extends ContextualProcessor<WindowKey, WindowAggregate, String, byte[]> {

    /** Zero windows written per tier and size at one tick after a pause; older ones stay absent. */
    private static final int MAX_CATCH_UP = 60;

    private final Duration tick;
    private final long graceMs;
    private final Set<String> tiers;
    private final Map<WindowKey, Long> nextStart = new HashMap<>();
    private final Map<String, Long> totalEmittedMs = new HashMap<>();
    private @Nullable KeyValueStore<WindowKey, WindowAggregate> windows;
    private long streamTimeMs;

    WindowMerger(Duration tick, Duration grace, List<String> tiers) {
        this.tick = tick;
        this.graceMs = grace.toMillis();
        this.tiers = new TreeSet<>(tiers);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        windows = context.getStateStore(VerdictWindowsTopology.WINDOW_STORE);
        try (KeyValueIterator<WindowKey, WindowAggregate> stored = store().all()) {
            while (stored.hasNext()) {
                WindowKey key = stored.next().key;
                tiers.add(key.tier());
                streamTimeMs = Math.max(streamTimeMs, key.startMs());
            }
        }
        context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, this::onTick);
    }

    @Override
    public void process(Record<WindowKey, WindowAggregate> record) {
        WindowKey second = record.key();
        WindowAggregate sum = record.value();
        tiers.add(second.tier());
        // A clock that is ahead must not close the windows of all others.
        streamTimeMs =
                Math.max(streamTimeMs, Math.min(second.startMs(), context().currentSystemTimeMs()));
        boolean late = false;
        for (long size : WindowKey.SIZES) {
            WindowKey key = WindowKey.at(second.tier(), size, second.startMs());
            if (isClosed(key)) {
                late = true;
            } else {
                emit(key, merge(key, sum));
            }
        }
        WindowKey totalKey = WindowKey.total(second.tier());
        WindowAggregate total = merge(totalKey, sum);
        if (late) {
            total.late += sum.requests;
            store().put(totalKey, total);
        }
        emit(totalKey, total);
    }

    private WindowAggregate merge(WindowKey key, WindowAggregate sum) {
        WindowAggregate merged = store().get(key);
        merged = merged == null ? new WindowAggregate() : merged;
        merged.add(sum);
        store().put(key, merged);
        return merged;
    }

    private boolean isClosed(WindowKey key) {
        return key.startMs() + key.sizeMs() + graceMs <= streamTimeMs;
    }

    private void onTick(long wallClockMs) {
        for (String tier : tiers) {
            WindowKey total = WindowKey.total(tier);
            if (wallClockMs - totalEmittedMs.getOrDefault(tier, 0L) >= WindowKey.SECOND) {
                WindowAggregate known = store().get(total);
                emit(total, known == null ? new WindowAggregate() : known);
            }
            WindowKey.SIZES.forEach(size -> emitSilence(WindowKey.at(tier, size, wallClockMs)));
        }
        dropClosed();
    }

    private void emitSilence(WindowKey current) {
        WindowKey series = new WindowKey(current.tier(), current.sizeMs(), -1);
        long oldest = current.startMs() - MAX_CATCH_UP * current.sizeMs();
        long start = Math.max(oldest, nextStart.getOrDefault(series, current.startMs()));
        for (; start <= current.startMs(); start += current.sizeMs()) {
            WindowKey key = new WindowKey(current.tier(), current.sizeMs(), start);
            if (store().get(key) == null) {
                emit(key, new WindowAggregate());
            }
        }
        nextStart.put(series, start);
    }

    private void dropClosed() {
        for (long size : WindowKey.SIZES) {
            long lastClosed = streamTimeMs - graceMs - size;
            if (lastClosed < 0) {
                continue;
            }
            List<WindowKey> closed = new ArrayList<>();
            // Up to the first key after the last closed start; the tier, being last, is empty in both bounds.
            try (KeyValueIterator<WindowKey, WindowAggregate> range =
                    store().range(new WindowKey("", size, 0), new WindowKey("", size, lastClosed + 1))) {
                while (range.hasNext()) {
                    KeyValue<WindowKey, WindowAggregate> entry = range.next();
                    closed.add(entry.key);
                }
            }
            closed.forEach(store()::delete);
        }
    }

    private void emit(WindowKey key, WindowAggregate aggregate) {
        long now = context().currentSystemTimeMs();
        MetricsWindow window = aggregate.toWindow(key, Instant.ofEpochMilli(now));
        // Retention goes by this timestamp: a window's start, but for the total, which stays current, the time now.
        boolean total = key.sizeMs() == MetricsWindow.TOTAL;
        long timestamp = total ? now : key.startMs();
        if (total) {
            totalEmittedMs.put(key.tier(), now);
        }
        context().forward(new Record<>(window.key(), RecordCodec.METRICS_WINDOW.encode(window), timestamp));
    }

    private KeyValueStore<WindowKey, WindowAggregate> store() {
        KeyValueStore<WindowKey, WindowAggregate> store = windows;
        if (store == null) {
            throw new IllegalStateException("not initialised");
        }
        return store;
    }
}
