package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.Connection;
import ai.kongguard.gateway.stream.InvalidParameterException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What speaks to the clients of one path. Called on threads of the web server, which it must not keep waiting. */
public interface SocketEndpoint {

    /**
     * What a client asked for when it opened its socket.
     *
     * @param uri with the query as it was sent
     * @param address of the client, as a trusted proxy says when the server is told to believe one
     */
    record Opening(URI uri, String address) {}

    /**
     * Looks at what a client asks for before its socket is opened.
     *
     * @throws InvalidParameterException if it cannot be had; the client is answered 400
     */
    default void check(URI uri) {}

    /** A client's socket is open; null when it is refused, and then its connection is being closed. */
    @Nullable SocketSession open(Connection connection, Opening opening);
}
