package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.CloseReason;
import ai.kongguard.gateway.Outbox;
import java.time.Duration;

/** One client's session with an endpoint. Called on threads of the web server, one at a time but for {@link #close}. */
public interface SocketSession {

    /** Where everything goes that the client is sent. */
    Outbox outbox();

    /** The client said something: a whole message, within the limit. */
    void receive(String text);

    /** The client answered a ping after this time. */
    void roundTrip(Duration took);

    /** The session has to end; its outbox has to be closed with this reason. */
    void close(CloseReason reason);

    /** The connection is gone, whoever ended it. Called once, last. */
    void ended();
}
