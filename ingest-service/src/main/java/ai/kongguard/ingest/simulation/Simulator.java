package ai.kongguard.ingest.simulation;

import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.ingest.IngestMeters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of one ingest instance. A start is given to one instance only; a stop, and every status, to all of them.
 * Thread-safe.
 */
public final class Simulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

    /** Stops and ends that may overtake their start. */
    private static final int REMEMBERED = 2_000;

    /** Seconds of a run's own rate that may wait to be judged, and requests in any case. */
    private static final double BACKLOG_SECONDS = 3;

    private static final long BACKLOG_LEAST = 2_000;

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    /**
     * @param instance the name of this instance, which no other has or had
     * @param concurrentRuns that are executed at once; others wait
     * @param concurrentRecordings the same of recordings and replays, which may take long
     * @param startWithin how old a start may be
     * @param lease after which a run whose executor says nothing has failed
     */
    public record Settings(
            String instance, int concurrentRuns, int concurrentRecordings, Duration startWithin, Duration lease) {}

    private final Settings settings;
    private final Executions executions;
    private final StatusSink statuses;
    private final IngestMeters meters;
    private final Backlog backlog;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final ExecutorService recordings;
    private final Map<Long, Execution> own = new ConcurrentHashMap<>();
    private final Leases leases = new Leases();
    private final Map<Long, State> over = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Long, State> eldest) {
            return size() > REMEMBERED;
        }
    });

    public Simulator(
            Settings settings,
            Executions executions,
            StatusSink statuses,
            IngestMeters meters,
            Backlog backlog,
            InstantSource clock) {
        this.settings = settings;
        this.executions = executions;
        this.statuses = statuses;
        this.meters = meters;
        this.backlog = backlog;
        this.clock = clock;
        this.threads =
                Executors.newFixedThreadPool(settings.concurrentRuns(), task -> new Thread(task, "simulator-run"));
        this.recordings = Executors.newFixedThreadPool(
                settings.concurrentRecordings(), task -> new Thread(task, "recording-run"));
    }

    /** Makes what executes a run. */
    @FunctionalInterface
    public interface Executions {
        Execution of(long runId, RunOrder order, String instance);
    }

    /** Executes a run; at once when it is a quick attack, else as soon as there is a free thread. */
    public void start(RunCommand command) {
        RunOrder order = command.order();
        if (order == null || own.containsKey(command.runId())) {
            return;
        }
        long runId = command.runId();
        Instant now = clock.instant();
        State before = over.get(runId);
        if (before == State.STOPPED) {
            tell(RunStatus.unsent(runId, State.STOPPED, order, settings.instance(), null, now));
            return;
        }
        if (before != null) {
            return;
        }
        if (command.issuedAt().plus(settings.startWithin()).isBefore(now)) {
            String reason = "no ingest instance took it within "
                    + settings.startWithin().toSeconds() + " s";
            tell(RunStatus.unsent(runId, State.FAILED, order, settings.instance(), reason, now));
            return;
        }
        Execution run = executions.of(runId, order, settings.instance());
        own.put(runId, run);
        if (order.strategy() == RunOrder.Strategy.QUICK) {
            execute(run);
            return;
        }
        synchronized (run) {
            tell(run.status(now));
        }
        (order.strategy().isGenerated() ? threads : recordings).execute(() -> execute(run));
    }

    /** Ends a run if it is executed here, or when it is going to be. */
    public void stop(long runId) {
        over.putIfAbsent(runId, State.STOPPED);
        Execution run = own.get(runId);
        if (run != null) {
            run.stop();
        }
    }

    /** Something other than a start or a stop is asked of a run, which heeds it if it is executed here. */
    public void obey(RunCommand command) {
        Execution run = own.get(command.runId());
        if (run != null) {
            run.obey(command);
        }
    }

    /** Takes note of a status that anybody wrote. */
    public void observe(RunStatus status) {
        boolean isOwn = status.instance().equals(settings.instance());
        if (status.state().isEnd()) {
            over.put(status.runId(), status.state());
            Execution run = own.get(status.runId());
            if (run != null && status.state() == State.FAILED) {
                run.abort("another instance took this one for dead");
            }
        }
        if (!isOwn || status.state().isEnd()) {
            leases.observe(status);
        }
    }

    /** Publishes how this instance's runs stand, and the failure of others' whose executor is silent. */
    public void tick() {
        Instant now = clock.instant();
        for (Execution run : own.values()) {
            checkBacklog(run);
            // In turn with the end, after which nothing may come.
            synchronized (run) {
                RunStatus status = run.status(now);
                if (!status.state().isEnd()) {
                    tell(status);
                }
            }
        }
        for (RunStatus silent : leases.takeExpired(now, settings.lease())) {
            LOG.warn("Run {} failed: {} is silent", silent.runId(), silent.instance());
            statuses.publish(silent.failed("the instance that executed it vanished: " + silent.instance(), now));
        }
    }

    /** Ends all runs, and says so. */
    @Override
    public void close() {
        own.values().forEach(run -> run.abort("the ingest instance was shut down"));
        threads.shutdown();
        recordings.shutdown();
        long until = System.nanoTime() + CLOSE_PATIENCE.toNanos();
        try {
            if (!threads.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS)
                    || !recordings.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("Some runs did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void execute(Execution run) {
        run.run();
        synchronized (run) {
            tell(run.status(clock.instant()));
        }
        own.remove(run.runId());
    }

    private void tell(RunStatus status) {
        statuses.publish(status);
        meters.run(status);
    }

    private void checkBacklog(Execution run) {
        RunOrder order = run.order();
        long limit = Math.max(BACKLOG_LEAST, Math.round(order.rate() * BACKLOG_SECONDS));
        for (String tier : order.tiers()) {
            OptionalLong waiting = backlog.of(tier);
            if (waiting.isPresent() && waiting.getAsLong() > limit) {
                run.saturated("the analyzers of tier " + tier + " cannot keep up: " + waiting.getAsLong()
                        + " requests wait to be judged");
            }
        }
    }
}
