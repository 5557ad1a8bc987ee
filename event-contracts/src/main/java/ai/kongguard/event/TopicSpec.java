package ai.kongguard.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a topic is laid out. Immutable.
 *
 * @param name without prefix
 * @param spread whether it has as many partitions as configured; else it has one
 * @param compact whether only the newest record of a key is kept
 * @param retention how long a record is kept; null for ever
 */
public record TopicSpec(String name, boolean spread, boolean compact, @Nullable Duration retention) {

    static TopicSpec spread(String name) {
        return new TopicSpec(name, true, false, null);
    }

    static TopicSpec single(String name) {
        return new TopicSpec(name, false, false, null);
    }

    TopicSpec deleted(Duration after) {
        return new TopicSpec(name, spread, false, after);
    }

    TopicSpec compacted() {
        return new TopicSpec(name, spread, true, null);
    }

    TopicSpec compactedAndDeleted(Duration after) {
        return new TopicSpec(name, spread, true, after);
    }

    /** Kafka's {@code cleanup.policy}. */
    public String cleanupPolicy() {
        if (!compact) {
            return "delete";
        }
        return retention == null ? "compact" : "compact,delete";
    }
}
