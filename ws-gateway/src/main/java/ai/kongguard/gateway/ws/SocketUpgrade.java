package ai.kongguard.gateway.ws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.kongguard.gateway.CloseReason;
import ai.kongguard.gateway.GatewayMeters;
import ai.kongguard.gateway.ws.SocketEndpoint.Opening;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * Turns a request whose handshake Spring has checked into an {@link UpgradedSocket} of one endpoint. It agrees to no
 * extension: compression would be done again for every session, and would let a client send few bytes that become many.
 */
public final class SocketUpgrade implements RequestUpgradeStrategy {

    /**
     * What all endpoints share.
     *
     * @param sendTimeout after which a client is cut off that takes nothing
     * @param closers runs what may block for a moment
     */
    public record Shared(
            OpenSockets sockets,
            AddressLimit addresses,
            ClientLimits limits,
            Duration sendTimeout,
            ScheduledExecutorService closers,
            LongSupplier nanoClock,
            GatewayMeters meters) {

        /** With addresses counted from none. */
        public static Shared of(
                OpenSockets sockets,
                ClientLimits limits,
                Duration sendTimeout,
                ScheduledExecutorService closers,
                LongSupplier nanoClock,
                GatewayMeters meters) {
            return new Shared(
                    sockets, new AddressLimit(limits.maxPerAddress()), limits, sendTimeout, closers, nanoClock, meters);
        }
    }

    /** RFC 6455, section 1.3. */
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Shared shared;
    private final SocketEndpoint endpoint;

    public SocketUpgrade(Shared shared, SocketEndpoint endpoint) {
        this.shared = shared;
        this.endpoint = endpoint;
    }

    @Override
    public String[] getSupportedVersions() {
        return new String[] {"13"};
    }

    @Override
    public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
        return List.of();
    }

    /** The handler is not asked: it knows messages where endpoints need frames. */
    @Override
    public void upgrade(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @Nullable String selectedProtocol,
            List<WebSocketExtension> selectedExtensions,
            @Nullable Principal user,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        HttpServletRequest asked = ((ServletServerHttpRequest) request).getServletRequest();
        HttpServletResponse answer = ((ServletServerHttpResponse) response).getServletResponse();
        answer.setHeader(HttpHeaders.UPGRADE, "websocket");
        answer.setHeader(HttpHeaders.CONNECTION, "upgrade");
        answer.setHeader(
                WebSocketHttpHeaders.SEC_WEBSOCKET_ACCEPT,
                accept(asked.getHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_KEY)));
        Opening opening = new Opening(request.getURI(), asked.getRemoteAddr());
        try {
            asked.upgrade(UpgradedSocket.class).prepare(this, opening);
        } catch (IOException | ServletException e) {
            throw new HandshakeFailureException(
                    "Cannot upgrade " + opening.uri().getPath(), e);
        }
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + ACCEPT_SUFFIX).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }

    SocketEndpoint endpoint() {
        return endpoint;
    }

    OpenSockets sockets() {
        return shared.sockets;
    }

    AddressLimit addresses() {
        return shared.addresses;
    }

    ClientLimits limits() {
        return shared.limits;
    }

    Duration sendTimeout() {
        return shared.sendTimeout;
    }

    ScheduledExecutorService closers() {
        return shared.closers;
    }

    long nanos() {
        return shared.nanoClock.getAsLong();
    }

    void refused(CloseReason reason) {
        shared.meters.refused(reason);
    }
}
