package ai.kongguard.event;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of record components. Decoding passes null for an absent field whatever the component's type says. */
final class Required {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private Required() {}

    static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
        return value;
    }

    /** Of a recording: what is a file's name everywhere, and leads nowhere else. */
    static String name(String field, @Nullable String value) {
        if (value == null || !isName(value)) {
            throw new IllegalArgumentException(field + " must be 1 to 100 letters, digits, '.', '_' and '-', beginning"
                    + " with a letter or a digit");
        }
        return value;
    }

    static boolean isName(String value) {
        return NAME.matcher(value).matches();
    }

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " must be present");
        }
        return value;
    }

    static double unit(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(field + " must be from 0 to 1, was " + value);
        }
        return value;
    }

    static long notNegative(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " must not be negative, was " + value);
        }
        return value;
    }

    static long within(String field, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(field + " must be from " + low + " to " + high + ", was " + value);
        }
        return value;
    }

    static @Nullable List<Long> counts(String field, @Nullable List<Long> counts, int size) {
        if (counts != null && (counts.size() != size || counts.stream().anyMatch(Objects::isNull))) {
            throw new IllegalArgumentException(field + " must be " + size + " numbers, was " + counts);
        }
        return counts == null ? null : List.copyOf(counts);
    }

    static <T> T orElse(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    static String textOrElse(@Nullable String value, String fallback) {
        return value == null || value.isBlank() ? fallback : value;
    }
}
