package ai.kongguard.traffic.attack.grammar;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Numbers from {@code low} to {@code high}, both included. */
record Range(int low, int high) {

    private static final String DOTS = "..";
    private static final int MOST_DIGITS = 9;

    int draw(SplittableRandom random) {
        return random.nextInt(low, high + 1);
    }

    /** Reads {@code 3..9}; null when it is something else. */
    static @Nullable Range parse(String text) {
        int dots = text.indexOf(DOTS);
        if (dots < 1) {
            return null;
        }
        String low = text.substring(0, dots);
        String high = text.substring(dots + DOTS.length());
        if (!isNumber(low) || !isNumber(high)) {
            return null;
        }
        Range range = new Range(Integer.parseInt(low), Integer.parseInt(high));
        if (range.low > range.high) {
            throw new IllegalArgumentException("The range is upside down: " + text);
        }
        return range;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> (c >= '0') && (c <= '9'));
    }
}
