package ai.kongguard.traffic;

import ai.kongguard.event.RunOrder;
import java.util.SplittableRandom;

/**
 * When each request of a run is due. The rate is a function of time since the start; its integral counts requests, and
 * the inverse of that integral is the instant of each. Depends on the order alone. Thread-safe.
 */
public final class RunPlan {

    private static final double NANOS = 1e9;
    private static final double WAVE_PERIOD = 10;
    private static final double WAVE_DEPTH = 0.9;
    private static final double LOWEST = 0.1;

    /** Below a tenth, so that jitter does not lift a second above it by more than one request. */
    private static final double STEALTH_SHARE = 0.08;

    private static final int BISECTIONS = 48;

    private static final long SECOND = 1_000_000_000L;

    private final RunOrder order;
    private final double seconds;
    private final long requests;

    public RunPlan(RunOrder order) {
        this.order = order;
        this.seconds = order.durationMs() / 1e3;
        this.requests = order.strategy() == RunOrder.Strategy.QUICK
                ? 1
                : Math.max(1, (long) Math.floor(order.rate() * load(seconds) + 1e-6));
    }

    /** How many there are, at least 1. */
    public long requests() {
        return requests;
    }

    /** Nanoseconds from the start to the request with this index; never less than those of the one before. */
    public long offsetNanos(long index) {
        double share = index / order.rate();
        double at =
                switch (order.strategy()) {
                    case QUICK -> 0;
                    case SUSTAINED, BLENDED -> share;
                    case STEALTH -> (index + jitter(index)) / (order.rate() * STEALTH_SHARE);
                    case ESCALATION -> escalation(share);
                    case WAVE -> wave(share);
                    case REPLAY, RECORD -> throw noPlan();
                };
        // The one request that there is at least may be due after the end when the rate is that low.
        return Math.round(Math.min(at, seconds) * NANOS);
    }

    /** How many are due in each second since the start, a last one that is not whole too; they add up to all. */
    public long[] perSecond() {
        long[] due = new long[Math.max(1, (int) Math.ceil(seconds))];
        long before = 0;
        for (int second = 0; second < due.length; second++) {
            long end = second == due.length - 1 ? requests : firstFrom((second + 1) * SECOND, before);
            due[second] = end - before;
            before = end;
        }
        return due;
    }

    /** The first request, from {@code from} on, that is not due before this offset; the number of all when there is none. */
    private long firstFrom(long nanos, long from) {
        long low = from;
        long high = requests;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (offsetNanos(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The rate at this time since the start, in requests per second. */
    public double rateAt(double second) {
        return order.rate()
                * switch (order.strategy()) {
                    case QUICK, SUSTAINED, BLENDED -> 1;
                    case STEALTH -> STEALTH_SHARE;
                    case ESCALATION -> LOWEST + (1 - LOWEST) * second / seconds;
                    case WAVE -> 1 + WAVE_DEPTH * Math.sin(2 * Math.PI * second / WAVE_PERIOD);
                    case REPLAY, RECORD -> throw noPlan();
                };
    }

    /** The integral of the rate from 0, in units of the target. */
    private double load(double second) {
        return switch (order.strategy()) {
            case QUICK, SUSTAINED, BLENDED -> second;
            case STEALTH -> STEALTH_SHARE * second;
            case ESCALATION -> LOWEST * second + (1 - LOWEST) / 2 * second * second / seconds;
            case WAVE ->
                second + WAVE_DEPTH * WAVE_PERIOD / (2 * Math.PI) * (1 - Math.cos(2 * Math.PI * second / WAVE_PERIOD));
            case REPLAY, RECORD -> throw noPlan();
        };
    }

    private static IllegalArgumentException noPlan() {
        return new IllegalArgumentException("Replays and recordings follow no plan");
    }

    private double escalation(double share) {
        double slope = (1 - LOWEST) / seconds;
        return (-LOWEST + Math.sqrt(LOWEST * LOWEST + 2 * slope * share)) / slope;
    }

    private double wave(double share) {
        double low = Math.max(0, share - WAVE_DEPTH * WAVE_PERIOD / Math.PI);
        double high = share;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (load(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double jitter(long index) {
        return new SplittableRandom(order.seed() * 31 + index).nextDouble();
    }
}
