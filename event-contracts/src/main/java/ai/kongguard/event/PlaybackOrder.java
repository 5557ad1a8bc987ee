package ai.kongguard.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a run plays a recording. Immutable.
 *
 * @param recording the name of one that ingest has
 * @param speed 0.1 to 100 times the original; 0 for no waiting
 * @param loops how often, from 1 to {@value #MAX_LOOPS}
 * @param gapCapMs longer pauses between records are shortened to so many milliseconds of the recording; null keeps them
 * @param from begins there, in the time of the recording, to the millisecond; null for its beginning
 */
public record PlaybackOrder(
        String recording, double speed, int loops, @Nullable Long gapCapMs, @Nullable Instant from) {

    /** More than anybody waits for. */
    public static final int MAX_LOOPS = 1_000_000;

    public static final double SLOWEST = 0.1;
    public static final double FASTEST = 100;

    public PlaybackOrder {
        Required.name("recording", recording);
        if (speed != 0 && !(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException("speed must be 0, or from " + SLOWEST + " to " + FASTEST);
        }
        Required.within("loops", loops, 1, MAX_LOOPS);
        if (gapCapMs != null) {
            Required.within("gap_cap_ms", gapCapMs, 0, RunOrder.MAX_REPLAY_MS);
        }
        from = from == null ? null : from.truncatedTo(ChronoUnit.MILLIS);
    }
}
