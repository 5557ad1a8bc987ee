package ai.kongguard.analyzer;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Failed logins, one after the other, as gateways log them. */
public final class Logins {

    private Logins() {}

    /** Of one client from index {@code from} on, each with another user name and half a second later. */
    public static List<byte[]> failed(String clientIp, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> failed(clientIp, i))
                .map(RecordCodec.TRAFFIC_EVENT::encode)
                .toList();
    }

    /** The one at this index. */
    public static TrafficEvent failed(String clientIp, int index) {
        TrafficEvent e = TestEvents.event(clientIp + "-" + index, clientIp, "/api/login", "");
        Instant at = TestEvents.NOW.plusMillis(500L * index);
        return new TrafficEvent(
                e.schema(),
                e.eventId(),
                e.source(),
                at,
                at,
                "POST",
                e.scheme(),
                e.host(),
                e.path(),
                e.query(),
                e.httpVersion(),
                e.clientIp(),
                null,
                e.userAgent(),
                null,
                Map.of("content-type", "application/json"),
                "{\"username\":\"user" + index + "\",\"password\":\"[redacted]\"}",
                false,
                401,
                401,
                e.bytesIn(),
                e.bytesOut(),
                e.latency(),
                e.route(),
                e.service(),
                null,
                null,
                null,
                "upstream",
                List.of(),
                List.of("body.password"),
                Map.of());
    }
}
