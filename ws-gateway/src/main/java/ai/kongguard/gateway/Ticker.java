package ai.kongguard.gateway;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a task again and again on one thread; a tick that fails is logged and the next one comes. Whoever has something for
 * it can wake it: it runs at once then, unless it was woken less than half a pause ago, and then when that is over.
 */
public final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final long pauseNanos;
    private final Runnable task;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long endedNanos;
    private long wokenNanos;
    private boolean woken;
    private boolean closed;

    /** Starts at once; {@code pause} is from the end of a tick to the next, so that others get in between. */
    public Ticker(String name, Duration pause, Runnable task) {
        this.pauseNanos = pause.toNanos();
        this.task = task;
        this.endedNanos = System.nanoTime() - pauseNanos;
        this.wokenNanos = endedNanos;
        thread = new Thread(this::runAll, name);
        thread.start();
    }

    /** There is something to do now; does not wait for it. */
    public void wake() {
        lock.lock();
        try {
            if (!woken) {
                woken = true;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** No further tick begins; the one that runs, if any, ends by itself. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void runAll() {
        try {
            while (awaitTurn()) {
                run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitTurn() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                long now = System.nanoTime();
                long left = endedNanos + pauseNanos - now;
                if (woken) {
                    // Half a pause, since things that come once per pause would be more and more behind otherwise.
                    left = Math.min(left, wokenNanos + pauseNanos / 2 - now);
                }
                if (left <= 0) {
                    wokenNanos = woken ? now : wokenNanos;
                    woken = false;
                    return true;
                }
                changed.awaitNanos(left);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A tick failed; what it had taken is not shown", e);
        }
        lock.lock();
        try {
            endedNanos = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }
}
