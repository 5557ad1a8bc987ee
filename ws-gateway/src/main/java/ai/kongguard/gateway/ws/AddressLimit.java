package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.ClientNetwork;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many sockets each address has open. An IPv6 network of 64 bits counts as one address, since its owner can use any of
 * them; this machine itself has no limit, since a proxy on it speaks for others. Thread-safe.
 */
final class AddressLimit {

    private final int max;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /** At most {@code max} of each address. */
    AddressLimit(int max) {
        this.max = max;
    }

    /** Counts one more; false when there are as many as may be. Each true needs a {@link #leave}. */
    boolean enter(String address) {
        if (ClientNetwork.isLoopback(address)) {
            return true;
        }
        boolean[] entered = {false};
        open.compute(ClientNetwork.of(address), (key, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = now < max;
            return entered[0] ? now + 1 : now;
        });
        return entered[0];
    }

    void leave(String address) {
        open.computeIfPresent(ClientNetwork.of(address), (key, count) -> count == 1 ? null : count - 1);
    }
}
