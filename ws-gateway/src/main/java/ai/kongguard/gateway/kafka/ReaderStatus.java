package ai.kongguard.gateway.kafka;

import org.jspecify.annotations.Nullable;

/**
 * How a reader does. Immutable.
 *
 * @param waitingFor what it waits for; null when it reads what comes
 * @param behind offsets that it has still to read; -1 when not known
 * @param polledNanos monotonic time of its last poll, of this status
 */
public record ReaderStatus(@Nullable String waitingFor, long behind, long polledNanos) {

    static ReaderStatus waiting(String what) {
        return new ReaderStatus(what, -1, System.nanoTime());
    }

    static ReaderStatus failed(Throwable failure) {
        return waiting("Kafka, after " + failure);
    }

    /** {@code remaining} offsets before live, -1 when the topic has no partitions; {@code behind} offsets to its end. */
    static ReaderStatus reading(long remaining, long behind) {
        if (remaining < 0) {
            return waiting("the topic to be created");
        }
        String what = remaining > 0 ? remaining + " offsets to be read" : null;
        return new ReaderStatus(what, Math.max(remaining, behind), System.nanoTime());
    }
}
