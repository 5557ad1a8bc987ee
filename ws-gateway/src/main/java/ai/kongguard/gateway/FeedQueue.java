package ai.kongguard.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What waits between a reader and the next tick. When it is full the reader waits, and with it the rest in Kafka, so
 * nothing is lost uncounted. Thread-safe.
 */
public final class FeedQueue<T> {

    /** How soon a waiting reader notices that the feed was closed. */
    private static final long RECHECK_MILLIS = 100;

    private final BlockingQueue<T> waiting;
    private volatile Runnable listener = () -> {};
    private volatile boolean closed;

    /** At most {@code capacity} of them, from 1. */
    public FeedQueue(int capacity) {
        waiting = new ArrayBlockingQueue<>(capacity);
    }

    /** {@code arrived} is called, on the thread that adds, whenever there is something to take; one listener at a time. */
    public void whenAny(Runnable arrived) {
        listener = arrived;
    }

    /** Adds one, waiting for room; false if the feed was closed meanwhile and it was not added. */
    public boolean put(T arrival) throws InterruptedException {
        while (!closed) {
            if (waiting.offer(arrival, RECHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                listener.run();
                return true;
            }
        }
        return false;
    }

    /** Takes what waits, oldest first, at most {@code max}; never waits itself. */
    public List<T> take(int max) {
        List<T> taken = new ArrayList<>();
        waiting.drainTo(taken, max);
        return taken;
    }

    /** Lets a waiting reader go. */
    public void close() {
        closed = true;
    }
}
