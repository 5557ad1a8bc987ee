package ai.kongguard.gateway;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One browser's connection, as its {@link Outbox} sees it. Neither method waits for the network. */
public interface Connection {

    /**
     * Begins to send frames, one behind the other. The next ones are given only after {@code done} was called, on any
     * thread, possibly before this returns.
     *
     * @param frames at least one
     * @param done gets null when all were handed to the network, else why they were not
     */
    void send(List<Frame> frames, Consumer<@Nullable Throwable> done);

    /**
     * Begins to close; given while no frame is being sent. Closing twice does nothing.
     *
     * @param text what the client is told beside the code, at most 123 bytes
     */
    void close(CloseReason reason, String text);
}
