package ai.kongguard.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@link TrafficEvent} that metrics count, read from the same bytes without its headers, body and other
 * texts, which are most of them. The components mean what they mean there. Immutable.
 */
public record TrafficMeasures(
        String eventId,
        String source,
        Instant observedAt,
        String method,
        String path,
        String clientIp,
        @Nullable Integer status,
        @Nullable Long bytesIn,
        @Nullable Long bytesOut,
        TrafficEvent.@Nullable Latency latency,
        @Nullable String route,
        @Nullable String service) {

    public TrafficMeasures {
        Required.text("event_id", eventId);
        Required.text("source", source);
        observedAt = Required.present("observed_at", observedAt).truncatedTo(ChronoUnit.MILLIS);
        method = Required.orElse(method, "");
        path = Required.orElse(path, "/");
        clientIp = Required.textOrElse(clientIp, TrafficEvent.UNKNOWN_CLIENT);
    }
}
