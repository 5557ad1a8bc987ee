package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.FanOut;
import ai.kongguard.gateway.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Ticks while the context runs. It is the first to stop, so that every session hears code 1001 before the web server
 * goes.
 */
public final class FanOutLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FanOutLifecycle.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final FanOut fanOut;
    private final Duration tick;
    private final FeedSocketHandler socket;
    private @Nullable Ticker ticker;

    /** {@code tick} is the pause between ticks. */
    public FanOutLifecycle(FanOut fanOut, Duration tick, FeedSocketHandler socket) {
        this.fanOut = fanOut;
        this.tick = tick;
        this.socket = socket;
    }

    @Override
    public void start() {
        ticker = new Ticker(tick, fanOut::tick);
    }

    @Override
    public void stop() {
        Ticker running = ticker;
        ticker = null;
        if (running != null) {
            running.close();
        }
        fanOut.close();
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
