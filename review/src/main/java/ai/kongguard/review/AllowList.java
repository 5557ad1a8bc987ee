package ai.kongguard.review;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Collection;
import java.util.List;

/** Clients that no model is asked about, such as an operator's own probes. Immutable; looks no name up. */
public final class AllowList {

    /** Nobody. */
    public static final AllowList EMPTY = new AllowList(List.of());

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
        IPAddress address = new IPAddressString(client).getAddress();
        return address != null && !address.isMultiple() && networks.stream().anyMatch(all -> all.contains(address));
    }

    private static IPAddress network(String text) {
        IPAddress network = new IPAddressString(text).getAddress();
        if (network == null) {
            throw new IllegalArgumentException(text + " is neither an address nor a network such as 10.0.0.0/8");
        }
        return network.isMultiple() || !network.isPrefixed() ? network : network.toPrefixBlock();
    }
}
