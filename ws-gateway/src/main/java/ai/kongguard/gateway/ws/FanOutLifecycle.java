package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.FanOut;
import ai.kongguard.gateway.Ticker;
import ai.kongguard.gateway.stream.StreamHub;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Ticks the first feed and beats while the context runs, and closes both feeds. It is the first to stop, so that every
 * session hears code 1001 before the web server goes.
 */
public final class FanOutLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FanOutLifecycle.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    /** How exactly pings and silence are timed. */
    private static final Duration BEAT = Duration.ofMillis(500);

    private final FanOut fanOut;
    private final StreamHub hub;
    private final Duration tick;
    private final OpenSockets sockets;
    private @Nullable Ticker ticker;
    private @Nullable Ticker heart;

    /** {@code tick} is the pause between ticks, while there is something to show. */
    public FanOutLifecycle(FanOut fanOut, StreamHub hub, Duration tick, OpenSockets sockets) {
        this.fanOut = fanOut;
        this.hub = hub;
        this.tick = tick;
        this.sockets = sockets;
    }

    @Override
    public void start() {
        Ticker started = new Ticker("gateway-ticker", tick, fanOut::tick);
        fanOut.whenAny(started::wake);
        ticker = started;
        heart = new Ticker("gateway-heart", BEAT, sockets::beat);
    }

    @Override
    public void stop() {
        close(ticker);
        close(heart);
        ticker = null;
        heart = null;
        fanOut.close();
        hub.close();
        try {
            if (!sockets.awaitNone(CLOSE_PATIENCE)) {
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

    private static void close(@Nullable Ticker running) {
        if (running != null) {
            running.close();
        }
    }
}
