package ai.kongguard.ingest.simulation;

import ai.kongguard.event.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs of others that are not over, by the newest word on each. Thread-safe. */
final class Leases {

    /** While the topic is read from its beginning, the next word may be on its way. */
    private static final long SETTLED_NANOS = Duration.ofSeconds(2).toNanos();

    private final Map<Long, Word> open = new HashMap<>();

    synchronized void observe(RunStatus status) {
        if (status.state().isEnd()) {
            open.remove(status.runId());
        } else {
            open.put(status.runId(), new Word(status, System.nanoTime()));
        }
    }

    /** Those whose newest word is older than this, each once. */
    synchronized List<RunStatus> takeExpired(Instant now, Duration lease) {
        long nanos = System.nanoTime();
        List<RunStatus> expired = open.values().stream()
                .filter(word -> nanos - word.heardNanos > SETTLED_NANOS)
                .map(Word::status)
                .filter(status -> status.at().plus(lease).isBefore(now))
                .toList();
        expired.forEach(status -> open.remove(status.runId()));
        return expired;
    }

    private record Word(RunStatus status, long heardNanos) {}
}
