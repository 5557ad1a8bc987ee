package ai.kongguard.replay.record;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Another address for each address: of IPv4 one of 10.0.0.0/8, of IPv6 one of the documentation network 2001:db8::/32, whose /64
 * networks stay networks, since a client is judged by its network. Loopback and the unspecified address stay: they are nobody's.
 * One thread.
 */
final class AddressMapping {

    /** Beyond so many addresses of IPv4 two may become one; memory is what limits it. */
    private static final int MAX_DISTINCT = 1 << 20;

    private static final int HOSTS = 1 << 24;
    private static final long TEN = 10L << 24;
    private static final long DOCUMENTATION = 0x20010db8L << 32;
    private static final long MAPPED_V4 = 0xffffL << 32;

    private final Mac mac;
    private final Map<Long, Integer> hosts = new HashMap<>();
    private final BitSet used = new BitSet();

    AddressMapping(byte[] secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    Address of(Address address) {
        if (address.v4()) {
            return address.low() >>> 24 == 127 || address.low() == 0
                    ? address
                    : new Address(0, v4(address.low()), true);
        }
        if (address.high() == 0 && address.low() >>> 32 == 0xffff) {
            return new Address(0, MAPPED_V4 | v4(address.low() & 0xffff_ffffL), false);
        }
        if (address.high() == 0 && address.low() <= 1 && address.low() >= 0) {
            return address;
        }
        long network = hash(6, address.high(), 0);
        return new Address(DOCUMENTATION | (network >>> 32), hash(7, address.high(), address.low()), false);
    }

    private long v4(long address) {
        Integer known = hosts.get(address);
        if (known != null) {
            return TEN | known;
        }
        int host = (int) (hash(4, 0, address) & (HOSTS - 1));
        if (hosts.size() < MAX_DISTINCT) {
            while (used.get(host)) {
                host = (host + 1) % HOSTS;
            }
            used.set(host);
            hosts.put(address, host);
        }
        return TEN | host;
    }

    private long hash(int kind, long high, long low) {
        ByteBuffer input = ByteBuffer.allocate(1 + 2 * Long.BYTES);
        input.put((byte) kind).putLong(high).putLong(low);
        return ByteBuffer.wrap(mac.doFinal(input.array())).getLong();
    }
}
