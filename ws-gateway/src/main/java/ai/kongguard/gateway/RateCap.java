package ai.kongguard.gateway;

/**
 * How many more events there may be: a steady rate, of which up to one second's worth may be saved for a burst. Used by
 * one thread at a time.
 */
public final class RateCap {

    private static final double NANOS_PER_SECOND = 1e9;

    private final int perSecond;
    private double saved;
    private long lastNanos;

    /** A cap of {@code perSecond} events from {@code nanos} on; 0 for no cap. */
    public RateCap(int perSecond, long nanos) {
        this.perSecond = perSecond;
        this.saved = perSecond;
        this.lastNanos = nanos;
    }

    boolean isUnlimited() {
        return perSecond == 0;
    }

    /** Events that may be shown at this instant of a monotonic clock. */
    public int allowance(long nanos) {
        if (isUnlimited()) {
            return Integer.MAX_VALUE;
        }
        saved = Math.min(perSecond, saved + perSecond * (nanos - lastNanos) / NANOS_PER_SECOND);
        lastNanos = nanos;
        return (int) saved;
    }

    /** How much of an allowance is for what must not be missed. */
    int reserve() {
        return perSecond / 2;
    }

    /** So many were shown. */
    public void spend(int events) {
        saved -= events;
    }
}
