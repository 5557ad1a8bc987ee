package ai.kongguard.ingest.simulation;

import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.traffic.RunPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run. Open-loop: every request leaves at its planned instant, or as soon after as can be; what is late does not
 * shift what follows. Executed by one thread; the rest may be called by any.
 */
final class Run implements Execution {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    /** The longest sleep, so that a stop is heeded soon. */
    private static final long NAP_NANOS = Duration.ofMillis(20).toNanos();

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);
    private static final Duration ABORTED_ANSWERS = Duration.ofMillis(1_500);
    private static final long SPARE_NANOS = Duration.ofSeconds(5).toNanos();

    private final RunOrder order;
    private final RunPlan plan;
    private final Supplier<RequestSink> sinks;
    private final Bounds bounds;
    private final Redactor redactor;
    private final InstantSource clock;
    private final RunProgress progress;
    private volatile @Nullable String abortReason;
    private volatile boolean stopped;

    Run(
            long runId,
            RunOrder order,
            String instance,
            Supplier<RequestSink> sinks,
            Bounds bounds,
            Redactor redactor,
            InstantSource clock) {
        this.order = order;
        this.plan = new RunPlan(order);
        this.sinks = sinks;
        this.bounds = bounds;
        this.redactor = redactor;
        this.clock = clock;
        this.progress = new RunProgress(runId, order, instance, plan.requests());
    }

    @Override
    public long runId() {
        return progress.runId();
    }

    @Override
    public RunOrder order() {
        return order;
    }

    @Override
    public RunStatus status(Instant now) {
        return progress.status(now);
    }

    @Override
    public void saturated(String reason) {
        if (progress.isRunning()) {
            progress.saturated(reason);
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public void abort(String reason) {
        abortReason = reason;
        stopped = true;
    }

    @Override
    public void run() {
        try {
            boolean all = !stopped && send();
            progress.awaitAnswers(abortReason == null ? LAST_ANSWERS : ABORTED_ANSWERS);
            String aborted = abortReason;
            String failure = aborted != null
                    ? aborted + progress.unanswered()
                    : all || stopped ? progress.totalFailure() : tooSlow();
            State end = failure != null ? State.FAILED : all ? State.COMPLETED : State.STOPPED;
            progress.end(end, failure, clock.instant());
        } catch (RefusedRunException e) {
            progress.end(State.FAILED, e.getMessage(), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("Run {} failed", progress.runId(), e);
            progress.end(State.FAILED, e.toString(), clock.instant());
        }
    }

    /** Whether all was sent. */
    private boolean send() {
        RequestSink sink = sinks.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant wished = order.startAt();
        Instant start = wished == null ? now : wished;
        RunRequests requests = new RunRequests(progress.runId(), order, plan, start, bounds, redactor);
        progress.started(start);
        long from = System.nanoTime();
        long latest = from + 2 * Duration.ofMillis(order.durationMs()).toNanos() + SPARE_NANOS;
        for (long i = 0; i < plan.requests(); i++) {
            // Made before it is due, so that it leaves when it is.
            RunRequest request = requests.at(i);
            long due = from + plan.offsetNanos(i);
            long left = sleepUntil(due);
            if (stopped || left > latest) {
                return false;
            }
            progress.leaves(left - due);
            sink.send(request, progress.outcome(request.generated().truth().attack()));
        }
        progress.nothingIsDue();
        return true;
    }

    /** The monotonic time at which it returned: not before {@code due}, unless the run was stopped. */
    private long sleepUntil(long due) {
        long now = System.nanoTime();
        while (now < due && !stopped) {
            LockSupport.parkNanos(Math.min(due - now, NAP_NANOS));
            now = System.nanoTime();
        }
        return now;
    }

    private String tooSlow() {
        return "not all requests could be sent in twice the duration: this machine is too slow for the rate";
    }
}
