package ai.kongguard.standalone.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as people give it: {@code 2026-11-28T01:02:03Z}, {@code now}, {@code -15m} or {@code +2h}. */
final class TimeOption implements ITypeConverter<Instant> {

    private final InstantSource clock;

    TimeOption(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant convert(String text) {
        try {
            if (text.equals("now")) {
                return clock.instant();
            }
            char sign = text.isEmpty() ? ' ' : text.charAt(0);
            if (sign == '-' || sign == '+') {
                Duration far = duration(text.substring(1));
                return sign == '-'
                        ? clock.instant().minus(far)
                        : clock.instant().plus(far);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException(
                    "must be now, like -15m or +2h (s, m, h, d), or like 2026-11-28T01:02:03Z, was '" + text + "'");
        }
    }

    private static Duration duration(String text) {
        return Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text);
    }
}
