package ai.kongguard.replay.play;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a recording is played. Immutable.
 *
 * @param speed 0.1 to 100 times the original; {@link #AS_FAST_AS_POSSIBLE} without any waiting
 * @param loops how often, from 1 to {@value #MAX_LOOPS}
 * @param gapCap longer pauses between records, in the time of the recording, are shortened to this; null keeps them
 */
public record PlaySettings(double speed, int loops, @Nullable Duration gapCap) {

    public static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;

    public static final int MAX_LOOPS = 1_000_000;

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 100;

    /**
     * @throws IllegalArgumentException if any is out of range
     */
    public PlaySettings {
        if (!(speed >= SLOWEST && speed <= FASTEST) && speed != AS_FAST_AS_POSSIBLE) {
            throw new IllegalArgumentException("speed must be from " + SLOWEST + " to " + FASTEST + ", was " + speed);
        }
        if (loops < 1 || loops > MAX_LOOPS) {
            throw new IllegalArgumentException("loops must be from 1 to " + MAX_LOOPS + ", was " + loops);
        }
        if (gapCap != null && gapCap.isNegative()) {
            throw new IllegalArgumentException("gap-cap must not be negative, was " + gapCap);
        }
    }

    /** Whether records wait for their time. */
    public boolean isTimed() {
        return speed != AS_FAST_AS_POSSIBLE;
    }
}
