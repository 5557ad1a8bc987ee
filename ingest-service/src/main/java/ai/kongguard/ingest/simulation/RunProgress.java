package ai.kongguard.ingest.simulation;

import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.ingest.simulation.RequestSink.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a run has done so far. Thread-safe. */
final class RunProgress {

    private static final long LATE_NANOS = Duration.ofMillis(RunStatus.LATE_MS).toNanos();

    /** Overdue by this much, the plan is not kept. */
    private static final long SATURATED_NANOS = Duration.ofMillis(500).toNanos();

    private final long runId;
    private final RunOrder order;
    private final String instance;
    private final long planned;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong attacks = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private volatile long behindNanos;
    private volatile @Nullable String saturation;
    private volatile @Nullable String lastError;
    private volatile @Nullable Instant startedAt;
    private volatile @Nullable RunStatus end;
    private long lastSent;
    private long lastNanos = System.nanoTime();

    RunProgress(long runId, RunOrder order, String instance, long planned) {
        this.runId = runId;
        this.order = order;
        this.instance = instance;
        this.planned = planned;
    }

    long runId() {
        return runId;
    }

    RunOrder order() {
        return order;
    }

    void started(Instant start) {
        startedAt = start;
    }

    boolean isRunning() {
        return startedAt != null && end == null;
    }

    /** The next request leaves, this long after it was due. */
    void leaves(long nanosLate) {
        begun.incrementAndGet();
        behindNanos = Math.max(0, nanosLate);
        if (nanosLate > LATE_NANOS) {
            late.incrementAndGet();
        }
        if (nanosLate > SATURATED_NANOS) {
            saturated("the sender cannot keep up: requests left more than 500 ms after they were due");
        }
    }

    void nothingIsDue() {
        behindNanos = 0;
    }

    /** The plan is not kept, for this reason; the first one is told. */
    void saturated(String reason) {
        if (saturation == null) {
            saturation = reason;
        }
    }

    Outcome outcome(boolean attack) {
        return new Outcome() {
            @Override
            public void sent(boolean wasRefused) {
                if (attack) {
                    attacks.incrementAndGet();
                }
                if (wasRefused) {
                    refused.incrementAndGet();
                }
                sent.incrementAndGet();
            }

            @Override
            public void failed(String reason) {
                lastError = reason;
                errors.incrementAndGet();
            }
        };
    }

    /** Waits until all that left was answered, at most this long. */
    void awaitAnswers(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (sent.get() + errors.get() < begun.get() && System.nanoTime() < until) {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What is not known at an early end, to be added to its reason; empty when all that left was answered. */
    String unanswered() {
        long open = begun.get() - sent.get() - errors.get();
        return open <= 0 ? "" : "; of " + open + " requests it is not known whether they arrived";
    }

    /** Why nothing at all arrived; null when something did, or nothing was tried. */
    @Nullable String totalFailure() {
        return sent.get() == 0 && errors.get() > 0 ? "nothing could be sent: " + lastError : null;
    }

    void end(State state, @Nullable String reason, Instant now) {
        end = snapshot(state, reason, now, now);
    }

    /** How it stands, once it has ended how it ended. One thread at a time. */
    RunStatus status(Instant now) {
        RunStatus ended = end;
        return ended != null ? ended : snapshot(startedAt == null ? State.QUEUED : State.RUNNING, null, null, now);
    }

    private synchronized RunStatus snapshot(
            State state, @Nullable String failure, @Nullable Instant endedAt, Instant now) {
        long nanos = System.nanoTime();
        // In this order, so that there are never more attacks than requests.
        long attacksNow = attacks.get();
        long sentNow = sent.get();
        double seconds = Math.max(1e-3, (nanos - lastNanos) / 1e9);
        double rate = endedAt != null ? 0 : Math.round((sentNow - lastSent) / seconds * 10) / 10.0;
        lastSent = sentNow;
        lastNanos = nanos;
        String error = errors.get() > 0 ? "some requests could not be sent: " + lastError : null;
        String reason = failure != null ? failure : saturation != null ? saturation : error;
        return new RunStatus(
                RunStatus.SCHEMA,
                runId,
                state,
                order,
                instance,
                planned,
                sentNow,
                Math.min(attacksNow, sentNow),
                errors.get(),
                refused.get(),
                late.get(),
                behindNanos / 1_000_000,
                rate,
                saturation != null,
                reason,
                startedAt,
                endedAt,
                now);
    }
}
