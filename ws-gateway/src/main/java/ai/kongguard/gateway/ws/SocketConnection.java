package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.CloseReason;
import ai.kongguard.gateway.Connection;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Tomcat WebSocket session. */
final class SocketConnection implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);

    /** Tomcat's setting for the sends it cannot do asynchronously: pong and close. */
    private static final String BLOCKING_SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private static final long BLOCKING_SEND_TIMEOUT_MS = 1_000;

    private final Session session;
    private final RemoteEndpoint.Async remote;
    private final Executor closer;

    /** {@code sendTimeout} ends the connection of a client that takes nothing at all; {@code closer} may be blocked. */
    SocketConnection(Session session, Duration sendTimeout, Executor closer) {
        this.session = session;
        this.closer = closer;
        session.getUserProperties().put(BLOCKING_SEND_TIMEOUT, BLOCKING_SEND_TIMEOUT_MS);
        remote = session.getAsyncRemote();
        remote.setSendTimeout(sendTimeout.toMillis());
    }

    @Override
    public void send(String text, Consumer<@Nullable Throwable> done) {
        try {
            remote.sendText(text, result -> done.accept(result.isOK() ? null : cause(result.getException())));
        } catch (RuntimeException e) {
            // The session was closed a moment ago.
            done.accept(e);
        }
    }

    @Override
    public void close(CloseReason reason) {
        closer.execute(() -> {
            try {
                session.close(new jakarta.websocket.CloseReason(
                        reason.code() < 4000 ? CloseCodes.getCloseCode(reason.code()) : reason::code, reason.text()));
            } catch (IOException | RuntimeException e) {
                LOG.debug("Session {} was gone before it was closed", session.getId(), e);
            }
        });
    }

    private static Throwable cause(@Nullable Throwable exception) {
        return exception == null ? new IOException("not sent") : exception;
    }
}
