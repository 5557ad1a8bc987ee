package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.Ticker;
import ai.kongguard.gateway.stream.StreamHub;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Ticks the second feed while the context runs: from before the readers start, since what they read of the past has to find
 * room in the memory of the hub, which only ticks fill.
 */
public final class StreamLifecycle implements SmartLifecycle {

    private final StreamHub hub;
    private final Duration tick;
    private @Nullable Ticker ticker;

    /** {@code tick} is the pause between ticks. */
    public StreamLifecycle(StreamHub hub, Duration tick) {
        this.hub = hub;
        this.tick = tick;
    }

    @Override
    public void start() {
        ticker = new Ticker("gateway-stream", tick, hub::tick);
    }

    @Override
    public void stop() {
        Ticker running = ticker;
        ticker = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return ticker != null;
    }

    /** Before the readers. */
    @Override
    public int getPhase() {
        return -1;
    }
}
