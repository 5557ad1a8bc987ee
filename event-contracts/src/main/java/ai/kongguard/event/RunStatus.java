package ai.kongguard.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes; the value of {@link Topics#RUNS}. Whoever executes the run writes one about every second until it has
 * ended, so one that is not over and not recent tells of an executor that is gone. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param runId 1 to {@value RunOrder#MAX_SEED}; also the record's key, in decimal
 * @param state where it stands; an end is final
 * @param order what it was asked to send
 * @param instance who executes it; never blank
 * @param planned requests of the whole run
 * @param sent of these, acknowledged by the broker or answered by the gateway
 * @param attacks of those sent, attacks; the others are benign, or nothing tells
 * @param errors requests that could not be sent
 * @param refused answers 403 and 429, when requests go to a gateway; else 0
 * @param late requests that left more than {@value #LATE_MS} ms after they were due
 * @param behindMs how long the next request is overdue now; 0 when it is not
 * @param currentRate requests per second since the status before
 * @param saturated whether the plan could not be kept at any time, because of the sender or of who judges
 * @param reason why it is saturated or failed; null when it is neither
 * @param startedAt the event time of the first request; null before the start
 * @param endedAt null before the end
 * @param at when this was written
 * @param playback where a replay is; null for any other run, and before it began
 * @param recording how far a recording is; null for any other run, and before it began
 */
public record RunStatus(
        int schema,
        long runId,
        State state,
        RunOrder order,
        String instance,
        long planned,
        long sent,
        long attacks,
        long errors,
        long refused,
        long late,
        long behindMs,
        double currentRate,
        boolean saturated,
        @Nullable String reason,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Instant at,
        @Nullable PlaybackStatus playback,
        @Nullable RecordingProgress recording) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    /** What counts as late, in milliseconds. */
    public static final long LATE_MS = 100;

    public RunStatus {
        Required.within("run_id", runId, 1, RunOrder.MAX_SEED);
        Required.present("state", state);
        Required.present("order", order);
        Required.text("instance", instance);
        Required.notNegative("planned", planned);
        Required.notNegative("sent", sent);
        Required.within("attacks", attacks, 0, sent);
        Required.notNegative("errors", errors);
        Required.notNegative("refused", refused);
        Required.notNegative("late", late);
        Required.notNegative("behind_ms", behindMs);
        if (!(currentRate >= 0)) {
            throw new IllegalArgumentException("current_rate must not be negative, was " + currentRate);
        }
        startedAt = startedAt == null ? null : startedAt.truncatedTo(ChronoUnit.MILLIS);
        endedAt = endedAt == null ? null : endedAt.truncatedTo(ChronoUnit.MILLIS);
        at = Required.present("at", at).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Of a run that neither replays nor records. */
    public RunStatus(
            int schema,
            long runId,
            State state,
            RunOrder order,
            String instance,
            long planned,
            long sent,
            long attacks,
            long errors,
            long refused,
            long late,
            long behindMs,
            double currentRate,
            boolean saturated,
            @Nullable String reason,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Instant at) {
        this(
                schema,
                runId,
                state,
                order,
                instance,
                planned,
                sent,
                attacks,
                errors,
                refused,
                late,
                behindMs,
                currentRate,
                saturated,
                reason,
                startedAt,
                endedAt,
                at,
                null,
                null);
    }

    /** A run that has not sent anything. */
    public static RunStatus unsent(
            long runId, State state, RunOrder order, String instance, @Nullable String reason, Instant at) {
        Instant ended = state.isEnd() ? at : null;
        return new RunStatus(
                SCHEMA, runId, state, order, instance, 0, 0, 0, 0, 0, 0, 0, 0, false, reason, null, ended, at);
    }

    /** A run that records; {@code reason} also says why it is shorter than it might be. */
    public static RunStatus recording(
            long runId,
            State state,
            RunOrder order,
            String instance,
            @Nullable String reason,
            @Nullable Instant startedAt,
            Instant at,
            @Nullable RecordingProgress progress) {
        Instant ended = state.isEnd() ? at : null;
        return new RunStatus(
                SCHEMA, runId, state, order, instance, 0, 0, 0, 0, 0, 0, 0, 0, false, reason, startedAt, ended, at,
                null, progress);
    }

    /** The same run, failed for this reason. */
    public RunStatus failed(String why, Instant now) {
        return new RunStatus(
                SCHEMA,
                runId,
                State.FAILED,
                order,
                instance,
                planned,
                sent,
                attacks,
                errors,
                refused,
                late,
                0,
                0,
                saturated,
                why,
                startedAt,
                now,
                now,
                playback,
                recording);
    }

    /** The record key. */
    public String key() {
        return Long.toString(runId);
    }

    /** Where a run stands. */
    public enum State {
        /** Accepted; others are executed first. */
        @JsonProperty("queued")
        QUEUED,
        @JsonProperty("running")
        RUNNING,
        /** All that was planned was sent, or tried, in time. */
        @JsonProperty("completed")
        COMPLETED,
        /** Ended by a command. */
        @JsonProperty("stopped")
        STOPPED,
        /** Ended by something else; the reason says what. */
        @JsonProperty("failed")
        FAILED;

        /** Whether nothing comes after it. */
        public boolean isEnd() {
            return this != QUEUED && this != RUNNING;
        }

        /** The name used on every wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
