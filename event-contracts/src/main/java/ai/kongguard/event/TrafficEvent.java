package ai.kongguard.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One API call as a gateway saw it, redacted and bounded; the value of {@link Topics#TRAFFIC}. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param eventId identity of the call: the gateway's request id, else a content hash; never blank
 * @param source where it came from: {@code kong}, {@code demo}, {@code analyze} ...; never blank
 * @param receivedAt when ingest received it, to the millisecond
 * @param observedAt the gateway's clock when the call began, to the millisecond; the record's timestamp
 * @param method as sent, or empty when the gateway gave none
 * @param scheme {@code http} or {@code https}; null when unknown
 * @param host host and port of the request; null when unknown
 * @param path raw path as sent, still percent-encoded; {@code /} when the gateway gave none
 * @param query raw query string without the question mark, still percent-encoded; empty when there was none
 * @param httpVersion such as {@code 1.1}; null when unknown
 * @param clientIp after the gateway's real-ip processing; never blank ({@code unknown} when absent)
 * @param forwardedFor the raw {@code X-Forwarded-For}; null when absent
 * @param userAgent null when absent
 * @param referer null when absent
 * @param headers request headers, names in lower case, repeated values joined by a comma and a space; credentials redacted
 * @param body the request body as text; null when the gateway logged none
 * @param bodyTruncated whether {@code body} was cut to the configured bound
 * @param status answered to the client, 100-599; null when unknown
 * @param upstreamStatus last status the upstream answered; null when it was never asked
 * @param bytesIn request line, headers and body; null when unknown
 * @param bytesOut response size; null when unknown
 * @param latency the gateway's own timings; null when it gave none
 * @param route name or id of the matched route; null when none matched
 * @param service name or id of the matched service; null when none matched
 * @param consumer authenticated consumer's name or id; null when anonymous
 * @param tls null when the call was not over TLS
 * @param traceId W3C trace id; null when not traced
 * @param decidedBy {@code upstream} or {@code kong}: who produced the answer; null when unknown
 * @param flags what ingest noticed while reading, such as {@code invalid_utf8}; empty when nothing
 * @param redacted names of the fields whose value was replaced, such as {@code header.cookie}; empty when none
 * @param extra the gateway's other fields as compact JSON text, by name; bounded
 */
public record TrafficEvent(
        int schema,
        String eventId,
        String source,
        Instant receivedAt,
        Instant observedAt,
        String method,
        @Nullable String scheme,
        @Nullable String host,
        String path,
        String query,
        @Nullable String httpVersion,
        String clientIp,
        @Nullable String forwardedFor,
        @Nullable String userAgent,
        @Nullable String referer,
        Map<String, String> headers,
        @Nullable String body,
        boolean bodyTruncated,
        @Nullable Integer status,
        @Nullable Integer upstreamStatus,
        @Nullable Long bytesIn,
        @Nullable Long bytesOut,
        @Nullable Latency latency,
        @Nullable String route,
        @Nullable String service,
        @Nullable String consumer,
        @Nullable Tls tls,
        @Nullable String traceId,
        @Nullable String decidedBy,
        List<String> flags,
        List<String> redacted,
        Map<String, String> extra) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    /** What {@link #clientIp()} says when the gateway did not name the client. */
    public static final String UNKNOWN_CLIENT = "unknown";

    /** The {@link #source()} of a request that a caller described to have it judged, who may say of it what he likes. */
    public static final String ANALYZE = "analyze";

    /** The {@link #source()} of an event that was recorded before and comes again. */
    public static final String REPLAY = "replay";

    public TrafficEvent {
        Required.text("event_id", eventId);
        Required.text("source", source);
        receivedAt = Required.present("received_at", receivedAt).truncatedTo(ChronoUnit.MILLIS);
        observedAt = Required.present("observed_at", observedAt).truncatedTo(ChronoUnit.MILLIS);
        method = Required.orElse(method, "");
        path = Required.orElse(path, "/");
        query = Required.orElse(query, "");
        clientIp = Required.textOrElse(clientIp, UNKNOWN_CLIENT);
        headers = Required.orElse(headers, Map.of());
        flags = Required.orElse(flags, List.of());
        redacted = Required.orElse(redacted, List.of());
        extra = Required.orElse(extra, Map.of());
    }

    /**
     * A request of which nothing is known but what it says: no client, no answer, no time.
     *
     * @param source what {@link #source()} and {@link #eventId()} shall say; never blank
     * @param headers names in lower case
     * @param body null or empty when there is none
     */
    public static TrafficEvent ofRequest(
            String source,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            @Nullable String body) {
        return new TrafficEvent(
                SCHEMA,
                source,
                source,
                Instant.EPOCH,
                Instant.EPOCH,
                method,
                null,
                headers.get("host"),
                path,
                query,
                null,
                UNKNOWN_CLIENT,
                null,
                headers.get("user-agent"),
                headers.get("referer"),
                headers,
                body == null || body.isEmpty() ? null : body,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    /** The same call as a replay of it, under another id and as if it had come at this instant. */
    public TrafficEvent replayed(String newId, Instant at) {
        return new TrafficEvent(
                schema,
                newId,
                REPLAY,
                at,
                at,
                method,
                scheme,
                host,
                path,
                query,
                httpVersion,
                clientIp,
                forwardedFor,
                userAgent,
                referer,
                headers,
                body,
                bodyTruncated,
                status,
                upstreamStatus,
                bytesIn,
                bytesOut,
                latency,
                route,
                service,
                consumer,
                tls,
                traceId,
                decidedBy,
                flags,
                redacted,
                extra);
    }

    /**
     * The gateway's timings in milliseconds.
     *
     * @param totalMs first byte read to last byte written; null when unknown
     * @param gatewayMs spent inside the gateway; null when unknown
     * @param upstreamMs waiting for the upstream; null when it was never asked
     */
    public record Latency(@Nullable Double totalMs, @Nullable Double gatewayMs, @Nullable Double upstreamMs) {}

    /**
     * How the call was encrypted.
     *
     * @param version such as {@code TLSv1.3}; null when unknown
     * @param cipher null when unknown
     * @param sni server name the client asked for; null when unknown
     * @param ja3 client fingerprint; null when the gateway computes none
     */
    public record Tls(@Nullable String version, @Nullable String cipher, @Nullable String sni, @Nullable String ja3) {}
}
