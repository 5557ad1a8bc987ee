package ai.kongguard.metrics;

import ai.kongguard.event.MetricsWindow.Heavy;
import ai.kongguard.event.MetricsWindow.Top;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.ItemsSketch;

/**
 * The most frequent of any number of names in bounded memory: a name's count is never above the true one, and below it
 * by at most {@link #error()}, which is at most the sum of all counts times 3.5 divided by {@value #MAP_SIZE}. Sketches
 * can be merged, and their errors add up. Used by one stream thread.
 *
 * <p>The sketch is stored by its names and counts: its own form needs {@code datasketches-memory}, which refuses to work on
 * Java 25 in the release that works on 17. An error from before a restore is remembered here.
 */
final class HeavyHitters {

    /** Entries of the largest hash table, of which three quarters are used. */
    static final int MAP_SIZE = 512;

    private static final int SHOWN = 10;
    private static final int MAX_LENGTH = 200;

    private final ItemsSketch<String> sketch = new ItemsSketch<String>(MAP_SIZE);
    private long errorBefore;

    /** Counts one occurrence. */
    void add(String name) {
        sketch.update(name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name);
    }

    void add(HeavyHitters other) {
        var unused = sketch.merge(other.sketch);
        errorBefore += other.errorBefore;
    }

    /** How much each count may be too low. */
    long error() {
        return errorBefore + sketch.getMaximumError();
    }

    /** What is shown of it. */
    Top top() {
        List<Heavy> heaviest = kept().sorted(Comparator.comparingLong((Heavy heavy) -> -heavy.count())
                        .thenComparing(Heavy::name))
                .limit(SHOWN)
                .toList();
        return new Top(error(), heaviest);
    }

    void write(BinaryOutput output) {
        List<Heavy> kept = kept().toList();
        output.writeLong(error()).writeLong(kept.size());
        kept.forEach(heavy -> output.writeText(heavy.name()).writeLong(heavy.count()));
    }

    static HeavyHitters read(BinaryInput input) {
        HeavyHitters hitters = new HeavyHitters();
        hitters.errorBefore = input.readLong();
        int size = input.readInt();
        for (int i = 0; i < size; i++) {
            hitters.sketch.update(input.readText(), input.readLong());
        }
        return hitters;
    }

    /** Every name that is kept, with what it occurred at least. */
    private Stream<Heavy> kept() {
        return Stream.of(sketch.getFrequentItems(ErrorType.NO_FALSE_NEGATIVES))
                .map(row -> new Heavy(row.getItem(), row.getLowerBound()));
    }
}
