package ai.kongguard.detect.behaviour;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One call of a client: a GET that is answered 200 by the upstream, unless said otherwise. */
final class Call {

    /** The start of a minute, so that sub-windows begin with it. */
    static final Instant T0 = Instant.ofEpochSecond(1_795_400_760);

    private final String clientIp;
    private Instant at = T0;
    private String source = "kong";
    private String method = "GET";
    private String path = "/api/users";
    private String query = "";
    private String userAgent = "Mozilla/5.0";
    private String body = "";
    private int status = 200;
    private String decidedBy = "upstream";
    private List<String> flags = List.of();

    private Call(String clientIp) {
        this.clientIp = clientIp;
    }

    static Call by(String clientIp) {
        return new Call(clientIp);
    }

    Call at(double seconds) {
        at = T0.plusMillis(Math.round(seconds * 1000));
        return this;
    }

    Call get(String newPath) {
        path = newPath;
        return this;
    }

    Call query(String newQuery) {
        query = newQuery;
        return this;
    }

    Call post(String newPath, String newBody) {
        method = "POST";
        path = newPath;
        body = newBody;
        return this;
    }

    Call answered(int newStatus) {
        status = newStatus;
        return this;
    }

    Call answeredByGateway(int newStatus) {
        decidedBy = "kong";
        return answered(newStatus);
    }

    Call userAgent(String newUserAgent) {
        userAgent = newUserAgent;
        return this;
    }

    Call from(String newSource, String... newFlags) {
        source = newSource;
        flags = List.of(newFlags);
        return this;
    }

    TrafficEvent event() {
        TrafficEvent e = TestEvents.event("e", clientIp, path, query);
        return new TrafficEvent(
                e.schema(),
                e.eventId(),
                source,
                at,
                at,
                method,
                e.scheme(),
                e.host(),
                path,
                query,
                e.httpVersion(),
                clientIp,
                null,
                userAgent,
                null,
                Map.of("user-agent", userAgent),
                body.isEmpty() ? null : body,
                false,
                status,
                status,
                e.bytesIn(),
                e.bytesOut(),
                e.latency(),
                e.route(),
                e.service(),
                null,
                null,
                null,
                decidedBy,
                flags,
                List.of(),
                Map.of());
    }
}
