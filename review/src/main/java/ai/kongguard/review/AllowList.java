package ai.kongguard.review;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Collection;
import java.util.List;

/** Clients that no model is asked about, such as an operator's own probes. Immutable; looks no name up. */
public final class AllowList {

    /** Nobody. */
    public static final AllowList EMPTY = new AllowList(List.of());

    private static final IPAddressStringParameters NETWORK = plain().toParams();
    private static final IPAddressStringParameters ADDRESS =
            plain().allowPrefix(false).toParams();

    private final List<IPAddress> networks;

    private AllowList(List<IPAddress> networks) {
        this.networks = networks;
    }

    /**
     * @param networks addresses, or networks such as {@code 10.0.0.0/8} and {@code fd00::/8}
     * @throws IllegalArgumentException naming the first that is neither
     */
    public static AllowList of(Collection<String> networks) {
        return new AllowList(networks.stream().map(AllowList::network).toList());
    }

    /** Whether the client is on it; a text that is no address never is. */
    boolean contains(String client) {
        if (networks.isEmpty()) {
            return false;
        }
        IPAddress address = new IPAddressString(client, ADDRESS).getAddress();
        return address != null && networks.stream().anyMatch(all -> all.contains(address));
    }

    private static IPAddress network(String text) {
        IPAddress network = new IPAddressString(text, NETWORK).getAddress();
        if (network == null) {
            throw new IllegalArgumentException(text + " is neither an address nor a network such as 10.0.0.0/8");
        }
        return network.isPrefixed() ? network.toPrefixBlock() : network;
    }

    /** As addresses are commonly written, without what else the library can read as one or as many. */
    private static IPAddressStringParameters.Builder plain() {
        return new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowPrefixOnly(false)
                .allowMask(false)
                .allowWildcardedSeparator(false)
                .allow_inet_aton(false)
                .setRangeOptions(RangeParameters.NO_RANGE);
    }
}
