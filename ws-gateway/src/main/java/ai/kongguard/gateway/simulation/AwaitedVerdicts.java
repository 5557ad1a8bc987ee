package ai.kongguard.gateway.simulation;

import ai.kongguard.event.Verdict;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Verdicts that somebody waits for, each the first of its tier on its event. Thread-safe. */
public final class AwaitedVerdicts {

    private final String primaryTier;
    private final Map<Awaited, CompletableFuture<Verdict>> waiting = new ConcurrentHashMap<>();

    public AwaitedVerdicts(String primaryTier) {
        this.primaryTier = primaryTier;
    }

    /** Begins to wait for the primary tier; to be called before the event is sent. */
    public CompletableFuture<Verdict> expect(String eventId) {
        return expect(eventId, primaryTier);
    }

    /** Begins to wait for a tier; to be called before the event is sent. */
    public CompletableFuture<Verdict> expect(String eventId, String tier) {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        waiting.put(new Awaited(eventId, tier), verdict);
        return verdict;
    }

    /** Waits for the primary tier no longer. */
    public void forget(String eventId) {
        forget(eventId, primaryTier);
    }

    /** Waits for a tier no longer. */
    public void forget(String eventId, String tier) {
        waiting.remove(new Awaited(eventId, tier));
    }

    /** A verdict was read. */
    public void judged(Verdict verdict) {
        CompletableFuture<Verdict> expected = waiting.remove(new Awaited(verdict.eventId(), verdict.tier()));
        if (expected != null) {
            expected.complete(verdict);
        }
    }

    private record Awaited(String eventId, String tier) {}
}
