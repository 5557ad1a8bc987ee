package ai.kongguard.replay.convert;

import ai.kongguard.intake.MalformedEntryException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as logs write them. */
final class Times {

    /** As nginx and Apache write it by default. */
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

    /** Seconds beyond this are milliseconds. */
    private static final BigDecimal MAX_SECONDS = new BigDecimal("100000000000");

    private static final BigDecimal MAX_MILLIS = new BigDecimal("4102444800000");
    private static final int MAX_LENGTH = 40;

    private Times() {}

    /**
     * From ISO 8601, epoch seconds or milliseconds, or {@code 28/Nov/2026:01:02:03 +0000}; null for none.
     *
     * @throws MalformedEntryException if it is not of these
     */
    static @Nullable Instant parse(String field, @Nullable String text) {
        String time = text == null ? "" : text.strip();
        if (time.isEmpty() || time.equals("-")) {
            return null;
        }
        try {
            if (time.length() <= MAX_LENGTH && time.indexOf(':') < 0) {
                return epoch(new BigDecimal(time));
            }
            return time.indexOf('/') > 0
                    ? OffsetDateTime.parse(time, LOCAL).toInstant()
                    : OffsetDateTime.parse(time.replace(' ', 'T')).toInstant();
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new MalformedEntryException(field + ": is no time");
        }
    }

    private static Instant epoch(BigDecimal number) {
        BigDecimal millis = number.compareTo(MAX_SECONDS) < 0 ? number.movePointRight(3) : number;
        if (millis.signum() < 0 || millis.compareTo(MAX_MILLIS) > 0) {
            throw new DateTimeException("out of range");
        }
        return Instant.ofEpochMilli(millis.longValue());
    }
}
