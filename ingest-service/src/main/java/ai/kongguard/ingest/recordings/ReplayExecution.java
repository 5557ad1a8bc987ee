package ai.kongguard.ingest.recordings;

import ai.kongguard.event.PlaybackOrder;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.ingest.simulation.Execution;
import ai.kongguard.ingest.simulation.RefusedRunException;
import ai.kongguard.recording.Recording;
import ai.kongguard.replay.play.Outlet;
import ai.kongguard.replay.play.PlayCommands;
import ai.kongguard.replay.play.PlaySettings;
import ai.kongguard.replay.play.Player;
import ai.kongguard.replay.play.ReplayRun;
import ai.kongguard.replay.play.SystemPlayClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays a recording of the folder into the running system. */
final class ReplayExecution implements Execution {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayExecution.class);

    private final long runId;
    private final RunOrder order;
    private final String instance;
    private final RecordingFolder folder;
    private final LongFunction<Outlet> outlets;
    private final InstantSource clock;
    private final List<RunCommand> early = new ArrayList<>();
    private volatile @Nullable Playing playing;
    private volatile @Nullable String failure;
    private volatile boolean stopped;

    ReplayExecution(
            long runId,
            RunOrder order,
            String instance,
            RecordingFolder folder,
            LongFunction<Outlet> outlets,
            InstantSource clock) {
        this.runId = runId;
        this.order = order;
        this.instance = instance;
        this.folder = folder;
        this.outlets = outlets;
        this.clock = clock;
    }

    private record Playing(Player player, ReplayRun run) {}

    @Override
    public long runId() {
        return runId;
    }

    @Override
    public RunOrder order() {
        return order;
    }

    @Override
    public void run() {
        if (stopped) {
            return;
        }
        try {
            play();
        } catch (RefusedRunException | IOException e) {
            String message = e.getMessage();
            failure = message == null ? e.toString() : message;
        } catch (RuntimeException e) {
            LOG.error("Replay {} failed", runId, e);
            failure = e.toString();
        }
    }

    private void play() throws IOException {
        PlaybackOrder playback = order.playback();
        if (playback == null) {
            throw new RefusedRunException("a replay has to name a recording");
        }
        Path path = folder.existing(playback.recording());
        Recording recording = Recording.open(path);
        Long cap = playback.gapCapMs();
        PlaySettings settings = new PlaySettings(
                playback.speed() == 0 ? PlaySettings.AS_FAST_AS_POSSIBLE : playback.speed(),
                playback.loops(),
                cap == null ? null : Duration.ofMillis(cap));
        try (Outlet outlet = outlets.apply(runId)) {
            Player player = new Player(recording, settings, outlet, new SystemPlayClock(clock));
            Instant from = playback.from();
            if (from != null) {
                player.seek(from);
            }
            begin(new Playing(player, new ReplayRun(runId, recording, settings, playback, order.tiers(), instance)));
            player.run();
        }
    }

    private synchronized void begin(Playing begun) {
        playing = begun;
        early.forEach(command -> obey(begun, command));
        if (stopped) {
            begun.player.stop();
        }
    }

    @Override
    public RunStatus status(Instant now) {
        Playing begun = playing;
        String failed = failure;
        if (begun == null) {
            State state = failed != null ? State.FAILED : stopped ? State.STOPPED : State.QUEUED;
            return RunStatus.unsent(runId, state, order, instance, failed, now);
        }
        RunStatus status = begun.run.status(begun.player.progress(), now);
        boolean nothing = status.state() == State.COMPLETED && status.sent() == 0 && status.errors() > 0;
        if (nothing) {
            return status.failed("nothing could be sent: " + status.reason(), now);
        }
        return failed != null && status.state().isEnd() ? status.failed(failed, now) : status;
    }

    @Override
    public synchronized void obey(RunCommand command) {
        Playing begun = playing;
        if (begun == null) {
            early.add(command);
        } else {
            obey(begun, command);
        }
    }

    private void obey(Playing begun, RunCommand command) {
        try {
            PlayCommands.obey(begun.player, command);
        } catch (IllegalArgumentException e) {
            LOG.warn("Replay {} does not heed a command: {}", runId, e.getMessage());
        }
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        Playing begun = playing;
        if (begun != null) {
            begun.player.stop();
        }
    }

    @Override
    public void abort(String reason) {
        failure = reason;
        stop();
    }
}
