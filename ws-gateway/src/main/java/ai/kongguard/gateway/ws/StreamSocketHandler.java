package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.stream.InvalidParameterException;
import ai.kongguard.gateway.stream.StreamHub;
import ai.kongguard.gateway.stream.StreamRequest;
import ai.kongguard.gateway.stream.StreamSession;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/** {@code /stream}: a session joins the hub with what it asked for in its query, and may ask for something else later. */
public final class StreamSocketHandler implements WebSocketHandler {

    /** Attributes of a session, of which the first is put there by the handshake. */
    static final String REQUEST = "request";

    private static final String SESSION = "session";
    private static final Logger LOG = LoggerFactory.getLogger(StreamSocketHandler.class);

    /** Longer than any message that makes sense; what is longer closes the session with code 1009. */
    private static final int MAX_MESSAGE = 8 * 1024;

    private final StreamHub hub;
    private final Duration sendTimeout;
    private final Executor closer;
    private final OpenSessions open = new OpenSessions();

    /** {@code sendTimeout} is how long one frame may be under way; {@code closer} runs what may block. */
    public StreamSocketHandler(StreamHub hub, Duration sendTimeout, Executor closer) {
        this.hub = hub;
        this.sendTimeout = sendTimeout;
        this.closer = closer;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Session socket = ((NativeWebSocketSession) session).getNativeSession(Session.class);
        if (socket == null) {
            throw new IllegalStateException("Not a Jakarta WebSocket session: " + session);
        }
        session.setTextMessageSizeLimit(MAX_MESSAGE);
        session.setBinaryMessageSizeLimit(MAX_MESSAGE);
        open.opened();
        StreamRequest request =
                session.getAttributes().get(REQUEST) instanceof StreamRequest asked ? asked : StreamRequest.ALL;
        StreamSession joined = hub.join(new SocketConnection(socket, sendTimeout, closer), request);
        if (joined != null) {
            session.getAttributes().put(SESSION, joined);
        }
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
        if (!(session.getAttributes().get(SESSION) instanceof StreamSession joined)
                || !(message instanceof TextMessage text)) {
            return;
        }
        try {
            StreamMessage said = StreamMessage.parse(text.getPayload());
            if (said.request() != null) {
                hub.subscribe(joined, said.request());
            } else {
                hub.ping(joined, said.id());
            }
        } catch (InvalidParameterException e) {
            hub.error(joined, e);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable exception) {
        LOG.debug("Session {} failed", session.getId(), exception);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus closeStatus) {
        open.ended();
        if (session.getAttributes().get(SESSION) instanceof StreamSession joined) {
            hub.leave(joined);
        }
    }

    /** Waits until no session is open; false if some are after {@code patience}. */
    boolean awaitNone(Duration patience) throws InterruptedException {
        return open.awaitNone(patience);
    }

    @Override
    public boolean supportsPartialMessages() {
        return false;
    }
}
