package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.gateway.Outbox.Urgent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Duration STALL = Duration.ofSeconds(10);
    private static final Frame GREETING = new Frame("hello", 0);

    private final AtomicLong nanos = new AtomicLong();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatewayMeters meters = new GatewayMeters(registry);
    private final Outbox.Rules rules = withRoomFor(40);
    private final FakeConnection client = new FakeConnection();

    @AfterEach
    void everyFrameIsCounted() {
        assertThat(frames("offered")).isEqualTo(frames("sent") + frames("dropped") + frames("conflated") + waiting);
    }

    /** Frames that a test leaves in its outbox or under way. */
    private int waiting;

    @Test
    void sendsTheGreetingFirstAndThenWhatWaitsInOneGoUrgentFramesBeforeTheFeed() {
        Outbox outbox = new Outbox(rules, client, GREETING);
        outbox.offer(verdict("a"));
        outbox.offer(Urgent.METRICS, metrics("m"));
        outbox.offer(verdict("b"));
        outbox.offer(Urgent.PONG, metrics("pong"));
        assertThat(client.received).containsExactly("hello");
        client.readOne();
        assertThat(client.received).containsExactly("hello", "pong", "m", "a", "b");
        outbox.offer(verdict("c"));
        assertThat(client.received).hasSize(5);
        client.readOne();
        assertThat(client.received).endsWith("b", "c");
        assertThat(client.sends).isEqualTo(3);
        waiting = 1;
    }

    @Test
    void sendsNoMoreAtOnceThanItMustToBeFast() {
        Outbox outbox = new Outbox(withRoomFor(1_000_000), client, GREETING);
        for (int i = 0; i < 10; i++) {
            outbox.offer(verdict("x".repeat(10_000)));
        }
        client.readOne();
        assertThat(client.received).hasSize(1 + 4);
        waiting = 10;
    }

    @Test
    void sendsAnyNumberOfFramesToAFastClientWithoutRecursion() {
        Outbox outbox = new Outbox(withRoomFor(100_000), client, GREETING);
        for (int i = 0; i < 100_000; i++) {
            outbox.offer(verdict("v"));
        }
        client.read();
        assertThat(client.received).hasSize(100_001);
    }

    @Test
    void keepsOnlyTheNewestMetrics() {
        Outbox outbox = new Outbox(rules, client, GREETING);
        outbox.offer(Urgent.METRICS, metrics("m1"));
        outbox.offer(Urgent.METRICS, metrics("m2"));
        outbox.offer(Urgent.METRICS, metrics("m3"));
        client.read();
        assertThat(client.received).containsExactly("hello", "m3");
        assertThat(frames("conflated")).isEqualTo(2);
    }

    @Test
    void dropsWhatDoesNotFitAndTellsHowMuchWhereItIsMissing() {
        Outbox outbox = new Outbox(rules, client, GREETING);
        for (int i = 0; i < 6; i++) {
            outbox.offer(verdict("verdict-1" + i));
        }
        outbox.offer(new Frame("verdict-16", 1 + 9));
        client.read();
        outbox.offer(verdict("verdict-17"));
        assertThat(client.received)
                .containsExactly(
                        "hello", "verdict-10", "verdict-11", "verdict-12", "verdict-13", "gap 12", "verdict-17");
        assertThat(frames("dropped")).isEqualTo(3);
    }

    @Test
    void tellsWhatIsMissingEvenWhenNoFurtherVerdictComes() {
        Outbox outbox = new Outbox(rules, client, GREETING);
        for (int i = 0; i < 5; i++) {
            outbox.offer(verdict("verdict-1" + i));
        }
        client.read();
        outbox.offer(Urgent.METRICS, metrics("m"));
        assertThat(client.received).endsWith("m", "gap 1");
    }

    @Test
    void keepsThreatsWhenThereIsNoRoomForAll() {
        Outbox outbox = new Outbox(withRoomFor(1_000), client, GREETING);
        for (int i = 0; i < 10; i++) {
            outbox.offer(weighted("benign-" + i, 0));
            outbox.offer(weighted("middle-" + i, 0.4));
            outbox.offer(weighted("threat-" + i, 1));
        }
        client.read();
        assertThat(received("benign")).isEqualTo(2);
        assertThat(received("middle")).isEqualTo(2);
        assertThat(received("threat")).isEqualTo(5);
        // What was missed is told where it is missing.
        assertThat(client.received.stream().map(text -> text.strip().substring(0, 5)))
                .containsExactly(
                        "hello", "benig", "middl", "threa", "benig", "middl", "threa", "gap 2", "threa", "gap 2",
                        "threa", "gap 2", "threa");
    }

    @Test
    void isStalledWhenItStaysFull() {
        String large = "x".repeat(40_000);
        Outbox outbox = new Outbox(withRoomFor(10 * 40_000), client, GREETING);
        for (int i = 0; i < 12; i++) {
            outbox.offer(verdict(large));
        }
        // One frame every second is taken and one comes: progress, but it never catches up.
        for (int second = 0; second < 10; second++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            client.readOne();
            outbox.offer(verdict(large));
            assertThat(outbox.isStalled()).isFalse();
        }
        nanos.addAndGet(1);
        assertThat(outbox.isStalled()).isTrue();
        outbox.close(CloseReason.TOO_SLOW);
        client.read();
    }

    @Test
    void isNotStalledOnceHalfOfItIsFree() {
        Outbox outbox = new Outbox(rules, client, GREETING);
        for (int i = 0; i < 5; i++) {
            outbox.offer(verdict("verdict-1" + i));
        }
        client.read();
        nanos.addAndGet(STALL.toNanos() + 1);
        assertThat(outbox.isStalled()).isFalse();
    }

    @Test
    void isStalledWhenTheClientTakesNothingAtAll() {
        Outbox outbox = new Outbox(rules, client, GREETING);
        nanos.addAndGet(STALL.toNanos());
        assertThat(outbox.isStalled()).isFalse();
        nanos.addAndGet(1);
        assertThat(outbox.isStalled()).isTrue();
        waiting = 1;
    }

    @Test
    void closesAfterTheFrameUnderWay() {
        Outbox outbox = new Outbox(rules, client, GREETING);
        outbox.offer(verdict("a"));
        outbox.close(CloseReason.TOO_SLOW);
        outbox.offer(verdict("b"));
        assertThat(client.closes).isEmpty();
        client.readOne();
        assertThat(client.received).containsExactly("hello");
        assertThat(client.closes).containsExactly(CloseReason.TOO_SLOW);
        assertThat(outbox.isStalled()).isFalse();
    }

    @Test
    void closesAtOnceWhenNothingIsUnderWay() {
        Outbox outbox = new Outbox(rules, FakeConnection.reading(), GREETING);
        FakeConnection idle = FakeConnection.reading();
        Outbox other = new Outbox(rules, idle, GREETING);
        other.close(CloseReason.SHUTDOWN);
        other.close(CloseReason.TOO_SLOW);
        assertThat(idle.closes).containsExactly(CloseReason.SHUTDOWN);
        assertThat(outbox.abandon()).isNull();
        assertThat(other.abandon()).isEqualTo(CloseReason.SHUTDOWN);
    }

    @Test
    void closesWhenAFrameCannotBeSent() {
        Outbox outbox = new Outbox(rules, client, GREETING);
        outbox.offer(verdict("a"));
        client.fail();
        assertThat(client.closes).containsExactly(CloseReason.FAILED);
        assertThat(outbox.abandon()).isEqualTo(CloseReason.FAILED);
        assertThat(frames("dropped")).isEqualTo(2);
    }

    private Outbox.Rules withRoomFor(long bytes) {
        return new Outbox.Rules(
                bytes, STALL, Runnable::run, nanos::get, missed -> new Frame("gap " + missed, missed), meters);
    }

    private long received(String what) {
        return client.received.stream().filter(text -> text.startsWith(what)).count();
    }

    private static Frame weighted(String text, double weight) {
        return new Frame(text + " ".repeat(100 - text.length()), 1, weight);
    }

    private static Frame verdict(String text) {
        return new Frame(text, 1);
    }

    private static Frame metrics(String text) {
        return new Frame(text, 0);
    }

    private double frames(String what) {
        return registry.get("kongguard.gateway.frames." + what).counter().count();
    }
}
