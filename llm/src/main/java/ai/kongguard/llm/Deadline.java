package ai.kongguard.llm;

import java.time.Duration;

/** When one question has to be done with. Immutable. */
final class Deadline {

    private final long startNanos = System.nanoTime();
    private final Duration total;

    Deadline(Duration total) {
        this.total = total;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Not above zero when it has passed. */
    Duration left() {
        return total.minus(elapsed());
    }
}
