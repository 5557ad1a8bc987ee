package ai.kongguard.replay.play;

import ai.kongguard.event.PlaybackOrder;
import ai.kongguard.event.PlaybackStatus;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of a replay as the simulator tells of its runs, so that whoever shows those shows it too. One thread. */
public final class ReplayRun {

    /** Overdue by this much, the pace is not kept. */
    private static final Duration SATURATED = Duration.ofMillis(500);

    private final long runId;
    private final RunOrder order;
    private final int loops;
    private final String instance;
    private boolean saturated;
    private @Nullable Instant startedAt;
    private @Nullable Instant toldAt;
    private long toldSent;

    /** Of a file that nobody else has; {@code instance} executes it, and is unique. */
    public ReplayRun(long runId, Recording recording, PlaySettings settings, String instance) {
        this(runId, recording, settings, null, List.of(), instance);
    }

    /**
     * @param playback what was asked for; null for a file that ingest does not have
     * @param tiers that results are reported for; empty for all
     * @param instance who executes it; unique
     */
    public ReplayRun(
            long runId,
            Recording recording,
            PlaySettings settings,
            @Nullable PlaybackOrder playback,
            List<String> tiers,
            String instance) {
        this.runId = runId;
        this.order = order(recording, settings, playback, tiers);
        this.loops = settings.loops();
        this.instance = instance;
    }

    /** How it goes at this instant. Nobody knows beforehand how many records are no traffic: what is planned shrinks by them. */
    public RunStatus status(PlayProgress progress, Instant now) {
        State state =
                switch (progress.state()) {
                    case READY -> State.QUEUED;
                    case RUNNING, PAUSED -> State.RUNNING;
                    case COMPLETED -> State.COMPLETED;
                    case STOPPED -> State.STOPPED;
                    case FAILED -> State.FAILED;
                };
        if (startedAt == null && state != State.QUEUED) {
            startedAt = now.minus(progress.elapsed());
        }
        saturated |= progress.behind().compareTo(SATURATED) > 0;
        long planned = Math.max(0, progress.records() * loops - progress.skipped());
        String why = progress.reason();
        return new RunStatus(
                RunStatus.SCHEMA,
                runId,
                state,
                order,
                instance,
                planned,
                progress.sent(),
                progress.attacks(),
                progress.errors(),
                0,
                progress.late(),
                progress.behind().toMillis(),
                state.isEnd() ? 0 : rate(progress.sent(), now),
                saturated,
                why != null || !saturated ? why : "the player cannot keep up: records left more than 500 ms late",
                startedAt,
                state.isEnd() ? now : null,
                now,
                playback(progress),
                null);
    }

    private double rate(long sent, Instant now) {
        long millis = toldAt == null ? 0 : Duration.between(toldAt, now).toMillis();
        double rate = millis <= 0 ? 0 : Math.round((sent - toldSent) * 10_000.0 / millis) / 10.0;
        toldAt = now;
        toldSent = sent;
        return rate;
    }

    private static PlaybackStatus playback(PlayProgress progress) {
        return new PlaybackStatus(
                progress.state() == PlayState.PAUSED,
                progress.loop(),
                progress.position(),
                progress.records() < 0 ? null : progress.records(),
                progress.skipped(),
                progress.recordingTime(),
                progress.elapsed().toMillis());
    }

    private static RunOrder order(
            Recording recording, PlaySettings settings, @Nullable PlaybackOrder playback, List<String> tiers) {
        RecordingIndex index = recording.index();
        return RunOrder.replay(
                playback,
                tiers,
                index == null ? 0 : index.records(),
                index == null ? 0 : Math.max(0, index.maxTimestamp() - index.minTimestamp()),
                settings.isTimed() ? settings.speed() : 0,
                settings.loops());
    }
}
