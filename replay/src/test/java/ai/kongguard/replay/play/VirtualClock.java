package ai.kongguard.replay.play;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Time that passes only while a player sleeps, and things that happen meanwhile. One thread. */
final class VirtualClock implements PlayClock {

    static final Instant START = Instant.parse("2026-11-28T01:00:00Z");

    /** Monotonic time may begin anywhere. */
    private static final long ORIGIN = Long.MAX_VALUE - 5_000_000_000L;

    private final TreeMap<Long, Runnable> actions = new TreeMap<>();
    private long passed;

    /** Does this when so many milliseconds have passed. */
    VirtualClock at(long millis, Runnable action) {
        actions.put(millis * 1_000_000, action);
        return this;
    }

    long millis() {
        return passed / 1_000_000;
    }

    /** Time that something else takes. */
    void pass(long millis) {
        passed += millis * 1_000_000;
    }

    @Override
    public long nanoTime() {
        return ORIGIN + passed;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(passed);
    }

    @Override
    public void sleepUntil(long nanos) {
        long until = Math.max(passed, nanos - ORIGIN);
        Map.Entry<Long, Runnable> next = actions.firstEntry();
        if (next != null && next.getKey() <= until) {
            passed = Math.max(passed, next.getKey());
            actions.remove(next.getKey());
            next.getValue().run();
        } else {
            passed = until;
        }
    }

    @Override
    public void wake() {}
}
