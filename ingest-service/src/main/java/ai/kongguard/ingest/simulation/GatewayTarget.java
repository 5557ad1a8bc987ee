package ai.kongguard.ingest.simulation;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * The one gateway that real requests may go to. It must be on this machine, or its host be in the list of those that
 * somebody allowed by name. Thread-safe.
 */
public final class GatewayTarget {

    private final URI url;
    private final List<String> allowedHosts;

    /**
     * @throws IllegalArgumentException if it is no HTTP address, or of a host that is not allowed
     */
    public GatewayTarget(URI url, List<String> allowedHosts) {
        this.url = url;
        this.allowedHosts = List.copyOf(allowedHosts);
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "kongguard.ingest.simulation.gateway-url must be http://host:port, was " + url);
        }
        if (!isAllowedNow()) {
            throw new IllegalArgumentException("kongguard.ingest.simulation.gateway-url must be on loopback, or its"
                    + " host in kongguard.ingest.simulation.allowed-hosts, was " + url);
        }
    }

    /**
     * The address to send to, asked for at the beginning of each run.
     *
     * @throws RefusedRunException if the host's name no longer means this machine
     */
    public URI url() {
        if (!isAllowedNow()) {
            throw new RefusedRunException(url.getHost() + " is not loopback and not in allowed-hosts");
        }
        return url;
    }

    private boolean isAllowedNow() {
        String host = url.getHost();
        if (allowedHosts.stream().anyMatch(host::equalsIgnoreCase)) {
            return true;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
