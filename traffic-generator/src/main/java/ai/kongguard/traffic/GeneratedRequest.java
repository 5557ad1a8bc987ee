package ai.kongguard.traffic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as a gateway would have seen it, and its answer. Immutable.
 *
 * @param id 32 lower-case hex digits; distinct for distinct seeds and indexes
 * @param method such as {@code GET}
 * @param scheme {@code https}
 * @param host of a documentation domain
 * @param path raw, percent-encoded, begins with a slash
 * @param query raw, percent-encoded, without the question mark; empty when there is none
 * @param headers names in lower case
 * @param body null when there is none
 * @param clientIp of a documentation or private range
 * @param route the name of the gateway's route
 * @param status what the upstream answered, 100-599
 * @param latencyMs how long the gateway took in total, in milliseconds
 * @param bytesIn size of the request
 * @param bytesOut size of the answer
 * @param truth what it really is
 */
public record GeneratedRequest(
        String id,
        String method,
        String scheme,
        String host,
        String path,
        String query,
        Map<String, String> headers,
        @Nullable String body,
        String clientIp,
        String route,
        int status,
        double latencyMs,
        long bytesIn,
        long bytesOut,
        Truth truth) {

    /** The same request for another raw path. */
    GeneratedRequest at(String otherPath) {
        return new GeneratedRequest(
                id,
                method,
                scheme,
                host,
                otherPath,
                query,
                headers,
                body,
                clientIp,
                route,
                status,
                latencyMs,
                bytesIn + otherPath.length() - path.length(),
                bytesOut,
                truth);
    }
}
