package ai.kongguard.gateway.ws;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** All open sockets of the gateway, also those that were refused and take their leave. Thread-safe. */
public final class OpenSockets {

    private final LongSupplier nanoClock;
    private final Set<UpgradedSocket> open = ConcurrentHashMap.newKeySet();

    public OpenSockets(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    void add(UpgradedSocket socket) {
        open.add(socket);
    }

    synchronized void remove(UpgradedSocket socket) {
        open.remove(socket);
        notifyAll();
    }

    /** Pings whose turn it is, and ends sessions of clients that have been silent. */
    void beat() {
        long now = nanoClock.getAsLong();
        open.forEach(socket -> socket.beat(now));
    }

    /** Waits until no socket is open; false if some are after {@code patience}. */
    synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!open.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
