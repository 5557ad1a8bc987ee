package ai.kongguard.gateway.ws;

import java.util.List;
import java.util.Map;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Puts endpoints at their paths. Pages of other origins than ours and the allowed ones are refused with 403; clients that
 * send no origin are no browsers, and welcome.
 */
public final class SocketConfigurer implements WebSocketConfigurer {

    private final SocketUpgrade.Shared shared;
    private final Map<String, SocketEndpoint> endpoints;
    private final List<String> allowedOrigins;

    /** {@code endpoints} by path. */
    public SocketConfigurer(
            SocketUpgrade.Shared shared, Map<String, SocketEndpoint> endpoints, List<String> allowedOrigins) {
        this.shared = shared;
        this.endpoints = Map.copyOf(endpoints);
        this.allowedOrigins = List.copyOf(allowedOrigins);
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        endpoints.forEach((path, endpoint) -> registry.addHandler(new AbstractWebSocketHandler() {}, path)
                .setHandshakeHandler(new DefaultHandshakeHandler(new SocketUpgrade(shared, endpoint)))
                .addInterceptors(new QueryCheck(endpoint))
                .setAllowedOriginPatterns(allowedOrigins.toArray(String[]::new)));
    }
}
