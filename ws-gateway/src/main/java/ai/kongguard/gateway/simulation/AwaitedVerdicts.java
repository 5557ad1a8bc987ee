package ai.kongguard.gateway.simulation;

import ai.kongguard.event.Verdict;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Verdicts that somebody waits for, the first ones of one tier. Thread-safe. */
public final class AwaitedVerdicts {

    private final String tier;
    private final Map<String, CompletableFuture<Verdict>> waiting = new ConcurrentHashMap<>();

    public AwaitedVerdicts(String tier) {
        this.tier = tier;
    }

    /** Begins to wait; to be called before the event is sent. */
    public CompletableFuture<Verdict> expect(String eventId) {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        waiting.put(eventId, verdict);
        return verdict;
    }

    /** Waits no longer. */
    public void forget(String eventId) {
        waiting.remove(eventId);
    }

    /** A verdict was read. */
    public void judged(Verdict verdict) {
        CompletableFuture<Verdict> expected = verdict.tier().equals(tier) ? waiting.remove(verdict.eventId()) : null;
        if (expected != null) {
            expected.complete(verdict);
        }
    }
}
