package ai.kongguard.replay.play;

import java.time.Duration;

/**
 * When each record is due: the start, and the running maximum of timestamps since the first, divided by the speed. A
 * record that is older than one before it is due with that one. One thread.
 */
final class Timeline {

    /** A forged timestamp may lie any time ahead; nobody waits longer, and sums stay in range. */
    private static final double LONGEST_NANOS = 1e18;

    private static final double NANOS_PER_MILLI = 1e6;

    private final PlaySettings settings;
    private final double longestGapMillis;
    private long start;
    private boolean begun;
    private long newest;
    private double playedMillis;

    Timeline(PlaySettings settings) {
        this.settings = settings;
        Duration cap = settings.gapCap();
        this.longestGapMillis = cap == null ? Double.MAX_VALUE : cap.toNanos() / NANOS_PER_MILLI;
    }

    /** The next record is due now, in nanoseconds of a monotonic clock. */
    void begin(long now) {
        start = now;
        begun = false;
        playedMillis = 0;
    }

    /** All that follows is due so many nanoseconds later. */
    void delay(long nanos) {
        start += nanos;
    }

    /**
     * When the next record is due, by the clock of {@link #begin}.
     *
     * @param timestamp epoch milliseconds; negative for none, which is due with the record before
     */
    long due(long timestamp) {
        if (timestamp >= 0) {
            double gap = begun ? Math.max(0.0, (double) timestamp - newest) : 0;
            newest = begun ? Math.max(newest, timestamp) : timestamp;
            begun = true;
            playedMillis += Math.min(gap, longestGapMillis);
        }
        double nanos = settings.isTimed() ? playedMillis * NANOS_PER_MILLI / settings.speed() : 0;
        return start + Math.round(Math.min(nanos, LONGEST_NANOS));
    }
}
