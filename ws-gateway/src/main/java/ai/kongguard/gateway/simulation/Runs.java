package ai.kongguard.gateway.simulation;

import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunOrder.Strategy;
import ai.kongguard.event.RunOrder.Via;
import ai.kongguard.event.ThreatType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Starts, stops and finds runs; any replica can do so for any run. Thread-safe. */
public final class Runs {

    /** Random bits below the seconds of a run's number, which keep it below 2^53 until 2038. */
    private static final int RANDOM_BITS = 22;

    private final RunBoard board;
    private final CommandSink commands;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** {@code random} must differ from replica to replica. */
    public Runs(RunBoard board, CommandSink commands, InstantSource clock, RandomGenerator random) {
        this.board = board;
        this.commands = commands;
        this.clock = clock;
        this.random = random;
    }

    /** Asks for a run, and gives its number. */
    public long start(RunOrder order) {
        Instant now = clock.instant();
        RunCommand command = RunCommand.start(newId(now), order, now);
        commands.send(command);
        board.commanded(command);
        return command.runId();
    }

    /** Asks for one request, at once. */
    public Quick quick(ThreatType type) {
        Quick quick = prepare(type);
        return send(quick);
    }

    /** The same without sending it, for who has to know its event before. */
    public Quick prepare(ThreatType type) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RunOrder order = new RunOrder(
                Strategy.QUICK, null, 1, 0, List.of(type), List.of(), List.of(), newSeed(), now, Via.TOPIC);
        return new Quick(newId(now), order, order.eventId(now, 0), now);
    }

    /** Sends what was prepared. */
    public Quick send(Quick quick) {
        RunCommand command = RunCommand.start(quick.runId, quick.order, quick.at);
        commands.send(command);
        board.commanded(command);
        return quick;
    }

    /** Asks for the end of a run; false when it is not known. */
    public boolean stop(long runId) {
        Instant now = clock.instant();
        RunView run = board.find(runId, now);
        if (run == null) {
            return false;
        }
        if (!run.state().isEnd()) {
            commands.send(RunCommand.stop(runId, now));
        }
        return true;
    }

    /** The run as it is known now; null when it is not. */
    public @Nullable RunView find(long runId) {
        return board.find(runId, clock.instant());
    }

    /** Runs that are more than one request, newest first. */
    public List<RunView> floods(int max) {
        return board.newestFirst(clock.instant()).stream()
                .filter(RunView::isFlood)
                .limit(max)
                .toList();
    }

    /** Runs that play recordings, newest first. */
    public List<RunView> replays(int max) {
        return board.newestFirst(clock.instant()).stream()
                .filter(RunView::isReplay)
                .limit(max)
                .toList();
    }

    /** Runs that record, newest first. */
    public List<RunView> recordings(int max) {
        return board.newestFirst(clock.instant()).stream()
                .filter(RunView::isRecording)
                .limit(max)
                .toList();
    }

    /** Asks something of a run that goes on, at this instant. */
    public void ask(Function<Instant, RunCommand> command) {
        commands.send(command.apply(clock.instant()));
    }

    /** A seed that JavaScript can hold. */
    public long newSeed() {
        return random.nextLong(RunOrder.MAX_SEED);
    }

    private long newId(Instant now) {
        long id;
        do {
            id = (now.getEpochSecond() << RANDOM_BITS) + random.nextLong(1L << RANDOM_BITS);
        } while (board.find(id, now) != null);
        return id;
    }

    /**
     * A single request.
     *
     * @param eventId the id its event is going to have
     */
    public record Quick(long runId, RunOrder order, String eventId, Instant at) {}
}
