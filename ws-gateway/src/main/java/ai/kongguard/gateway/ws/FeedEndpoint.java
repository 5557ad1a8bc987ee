package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.CloseReason;
import ai.kongguard.gateway.Connection;
import ai.kongguard.gateway.FanOut;
import ai.kongguard.gateway.Outbox;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /ws}: a session joins the fan-out when it opens and leaves it when it ends; what clients say is ignored. */
public final class FeedEndpoint implements SocketEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(FeedEndpoint.class);

    private final FanOut fanOut;

    public FeedEndpoint(FanOut fanOut) {
        this.fanOut = fanOut;
    }

    @Override
    public @Nullable SocketSession open(Connection connection, Opening opening) {
        Outbox outbox = fanOut.join(connection);
        return outbox == null ? null : new FeedSession(outbox);
    }

    private final class FeedSession implements SocketSession {

        private final Outbox outbox;

        FeedSession(Outbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public Outbox outbox() {
            return outbox;
        }

        @Override
        public void receive(String text) {
            LOG.trace("Ignored {} characters", text.length());
        }

        @Override
        public void roundTrip(Duration took) {
            fanOut.roundTrip(outbox, took);
        }

        @Override
        public void close(CloseReason reason) {
            fanOut.close(outbox, reason);
        }

        @Override
        public void ended() {
            fanOut.leave(outbox);
        }
    }
}
