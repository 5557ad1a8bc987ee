package ai.kongguard.gateway.stream;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which sessions catch up. No step waits for a client, so few threads serve many, and one that does not
 * read delays nobody.
 */
final class CatchUps implements AutoCloseable {

    private static final int THREADS = 2;

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "gateway-catch-up");
        thread.setDaemon(true);
        return thread;
    });

    private final VerdictLog log;
    private final Semaphore readings;

    /** At most {@code readings} read at the same time; others wait. */
    CatchUps(VerdictLog log, int readings) {
        this.log = log;
        this.readings = new Semaphore(readings);
    }

    VerdictLog log() {
        return log;
    }

    /** Whether one more may read now; every yes is to be given back by {@link #ended()}. */
    boolean begins() {
        return readings.tryAcquire();
    }

    void ended() {
        readings.release();
    }

    /** Runs a step after a pause; false, and then it is not run, once this is closed. */
    boolean after(Duration pause, Runnable step) {
        try {
            var unused = threads.schedule(step, pause.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** Steps that wait are still run; their sessions are gone then, and they close what they read. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
