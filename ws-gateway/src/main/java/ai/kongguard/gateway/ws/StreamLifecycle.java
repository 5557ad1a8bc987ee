package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.Ticker;
import ai.kongguard.gateway.stream.StreamHub;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Ticks the stream while the context runs, and lets every session hear code 1001 before the web server goes. */
public final class StreamLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamLifecycle.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final StreamHub hub;
    private final Duration tick;
    private final StreamSocketHandler socket;
    private @Nullable Ticker ticker;

    /** {@code tick} is the pause between ticks. */
    public StreamLifecycle(StreamHub hub, Duration tick, StreamSocketHandler socket) {
        this.hub = hub;
        this.tick = tick;
        this.socket = socket;
    }

    @Override
    public void start() {
        ticker = new Ticker(tick, hub::tick);
    }

    @Override
    public void stop() {
        Ticker running = ticker;
        ticker = null;
        if (running != null) {
            running.close();
        }
        hub.close();
        try {
            if (!socket.awaitNone(CLOSE_PATIENCE)) {
                LOG.warn("Some sessions did not take their close frame within {}", CLOSE_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return ticker != null;
    }
}
