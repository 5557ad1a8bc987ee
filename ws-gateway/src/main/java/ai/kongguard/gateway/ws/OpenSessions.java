package ai.kongguard.gateway.ws;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How many sessions are open, for who stops only after all are closed. Thread-safe. */
final class OpenSessions {

    private int open;

    synchronized void opened() {
        open++;
    }

    synchronized void ended() {
        open--;
        notifyAll();
    }

    /** Waits until no session is open; false if some are after {@code patience}. */
    synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (open > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
