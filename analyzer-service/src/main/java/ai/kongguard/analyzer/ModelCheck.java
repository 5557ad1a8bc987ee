package ai.kongguard.analyzer;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the model file again and again, on one thread, until it is closed. */
public final class ModelCheck implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCheck.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread checker = new Thread(task, "analyzer-model-check");
        checker.setDaemon(true);
        return checker;
    });

    /** Starts at once; {@code pause} is from the end of a check to the next. */
    public ModelCheck(Models models, Duration pause) {
        var unused = thread.scheduleWithFixedDelay(
                () -> check(models), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    /** An exception would end the schedule without a word. */
    private static void check(Models models) {
        try {
            models.check();
        } catch (RuntimeException e) {
            LOG.error("A look at the model file failed; {} goes on", models.label(), e);
        }
    }
}
