package ai.kongguard.metrics;

import ai.kongguard.event.MetricsWindow.LatencySummary;
import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;

/** A distribution of durations that can be merged. Mutable; used by one stream thread. */
final class LatencyTally {

    /** Of every percentile, as promised by {@link LatencySummary}. */
    private static final double RELATIVE_ACCURACY = 0.01;

    /** Bounds a sketch to about 4 kB; enough for 0.001 ms to a day without losing accuracy. */
    private static final int MAX_BINS = 2048;

    private final DDSketch sketch;
    private long count;
    private double sumMs;

    LatencyTally() {
        this(DDSketches.logarithmicCollapsingLowestDense(RELATIVE_ACCURACY, MAX_BINS));
    }

    private LatencyTally(DDSketch sketch) {
        this.sketch = sketch;
    }

    /** Adds one duration; never negative. */
    void add(double millis) {
        count++;
        sumMs += millis;
        sketch.accept(millis);
    }

    void add(LatencyTally other) {
        count += other.count;
        sumMs += other.sumMs;
        sketch.mergeWith(other.sketch);
    }

    LatencySummary summary() {
        return new LatencySummary(
                count,
                sumMs / count,
                sketch.getValueAtQuantile(0.50),
                sketch.getValueAtQuantile(0.95),
                sketch.getValueAtQuantile(0.99),
                sketch.getMaxValue(),
                BinaryOutput.encode(sketch));
    }

    void write(BinaryOutput output) {
        output.writeLong(count).writeDouble(sumMs).writeSketch(sketch);
    }

    static LatencyTally read(BinaryInput input) {
        long count = input.readLong();
        double sumMs = input.readDouble();
        LatencyTally tally = new LatencyTally(input.readSketch(MAX_BINS));
        tally.count = count;
        tally.sumMs = sumMs;
        return tally;
    }
}
