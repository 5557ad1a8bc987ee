package ai.kongguard.llm;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Calls and money that may be spent in a minute and in a day of UTC, by this process. What a call may cost is reserved
 * before it is made, at the most it can be, and settled after it, so that calls side by side stay within. Thread-safe.
 */
final class Budget {

    private final Limits limits;
    private final InstantSource clock;
    private final Spent minute = new Spent(ChronoUnit.MINUTES);
    private final Spent day = new Spent(ChronoUnit.DAYS);

    Budget(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes one call and this much money.
     *
     * @param usd the most that the call can cost; 0 when its price is not known
     * @return null, and nothing is taken, when that would be more than is left
     */
    synchronized @Nullable Reservation reserve(double usd) {
        Instant now = clock.instant();
        minute.turn(now);
        day.turn(now);
        if (!minute.fits(usd, limits.callsPerMinute(), limits.costPerMinute())
                || !day.fits(usd, limits.callsPerDay(), limits.costPerDay())) {
            return null;
        }
        minute.add(1, usd);
        day.add(1, usd);
        return new Reservation(minute.start, day.start, usd);
    }

    /** Replaces what was reserved by what the call did cost. Not called for one whose cost stays unknown. */
    synchronized void settle(Reservation reservation, double usd) {
        if (reservation.minute().equals(minute.start)) {
            minute.add(0, usd - reservation.usd());
        }
        if (reservation.day().equals(day.start)) {
            day.add(0, usd - reservation.usd());
        }
    }

    synchronized long callsThisMinute() {
        minute.turn(clock.instant());
        return minute.calls;
    }

    synchronized long callsToday() {
        day.turn(clock.instant());
        return day.calls;
    }

    synchronized double costToday() {
        day.turn(clock.instant());
        return day.usd;
    }

    Limits limits() {
        return limits;
    }

    /**
     * What may be spent. Immutable.
     *
     * @param callsPerMinute above 0
     * @param callsPerDay above 0
     * @param costPerMinute US dollars; null for no limit
     * @param costPerDay US dollars; null for no limit
     */
    record Limits(long callsPerMinute, long callsPerDay, @Nullable Double costPerMinute, @Nullable Double costPerDay) {}

    /** What one call has taken, and from which minute and day. Immutable. */
    record Reservation(Instant minute, Instant day, double usd) {}

    /** Guarded by the budget. */
    private static final class Spent {

        private final ChronoUnit unit;
        private Instant start = Instant.EPOCH;
        private long calls;
        private double usd;

        Spent(ChronoUnit unit) {
            this.unit = unit;
        }

        void turn(Instant now) {
            Instant current = now.truncatedTo(unit);
            // Only forwards: a clock that is set back must not give the same minute out twice.
            if (current.isAfter(start)) {
                start = current;
                calls = 0;
                usd = 0;
            }
        }

        boolean fits(double more, long mostCalls, @Nullable Double mostUsd) {
            return calls < mostCalls && (mostUsd == null || usd + more <= mostUsd);
        }

        void add(int moreCalls, double moreUsd) {
            calls += moreCalls;
            usd += moreUsd;
        }
    }
}
