package ai.kongguard.replay.convert;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Sizes and durations as logs write them. */
final class Numbers {

    private static final int MAX_LENGTH = 32;

    private Numbers() {}

    /** Absent for what is no number of 0 or more. */
    static OptionalDouble of(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(text);
            return number >= 0 && number <= Long.MAX_VALUE ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
