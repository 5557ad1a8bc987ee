package ai.kongguard.gateway;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Asks the clients of a gateway that stops to come back one after the other, since all of them at once would be a load
 * that no other time of the day has. Thread-safe if its generator is.
 */
public final class Reconnection {

    private static final long SOONEST_MS = 500;

    private final long latestMs;
    private final RandomGenerator random;

    /** Delays are spread up to {@code within}, at least a second. */
    public Reconnection(Duration within, RandomGenerator random) {
        this.latestMs = within.toMillis();
        this.random = random;
    }

    /** The text of one client's close frame; another delay each time. */
    public String text() {
        return CloseReason.SHUTDOWN.text() + ": reconnect in " + random.nextLong(SOONEST_MS, latestMs + 1) + " ms";
    }
}
