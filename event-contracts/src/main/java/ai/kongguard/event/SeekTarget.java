package ai.kongguard.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay shall go on: exactly one of these. Immutable.
 *
 * @param time the first record of this time or later
 * @param share the first record after this part of all, 0-1; needs a recording that is complete
 * @param byMs so many milliseconds of the recording later than now; earlier when negative
 */
public record SeekTarget(@Nullable Instant time, @Nullable Double share, @Nullable Long byMs) {

    public SeekTarget {
        int given = (time == null ? 0 : 1) + (share == null ? 0 : 1) + (byMs == null ? 0 : 1);
        if (given != 1) {
            throw new IllegalArgumentException("seek must be one of time, share and by_ms");
        }
        time = time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
        if (share != null) {
            Required.unit("share", share);
        }
        if (byMs != null) {
            Required.within("by_ms", byMs, -RunOrder.MAX_REPLAY_MS, RunOrder.MAX_REPLAY_MS);
        }
    }
}
