package ai.kongguard.standalone.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command end in good order when Ctrl-C or a signal ends the process: the process waits for it. */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "interruption");
    private volatile boolean asked;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the command shall come to its end. */
    boolean isAsked() {
        return asked;
    }

    private void ask() {
        asked = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("It does not end in " + PATIENCE_SECONDS + " s and is given up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process ends at this very moment, and has nothing to wait for any more.
                asked = true;
            }
        }
    }
}
