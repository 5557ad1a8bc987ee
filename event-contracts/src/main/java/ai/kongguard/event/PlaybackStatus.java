package ai.kongguard.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay is. Immutable.
 *
 * @param paused whether its time stands still
 * @param loop which time it is played, from 0
 * @param position the number of the record that comes next, from 0
 * @param records in the recording; null when it was cut off and nobody knows
 * @param skipped that a replay does not send, such as verdicts
 * @param recordingTime where it is in the time of the recording: the newest record that was played, or what was sought; null before it began
 * @param elapsedMs since the start, pauses included
 */
public record PlaybackStatus(
        boolean paused,
        int loop,
        long position,
        @Nullable Long records,
        long skipped,
        @Nullable Instant recordingTime,
        long elapsedMs) {

    public PlaybackStatus {
        Required.notNegative("loop", loop);
        Required.notNegative("position", position);
        Required.notNegative("skipped", skipped);
        Required.notNegative("elapsed_ms", elapsedMs);
        recordingTime = recordingTime == null ? null : recordingTime.truncatedTo(ChronoUnit.MILLIS);
    }
}
