package ai.kongguard.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When metrics leave: as soon as they show something else, but ten times a second at most, and every second. One thread. */
public final class MetricsPace {

    private static final long AT_MOST_EVERY = Duration.ofMillis(100).toNanos();
    private static final long AT_LEAST_EVERY = Duration.ofSeconds(1).toNanos();

    private @Nullable Tiles last;
    private long lastNanos;

    /** Whether these are to be sent at this instant of a monotonic clock; taken for sent if so. */
    public boolean isDue(Tiles tiles, long nanos) {
        boolean changed = last == null || !tiles.showsSameAs(last);
        if (nanos - lastNanos < (changed ? AT_MOST_EVERY : AT_LEAST_EVERY)) {
            return false;
        }
        last = tiles;
        lastNanos = nanos;
        return true;
    }
}
