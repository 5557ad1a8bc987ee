package ai.kongguard.metrics;

import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Merges the partitions' sums into windows, totals and runs. What changed is written at the tick, long windows not at
 * each; so are the windows that nothing fell into, so that silence is seen as zero, and the totals once a second, so that
 * whoever starts finds them near the end of the topic. Windows whose grace is over are dropped.
 */
final class WindowMerger extends ContextualProcessor<byte[], byte[], String, byte[]> {

    /** Zero windows written per tier and size at one tick after a pause; older ones stay absent. */
    private static final int MAX_CATCH_UP = 60;

    private static final long DROP_EVERY = Duration.ofSeconds(10).toMillis();

    /** Runs change with every tick, and nobody needs them more often than this. */
    private static final long RUN_PAUSE = WindowKey.SECOND;

    private final MetricsSettings settings;
    private final GroupLag lag;
    private final SilenceWatch watch;
    private final Set<String> tiers;
    private final Map<WindowKey, Long> nextStart = new HashMap<>();
    private final Map<String, Long> totalWrittenMs = new HashMap<>();
    private final Map<Long, Long> spanWrittenMs = new HashMap<>();
    private @Nullable WindowBoard board;
    private long runsWrittenMs;
    private long droppedMs;
    private long streamTimeMs;

    WindowMerger(MetricsSettings settings, GroupLag lag) {
        this.settings = settings;
        this.lag = lag;
        this.watch = new SilenceWatch(settings.silence(), Set.copyOf(settings.tiers()));
        this.tiers = new TreeSet<>(settings.tiers());
        tiers.add(MetricsWindow.UNPROTECTED);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        HeapStore<WindowBoard> store = context.getStateStore(MetricsTopology.WINDOW_STORE);
        WindowBoard restored = store.state();
        board = restored;
        restored.forEachKey(key -> {
            tiers.add(key.tier());
            streamTimeMs = Math.max(streamTimeMs, key.startMs());
        });
        context.schedule(Instant.EPOCH, settings.tick(), PunctuationType.WALL_CLOCK_TIME, this::onTick);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.key()[0] != PartitionState.SUM) {
            return;
        }
        WindowKey part = WindowKey.fromBytes(record.key());
        WindowAggregate sum = WindowAggregateCodec.read(new BinaryInput(record.value()));
        tiers.add(part.tier());
        if (part.isRun()) {
            board().merge(part, sum);
            return;
        }
        // A clock that is ahead must not close the windows of all others.
        streamTimeMs = Math.max(streamTimeMs, Math.min(part.startMs(), context().currentSystemTimeMs()));
        boolean late = false;
        for (WindowKey.Span span : WindowKey.SPANS) {
            if (span.sizeMs() < part.sizeMs()) {
                continue;
            }
            long newest = span.newestStart(part.startMs());
            for (long start = newest; start > part.startMs() - span.sizeMs(); start -= span.advanceMs()) {
                WindowKey key = new WindowKey(part.tier(), span.sizeMs(), start, "");
                if (isClosed(key)) {
                    late = true;
                } else {
                    board().merge(key, sum);
                }
            }
        }
        WindowAggregate total = board().merge(WindowKey.total(part.tier()), sum);
        total.late += late ? sum.requests : 0;
    }

    private boolean isClosed(WindowKey key) {
        return key.startMs() + key.sizeMs() + settings.grace().toMillis() <= streamTimeMs;
    }

    private void onTick(long wallClockMs) {
        Set<Long> dueSizes = new TreeSet<>();
        for (WindowKey.Span span : WindowKey.SPANS) {
            if (wallClockMs - spanWrittenMs.getOrDefault(span.sizeMs(), 0L) >= span.pauseMs()) {
                dueSizes.add(span.sizeMs());
                spanWrittenMs.put(span.sizeMs(), wallClockMs);
            }
        }
        WindowAggregate traffic = total(MetricsWindow.UNPROTECTED);
        tiers.forEach(tier -> watch.look(tier, total(tier), traffic, wallClockMs));
        boolean runsDue = wallClockMs - runsWrittenMs >= RUN_PAUSE;
        runsWrittenMs = runsDue ? wallClockMs : runsWrittenMs;
        board().write(key -> key.isRun() ? runsDue : key.isTotal() || dueSizes.contains(key.sizeMs()), this::write);
        for (String tier : tiers) {
            if (wallClockMs - totalWrittenMs.getOrDefault(tier, 0L) >= WindowKey.SECOND) {
                write(WindowKey.total(tier), total(tier));
            }
            WindowKey.SPANS.forEach(span -> writeSilence(tier, span, wallClockMs));
        }
        if (wallClockMs - droppedMs >= DROP_EVERY) {
            droppedMs = wallClockMs;
            board().drop(this::isClosed, this::write);
        }
        context().commit();
    }

    private WindowAggregate total(String tier) {
        WindowAggregate known = board().get(WindowKey.total(tier));
        return known == null ? new WindowAggregate() : known;
    }

    private void writeSilence(String tier, WindowKey.Span span, long wallClockMs) {
        WindowKey series = new WindowKey(tier, span.sizeMs(), -1, "");
        long current = span.newestStart(wallClockMs);
        long oldest = current - MAX_CATCH_UP * span.advanceMs();
        long start = Math.max(oldest, nextStart.getOrDefault(series, current));
        for (; start <= current; start += span.advanceMs()) {
            WindowKey key = new WindowKey(tier, span.sizeMs(), start, "");
            if (board().get(key) == null) {
                write(key, new WindowAggregate());
            }
        }
        nextStart.put(series, start);
    }

    private void write(WindowKey key, WindowAggregate aggregate) {
        long now = context().currentSystemTimeMs();
        TierHealth health = key.isTotal() ? watch.of(key.tier(), lag.of(key.tier()), now) : TierHealth.UNKNOWN;
        MetricsWindow window = aggregate.toWindow(key, health, Instant.ofEpochMilli(now));
        // Retention goes by this timestamp: a window's start, but for totals and runs, which stay current, the time
        // now.
        boolean total = key.sizeMs() == MetricsWindow.TOTAL;
        long timestamp = total ? now : key.startMs();
        if (key.isTotal()) {
            totalWrittenMs.put(key.tier(), now);
        }
        context().forward(new Record<>(window.key(), RecordCodec.METRICS_WINDOW.encode(window), timestamp));
    }

    private WindowBoard board() {
        return Objects.requireNonNull(board);
    }
}
