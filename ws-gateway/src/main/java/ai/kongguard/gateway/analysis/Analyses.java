package ai.kongguard.gateway.analysis;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.simulation.AwaitedVerdicts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Has requests judged by whoever judges all traffic, and waits without a thread. Thread-safe. */
public final class Analyses {

    private final TrafficSink traffic;
    private final AwaitedVerdicts awaited;
    private final ThinkingFrames frames;
    private final Duration timeout;
    private final int maxWaiting;
    private final Semaphore room;

    /** {@code maxWaiting} requests may wait at once, each as long as {@code timeout}. */
    public Analyses(
            TrafficSink traffic, AwaitedVerdicts awaited, ThinkingFrames frames, Duration timeout, int maxWaiting) {
        this.traffic = traffic;
        this.awaited = awaited;
        this.frames = frames;
        this.timeout = timeout;
        this.maxWaiting = maxWaiting;
        this.room = new Semaphore(maxWaiting);
    }

    /**
     * The first verdict of {@code tier} on an event that nobody has published yet. It fails with an
     * {@link EventNotStoredException}, or with a {@link java.util.concurrent.TimeoutException} when the tier says nothing
     * in time; the event may be judged all the same, later.
     *
     * @throws TooManyAnalysesException if too many wait; the event is not published
     */
    public CompletableFuture<Verdict> judge(TrafficEvent event, String tier) {
        if (!room.tryAcquire()) {
            throw new TooManyAnalysesException(maxWaiting);
        }
        CompletableFuture<Verdict> verdict = awaited.expect(event.eventId(), tier);
        var unused = verdict.whenComplete((judged, failure) -> {
            awaited.forget(event.eventId(), tier);
            room.release();
            if (judged != null) {
                frames.ended(judged);
            }
        });
        frames.started(tier);
        verdict = verdict.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        publish(event, verdict);
        return verdict;
    }

    /** How long each may wait. */
    public Duration timeout() {
        return timeout;
    }

    private void publish(TrafficEvent event, CompletableFuture<Verdict> verdict) {
        var unused = traffic.publish(event).whenComplete((stored, failure) -> {
            if (failure != null) {
                verdict.completeExceptionally(new EventNotStoredException(failure));
            }
        });
    }
}
