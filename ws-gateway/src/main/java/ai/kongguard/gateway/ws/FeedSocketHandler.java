package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.FanOut;
import ai.kongguard.gateway.Outbox;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/** {@code /ws}: a session joins the fan-out when it opens and leaves it when it ends; what clients say is ignored. */
public final class FeedSocketHandler implements WebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSocketHandler.class);
    private static final String OUTBOX = "outbox";

    private final FanOut fanOut;
    private final Duration sendTimeout;
    private final Executor closer;
    private final OpenSessions open = new OpenSessions();

    /** {@code sendTimeout} is how long one frame may be under way; {@code closer} runs what may block. */
    public FeedSocketHandler(FanOut fanOut, Duration sendTimeout, Executor closer) {
        this.fanOut = fanOut;
        this.sendTimeout = sendTimeout;
        this.closer = closer;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Session socket = ((NativeWebSocketSession) session).getNativeSession(Session.class);
        if (socket == null) {
            throw new IllegalStateException("Not a Jakarta WebSocket session: " + session);
        }
        open.opened();
        Outbox outbox = fanOut.join(new SocketConnection(socket, sendTimeout, closer));
        if (outbox != null) {
            session.getAttributes().put(OUTBOX, outbox);
        }
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
        LOG.trace("Ignored {} bytes of session {}", message.getPayloadLength(), session.getId());
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable exception) {
        LOG.debug("Session {} failed", session.getId(), exception);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus closeStatus) {
        open.ended();
        if (session.getAttributes().get(OUTBOX) instanceof Outbox outbox) {
            fanOut.leave(outbox);
        }
    }

    /** Waits until no session is open; false if some are after {@code patience}. */
    boolean awaitNone(Duration patience) throws InterruptedException {
        return open.awaitNone(patience);
    }

    /** Then no message is ever put together, so its size needs no limit. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }
}
