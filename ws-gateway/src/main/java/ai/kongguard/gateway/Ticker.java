package ai.kongguard.gateway;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a task again and again on one thread; a tick that fails is logged and the next one comes. */
public final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final ScheduledExecutorService thread;

    /** Starts at once; {@code pause} is from the end of a tick to the next, so that others get in between. */
    public Ticker(String name, Duration pause, Runnable task) {
        thread = Executors.newSingleThreadScheduledExecutor(runs -> new Thread(runs, name));
        var unused = thread.scheduleWithFixedDelay(() -> run(task), 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A tick failed; what it had taken is not shown", e);
        }
    }
}
