package ai.kongguard.gateway.kafka;

import org.jspecify.annotations.Nullable;

/**
 * How a reader does. Immutable.
 *
 * @param waitingFor what it waits for; null when it reads what comes
 * @param polledNanos monotonic time of its last poll, of this status
 */
public record ReaderStatus(@Nullable String waitingFor, long polledNanos) {

    static ReaderStatus waiting(String what) {
        return new ReaderStatus(what, System.nanoTime());
    }

    static ReaderStatus failed(Throwable failure) {
        return waiting("Kafka, after " + failure);
    }

    /** {@code remaining} offsets before live; -1 when the topic has no partitions. */
    static ReaderStatus reading(long remaining) {
        if (remaining < 0) {
            return waiting("the topic to be created");
        }
        return remaining > 0 ? waiting(remaining + " offsets to be read") : new ReaderStatus(null, System.nanoTime());
    }
}
