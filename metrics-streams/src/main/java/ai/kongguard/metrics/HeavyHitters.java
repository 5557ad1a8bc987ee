package ai.kongguard.metrics;

import ai.kongguard.event.MetricsWindow.Heavy;
import ai.kongguard.event.MetricsWindow.Top;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The most frequent of any number of names in bounded memory (Misra and Gries, 1982): a name's count is never above the
 * true one, and below it by at most {@link #error()}, which is at most the sum of all counts divided by
 * {@value #KEPT}. Sketches can be merged, and their errors add up. Used by one stream thread.
 */
final class HeavyHitters {

    /** Names that are kept when there are too many. */
    static final int KEPT = 128;

    private static final int MOST = 2 * KEPT;
    private static final int SHOWN = 10;
    private static final int MAX_LENGTH = 200;

    private final Map<String, Long> counts = new HashMap<>();
    private long error;

    /** Counts one occurrence. */
    void add(String name) {
        add(name, 1);
    }

    void add(HeavyHitters other) {
        error += other.error;
        other.counts.forEach(this::add);
    }

    /** How much each count may be too low. */
    long error() {
        return error;
    }

    /** What is shown of it. */
    Top top() {
        return new Top(
                error,
                counts.entrySet().stream()
                        .sorted(Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue())
                                .thenComparing(Map.Entry::getKey))
                        .limit(SHOWN)
                        .map(e -> new Heavy(e.getKey(), e.getValue()))
                        .toList());
    }

    void write(BinaryOutput output) {
        output.writeLong(error).writeLong(counts.size());
        counts.forEach((name, count) -> output.writeText(name).writeLong(count));
    }

    static HeavyHitters read(BinaryInput input) {
        HeavyHitters hitters = new HeavyHitters();
        hitters.error = input.readLong();
        int size = input.readInt();
        for (int i = 0; i < size; i++) {
            hitters.counts.put(input.readText(), input.readLong());
        }
        return hitters;
    }

    private void add(String name, long count) {
        counts.merge(name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name, count, Long::sum);
        if (counts.size() > MOST) {
            forgetTheRarest();
        }
    }

    /** Takes from every count what the most frequent of those that must go has. */
    private void forgetTheRarest() {
        long[] sorted = counts.values().stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        long taken = sorted[sorted.length - KEPT - 1];
        error += taken;
        counts.values().removeIf(count -> count <= taken);
        counts.replaceAll((name, count) -> count - taken);
    }
}
