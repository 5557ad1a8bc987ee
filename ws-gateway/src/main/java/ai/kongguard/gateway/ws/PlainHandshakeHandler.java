package ai.kongguard.gateway.ws;

import java.util.List;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Agrees to no extension: compression would be done again for every session, and would let a client send few bytes that
 * become many.
 */
final class PlainHandshakeHandler extends DefaultHandshakeHandler {

    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
            ServerHttpRequest request,
            List<WebSocketExtension> requestedExtensions,
            List<WebSocketExtension> supportedExtensions) {
        return List.of();
    }
}
