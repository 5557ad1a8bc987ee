package ai.kongguard.gateway.ws;

import java.util.List;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/**
 * Puts the feed at {@code /ws}. Pages of other origins than ours and the allowed ones are refused with 403; clients that
 * send no origin are no browsers, and welcome.
 */
public final class FeedSocketConfigurer implements WebSocketConfigurer {

    private final FeedSocketHandler handler;
    private final List<String> allowedOrigins;

    public FeedSocketConfigurer(FeedSocketHandler handler, List<String> allowedOrigins) {
        this.handler = handler;
        this.allowedOrigins = List.copyOf(allowedOrigins);
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, "/ws")
                .setHandshakeHandler(new PlainHandshakeHandler())
                .setAllowedOriginPatterns(allowedOrigins.toArray(String[]::new));
    }
}
