package ai.kongguard.replay.play;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is. Immutable.
 *
 * @param state where it stands
 * @param loop which time it is played, from 0
 * @param position the number of the record that comes next, from 0
 * @param records in the recording; -1 when it was cut off and nobody knows
 * @param sent acknowledged by the broker
 * @param attacks of those, labelled as attacks
 * @param skipped that this replay does not send, such as verdicts into the running system
 * @param errors that could not be sent
 * @param late that left more than {@value #LATE_MS} ms after they were due
 * @param recordingTime where it is in the time of the recording: the newest record that was played, or what was sought; null before it began
 * @param elapsed since the start, pauses included
 * @param behind how long the next record is overdue; zero when it is not, or nothing waits for its time
 * @param reason why it failed, or the last error; null when there was none
 */
public record PlayProgress(
        PlayState state,
        int loop,
        long position,
        long records,
        long sent,
        long attacks,
        long skipped,
        long errors,
        long late,
        @Nullable Instant recordingTime,
        Duration elapsed,
        Duration behind,
        @Nullable String reason) {

    /** What counts as late, in milliseconds; the same as for runs of the simulator. */
    public static final long LATE_MS = 100;
}
