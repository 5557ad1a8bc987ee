package ai.kongguard.gateway.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Reads what people and programs write in a query; names the parameter that cannot be read. */
final class QueryText {

    /** Later instants than this have more milliseconds than a number can hold, or are a slip. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final String INSTANT = "must be like 2026-11-24T18:00:00Z, or milliseconds since 1970";

    private QueryText() {}

    /** ISO-8601 with a zone, or milliseconds since 1970; from then on, in a year of four digits. */
    static Instant instant(String name, String text) {
        try {
            Instant instant = text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : Instant.parse(text);
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new BadQueryException(name, INSTANT);
        }
        throw new BadQueryException(name, INSTANT);
    }

    /** {@code 10s}, {@code 1m}, {@code PT10S}, or milliseconds. */
    static Duration duration(String name, String text) {
        try {
            return DurationStyle.detectAndParse(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadQueryException(name, "must be a duration like 10s or 1m");
        }
    }

    static int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BadQueryException(name, range(least, most));
        }
        throw new BadQueryException(name, range(least, most));
    }

    /** What existing clients write for yes and no; null when it is neither. */
    static @Nullable Boolean yesOrNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on", "t", "y" -> true;
            case "false", "0", "no", "off", "f", "n", "" -> false;
            default -> null;
        };
    }

    private static String range(int least, int most) {
        return "must be a number from " + least + " to " + most;
    }
}
