package ai.kongguard.gateway;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One browser's connection, as its {@link Outbox} sees it. Neither method waits for the network. */
public interface Connection {

    /**
     * Begins to send one text frame. The next one is given only after {@code done} was called, on any thread, possibly
     * before this returns.
     *
     * @param done gets null when the frame was handed to the network, else why it was not
     */
    void send(String text, Consumer<@Nullable Throwable> done);

    /** Begins to close; given while no frame is being sent. Closing twice does nothing. */
    void close(CloseReason reason);
}
