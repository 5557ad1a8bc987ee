package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickerTest {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final BlockingQueue<Long> ticks = new LinkedBlockingQueue<>();

    @Test
    void ticksAtOnceAndAgainAfterEachPauseAlsoWhenATickFails() throws InterruptedException {
        try (Ticker ticker = new Ticker("test", PAUSE, this::tickAndFail)) {
            long first = next();
            assertThat(next() - first).isGreaterThanOrEqualTo(PAUSE.toNanos());
            assertThat(ticker).isNotNull();
        }
    }

    @Test
    void ticksAtOnceWhenItIsWokenButNotAgainBeforeHalfAPauseIsOver() throws InterruptedException {
        Duration hour = Duration.ofHours(1);
        try (Ticker ticker = new Ticker("test", hour, this::tick)) {
            next();
            ticker.wake();
            // It ticks although its pause is not over, since nobody had woken it in half an hour.
            next();
            ticker.wake();
            assertThat(ticks.poll(300, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void ticksTwicePerPauseHoweverOftenItIsWoken() throws InterruptedException {
        try (Ticker ticker = new Ticker("test", PAUSE, this::tick)) {
            long first = next();
            ticker.wake();
            next();
            for (int i = 0; i < 3; i++) {
                ticker.wake();
                ticker.wake();
                next();
            }
            assertThat(System.nanoTime() - first).isGreaterThan(3 * PAUSE.toNanos() / 2);
        }
    }

    @Test
    void ticksNoMoreWhenItIsClosed() throws InterruptedException {
        Ticker ticker = new Ticker("test", PAUSE, this::tick);
        next();
        ticker.close();
        ticker.wake();
        assertThat(ticks.poll(2 * PAUSE.toMillis(), TimeUnit.MILLISECONDS)).isNull();
    }

    private void tick() {
        ticks.add(System.nanoTime());
    }

    private void tickAndFail() {
        tick();
        throw new IllegalStateException("as the test wants it");
    }

    private long next() throws InterruptedException {
        Long tick = ticks.poll(10, TimeUnit.SECONDS);
        assertThat(tick).isNotNull();
        return tick;
    }
}
