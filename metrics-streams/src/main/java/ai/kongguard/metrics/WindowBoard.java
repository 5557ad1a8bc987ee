package ai.kongguard.metrics;

import ai.kongguard.event.MetricsWindow;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The windows whose grace is not over, totals, and runs; and which of them must still be written. One thread. */
final class WindowBoard implements HeapState {

    private static final int WINDOW = 'W';

    private final int maxRuns;
    private final Map<WindowKey, WindowAggregate> windows = new LinkedHashMap<>();
    private final Map<WindowKey, WindowAggregate> runs = new LinkedHashMap<>();
    private final Set<WindowKey> unwritten = new LinkedHashSet<>();
    private final Set<WindowKey> changed = new HashSet<>();

    WindowBoard(int maxRuns) {
        this.maxRuns = maxRuns;
    }

    /** Adds to a window or total, which is then to be written. */
    WindowAggregate merge(WindowKey key, WindowAggregate sum) {
        if (key.isRun()) {
            return mergeRun(key, sum);
        }
        WindowAggregate merged = windows.computeIfAbsent(key, added -> new WindowAggregate());
        merged.add(sum, key.sizeMs());
        touched(key);
        return merged;
    }

    @Nullable WindowAggregate get(WindowKey key) {
        return key.isRun() ? runs.get(key) : windows.get(key);
    }

    void forEachKey(Consumer<WindowKey> consumer) {
        windows.keySet().forEach(consumer);
        runs.keySet().forEach(consumer);
    }

    /** Hands out what must be written and is due. */
    void write(Predicate<WindowKey> due, BiConsumer<WindowKey, WindowAggregate> writer) {
        for (Iterator<WindowKey> keys = unwritten.iterator(); keys.hasNext(); ) {
            WindowKey key = keys.next();
            WindowAggregate aggregate = get(key);
            if (aggregate == null) {
                keys.remove();
            } else if (due.test(key)) {
                writer.accept(key, aggregate);
                changed.add(key);
                keys.remove();
            }
        }
    }

    /** Drops windows; what they lack to be written is written first. */
    void drop(Predicate<WindowKey> closed, BiConsumer<WindowKey, WindowAggregate> writer) {
        for (Iterator<Map.Entry<WindowKey, WindowAggregate>> entries =
                        windows.entrySet().iterator();
                entries.hasNext(); ) {
            Map.Entry<WindowKey, WindowAggregate> entry = entries.next();
            WindowKey key = entry.getKey();
            if (key.sizeMs() != MetricsWindow.TOTAL && closed.test(key)) {
                if (unwritten.remove(key)) {
                    writer.accept(key, entry.getValue());
                }
                changed.add(key);
                entries.remove();
            }
        }
    }

    private WindowAggregate mergeRun(WindowKey key, WindowAggregate sum) {
        WindowAggregate merged = runs.remove(key);
        if (merged == null && sum.requests <= 0) {
            // Counts of a run that was dropped move; what was written of it is closer to the truth than their
            // difference.
            return sum;
        }
        merged = merged == null ? new WindowAggregate() : merged;
        merged.add(sum, key.sizeMs());
        runs.put(key, merged);
        touched(key);
        if (runs.size() > maxRuns) {
            // The longest untouched that is written, which all are but those of the last second.
            runs.keySet().stream()
                    .filter(run -> !unwritten.contains(run))
                    .findFirst()
                    .ifPresent(run -> {
                        runs.remove(run);
                        changed.add(run);
                    });
        }
        return merged;
    }

    private void touched(WindowKey key) {
        unwritten.add(key);
        changed.add(key);
    }

    @Override
    public void restore(byte[] key, byte[] value) {
        WindowKey window = WindowKey.fromBytes(key);
        BinaryInput input = new BinaryInput(value);
        if (input.readByte() != 0) {
            unwritten.add(window);
        }
        (window.isRun() ? runs : windows).put(window, WindowAggregateCodec.read(input));
    }

    @Override
    public void writeChanges(BiConsumer<byte[], byte @Nullable []> log) {
        for (WindowKey key : changed) {
            WindowAggregate aggregate = get(key);
            if (aggregate == null) {
                log.accept(key.toBytes(WINDOW), null);
            } else {
                BinaryOutput output = new BinaryOutput().writeByte(unwritten.contains(key) ? 1 : 0);
                WindowAggregateCodec.write(aggregate, output);
                log.accept(key.toBytes(WINDOW), output.toBytes());
            }
        }
        changed.clear();
    }
}
