package ai.kongguard.detect.behaviour;

/**
 * Who counts as one client: an address, or for IPv6 its /64 network, within which one host may choose its address
 * anew for every request. 64 bits of hash, so that no address is kept; two clients share one once in billions.
 */
final class ClientKey {

    private static final int NETWORK_GROUPS = 4;

    private ClientKey() {}

    static long of(String address, long seed) {
        // An IPv4 address in IPv6 clothes has dots, and is one host.
        if (address.indexOf(':') >= 0 && address.indexOf('.') < 0) {
            long network = network(address);
            if (network != -1) {
                return Hash.mix(network ^ seed);
            }
        }
        return Hash.text(address, 0, address.length(), seed);
    }

    /** The first four groups; -1 when it is no address. */
    private static long network(String address) {
        long network = 0;
        int groups = 0;
        int digits = 0;
        int group = 0;
        for (int i = 0; i <= address.length() && groups < NETWORK_GROUPS; i++) {
            char c = i < address.length() ? address.charAt(i) : ':';
            int digit = Character.digit(c, 16);
            if (digit >= 0 && digits < 4) {
                group = group << 4 | digit;
                digits++;
            } else if (c == ':' && digits > 0) {
                network = network << 16 | group;
                groups++;
                group = 0;
                digits = 0;
                if (address.startsWith("::", i)) {
                    return compressed(address, i + 2, network, groups);
                }
            } else if (c == ':' && i == 0 && address.startsWith("::")) {
                return compressed(address, 2, 0, 0);
            } else {
                return -1;
            }
        }
        return groups == NETWORK_GROUPS ? network : -1;
    }

    /** The zeros that two colons stand for: as many groups as are missing to eight. */
    private static long compressed(String address, int from, long left, int leftGroups) {
        int rightGroups = from < address.length() ? 1 : 0;
        for (int i = from; i < address.length(); i++) {
            if (address.charAt(i) == ':') {
                rightGroups++;
            }
        }
        boolean zerosReachTheEnd = 8 - rightGroups >= NETWORK_GROUPS;
        return zerosReachTheEnd ? left << (16 * (NETWORK_GROUPS - leftGroups)) : -1;
    }
}
