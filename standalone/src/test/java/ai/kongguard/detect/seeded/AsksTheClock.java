package ai.kongguard.detect.seeded;

import java.time.Instant;

/** Breaks: time is asked of an injected InstantSource. */
public final class AsksTheClock {

    private AsksTheClock() {}

    static Instant time() {
        return Instant.now();
    }
}
