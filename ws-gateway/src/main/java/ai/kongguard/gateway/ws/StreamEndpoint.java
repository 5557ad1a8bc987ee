package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.CloseReason;
import ai.kongguard.gateway.Connection;
import ai.kongguard.gateway.Outbox;
import ai.kongguard.gateway.stream.InvalidParameterException;
import ai.kongguard.gateway.stream.StreamHub;
import ai.kongguard.gateway.stream.StreamRequest;
import ai.kongguard.gateway.stream.StreamSession;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /stream}: a session joins the hub with what it asked for in its query, and may ask for something else later. */
public final class StreamEndpoint implements SocketEndpoint {

    private final StreamHub hub;

    public StreamEndpoint(StreamHub hub) {
        this.hub = hub;
    }

    @Override
    public void check(URI uri) {
        StreamRequest.of(parameters(uri));
    }

    @Override
    public @Nullable SocketSession open(Connection connection, Opening opening) {
        StreamSession session = hub.join(connection, StreamRequest.of(parameters(opening.uri())));
        return session == null ? null : new Streamed(session);
    }

    private static Map<String, List<String>> parameters(URI uri) {
        Map<String, List<String>> parameters = new HashMap<>();
        UriComponentsBuilder.fromUri(uri)
                .build(true)
                .getQueryParams()
                .forEach((name, values) -> parameters.put(
                        decoded(name),
                        values.stream()
                                .map(value -> value == null ? "" : decoded(value))
                                .toList()));
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("query", "must be percent-encoded UTF-8");
        }
    }

    private final class Streamed implements SocketSession {

        private final StreamSession session;

        Streamed(StreamSession session) {
            this.session = session;
        }

        @Override
        public Outbox outbox() {
            return session.outbox();
        }

        @Override
        public void receive(String text) {
            try {
                StreamMessage said = StreamMessage.parse(text);
                if (said.request() != null) {
                    hub.subscribe(session, said.request());
                } else {
                    hub.ping(session, said.id());
                }
            } catch (InvalidParameterException e) {
                hub.error(session, e);
            }
        }

        @Override
        public void roundTrip(Duration took) {
            hub.roundTrip(session, took);
        }

        @Override
        public void close(CloseReason reason) {
            hub.close(session, reason);
        }

        @Override
        public void ended() {
            hub.leave(session);
        }
    }
}
