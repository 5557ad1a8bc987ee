package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.stream.InvalidParameterException;
import ai.kongguard.gateway.stream.StreamRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the second feed at {@code /stream}, for the same origins as the first. A query that cannot be used is answered 400
 * and named, before there is a session.
 */
public final class StreamSocketConfigurer implements WebSocketConfigurer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StreamSocketHandler handler;
    private final List<String> allowedOrigins;

    public StreamSocketConfigurer(StreamSocketHandler handler, List<String> allowedOrigins) {
        this.handler = handler;
        this.allowedOrigins = List.copyOf(allowedOrigins);
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, "/stream")
                .setHandshakeHandler(new PlainHandshakeHandler())
                .addInterceptors(new Query())
                .setAllowedOriginPatterns(allowedOrigins.toArray(String[]::new));
    }

    private static final class Query implements HandshakeInterceptor {

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler socketHandler,
                Map<String, Object> attributes)
                throws IOException {
            try {
                attributes.put(StreamSocketHandler.REQUEST, StreamRequest.of(parameters(request)));
                return true;
            } catch (InvalidParameterException e) {
                response.setStatusCode(HttpStatus.BAD_REQUEST);
                response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
                response.getBody()
                        .write(JSON.writeValueAsBytes(
                                Map.of("detail", String.valueOf(e.getMessage()), "field", e.parameter())));
                return false;
            }
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler socketHandler,
                @Nullable Exception exception) {}

        private static Map<String, List<String>> parameters(ServerHttpRequest request) {
            Map<String, List<String>> parameters = new HashMap<>();
            UriComponentsBuilder.fromUri(request.getURI())
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
    }
}
