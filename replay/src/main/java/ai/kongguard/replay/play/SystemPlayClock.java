package ai.kongguard.replay.play;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The clock of this machine. Sleeps most of the time and is awake for the last of it, since a sleep ends late. */
public final class SystemPlayClock implements PlayClock {

    private static final long AWAKE_NANOS = Duration.ofNanos(80_000).toNanos();

    private final InstantSource instants;
    private volatile @Nullable Thread sleeper;

    public SystemPlayClock(InstantSource instants) {
        this.instants = instants;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant instant() {
        return instants.instant();
    }

    @Override
    public void sleepUntil(long nanos) {
        sleeper = Thread.currentThread();
        long left = nanos - System.nanoTime();
        if (left > AWAKE_NANOS) {
            LockSupport.parkNanos(left - AWAKE_NANOS);
            return;
        }
        while (System.nanoTime() - nanos < 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void wake() {
        LockSupport.unpark(sleeper);
    }
}
