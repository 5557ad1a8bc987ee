package ai.kongguard.gateway.ws;

import io.netty.util.NetUtil;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many sockets each address has open. An IPv6 network of 64 bits counts as one address, since its owner can use any of
 * them; this machine itself has no limit, since a proxy on it speaks for others. Thread-safe.
 */
final class AddressLimit {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;
    private static final String MAPPED_IPV4 = "00000000000000000000ffff";
    private static final String LOOPBACK_IPV6 = "00000000000000000000000000000001";
    private static final int LONGEST_NAME = 64;

    private final int max;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /** At most {@code max} of each address. */
    AddressLimit(int max) {
        this.max = max;
    }

    /** Counts one more; false when there are as many as may be. Each true needs a {@link #leave}. */
    boolean enter(String address) {
        String network = network(address);
        if (network.isEmpty()) {
            return true;
        }
        boolean[] entered = {false};
        open.compute(network, (key, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = now < max;
            return entered[0] ? now + 1 : now;
        });
        return entered[0];
    }

    void leave(String address) {
        open.computeIfPresent(network(address), (key, count) -> count == 1 ? null : count - 1);
    }

    /** What counts as one; empty for this machine. */
    private static String network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            // A proxy may forward any text.
            return address.substring(0, Math.min(address.length(), LONGEST_NAME));
        }
        String hex = HexFormat.of().formatHex(bytes);
        if (hex.equals(LOOPBACK_IPV6)) {
            return "";
        }
        boolean mapped = hex.startsWith(MAPPED_IPV4);
        if (bytes.length == IPV6_BYTES && !mapped) {
            return hex.substring(0, 2 * NETWORK_BYTES);
        }
        String ipv4 = mapped ? hex.substring(MAPPED_IPV4.length()) : hex;
        return ipv4.startsWith("7f") ? "" : ipv4;
    }
}
