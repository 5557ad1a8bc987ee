package ai.kongguard.gateway;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/**
 * Whom an address stands for where callers are counted: an IPv4 address for itself, an IPv6 address for its network of 64
 * bits, since whoever has one of these has them all. No name is ever looked up.
 */
public final class ClientNetwork {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_DIGITS = 16;
    private static final String MAPPED_IPV4 = "00000000000000000000ffff";
    private static final String LOOPBACK_IPV6 = "00000000000000000000000000000001";
    private static final String LOOPBACK_IPV4 = "7f";
    private static final int LONGEST_NAME = 64;

    private ClientNetwork() {}

    /** One text for all addresses of a network; of what is no address, as a proxy may forward any text, its beginning. */
    public static String of(String address) {
        String hex = hex(address);
        if (hex.isEmpty()) {
            return address.substring(0, Math.min(address.length(), LONGEST_NAME));
        }
        return hex.length() == 2 * IPV6_BYTES ? hex.substring(0, NETWORK_DIGITS) : hex;
    }

    /** Whether it is this machine. */
    public static boolean isLoopback(String address) {
        String hex = hex(address);
        return hex.equals(LOOPBACK_IPV6) || (hex.length() < 2 * IPV6_BYTES && hex.startsWith(LOOPBACK_IPV4));
    }

    /** Empty for what is no address; an IPv4 address that is mapped into IPv6 is one of IPv4. */
    private static String hex(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        String hex = bytes == null ? "" : HexFormat.of().formatHex(bytes);
        return hex.startsWith(MAPPED_IPV4) ? hex.substring(MAPPED_IPV4.length()) : hex;
    }
}
