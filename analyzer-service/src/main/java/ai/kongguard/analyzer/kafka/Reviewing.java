package ai.kongguard.analyzer.kafka;

import ai.kongguard.analyzer.review.AskedOnce;
import ai.kongguard.analyzer.review.TierReport;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;

/** All that reviews in one analyzer, which is nothing when there is no model to ask. */
public final class Reviewing implements SmartLifecycle {

    private static final long TRY_AGAIN_MILLIS = 500;

    private final TierReport report;
    private final BiFunction<TrafficEvent, Verdict, Optional<Escalation>> escalations;
    private final @Nullable Parts parts;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread ticker = new Thread(task, "analyzer-review-ticks");
        ticker.setDaemon(true);
        return ticker;
    });
    private volatile boolean running;

    /**
     * What works together.
     *
     * @param notes is closed last of those that read
     * @param pools ask models and write revisions; they are shut down at the end
     */
    public record Parts(AskedOnce asked, NoteReader notes, EscalationReaders readers, List<ExecutorService> pools) {}

    private Reviewing(
            TierReport report,
            BiFunction<TrafficEvent, Verdict, Optional<Escalation>> escalations,
            @Nullable Parts parts) {
        this.report = report;
        this.escalations = escalations;
        this.parts = parts;
    }

    /** Nothing is escalated. */
    public static Reviewing nothing(TierReport report) {
        return new Reviewing(report, (event, verdict) -> Optional.empty(), null);
    }

    /** {@code escalations} tells which verdicts are to be reviewed. */
    public static Reviewing with(
            TierReport report, BiFunction<TrafficEvent, Verdict, Optional<Escalation>> escalations, Parts parts) {
        return new Reviewing(report, escalations, parts);
    }

    /** How it goes. */
    public TierReport report() {
        return report;
    }

    /** Which verdicts are to be reviewed. */
    public BiFunction<TrafficEvent, Verdict, Optional<Escalation>> escalations() {
        return escalations;
    }

    @Override
    public void start() {
        running = true;
        if (parts != null) {
            parts.readers.start();
            var unused = ticks.scheduleWithFixedDelay(
                    parts.asked::tryAgain, TRY_AGAIN_MILLIS, TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** What is held is given back, and comes again where others are or when this starts again. */
    @Override
    public void stop() {
        running = false;
        ticks.shutdownNow();
        if (parts != null) {
            parts.readers.stop();
            parts.notes.close();
            parts.pools.forEach(ExecutorService::shutdownNow);
        }
    }

    @Override
    public void stop(Runnable callback) {
        new Thread(
                        () -> {
                            try {
                                stop();
                            } finally {
                                callback.run();
                            }
                        },
                        "analyzer-review-stop")
                .start();
    }

    /** While traffic is judged to the end of its batches and the web server answers what it has begun. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
