package ai.kongguard.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The sizes of windows that can be asked for, and how long they are kept here. Shortest first. */
public enum Step {
    SECOND(Duration.ofSeconds(1), Duration.ofMinutes(15)),
    TEN_SECONDS(Duration.ofSeconds(10), Duration.ofHours(3)),
    MINUTE(Duration.ofMinutes(1), Duration.ofHours(24)),
    /** These begin every minute, and so overlap. */
    FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofHours(24));

    private final Duration size;
    private final Duration kept;

    Step(Duration size, Duration kept) {
        this.size = size;
        this.kept = kept;
    }

    /** Length of the windows. */
    public Duration size() {
        return size;
    }

    /** How far back they go. */
    public Duration kept() {
        return kept;
    }

    /** The longest windows that are not longer than what is asked for; null below a second. */
    public static @Nullable Step of(Duration asked) {
        Step longest = null;
        for (Step step : values()) {
            longest = asked.compareTo(step.size) >= 0 ? step : longest;
        }
        return longest;
    }

    static @Nullable Step ofSize(long sizeMs) {
        for (Step step : values()) {
            if (step.size.toMillis() == sizeMs) {
                return step;
            }
        }
        return null;
    }
}
