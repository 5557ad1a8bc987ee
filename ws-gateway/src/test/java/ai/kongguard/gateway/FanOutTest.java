package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FanOutTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration STALL = Duration.ofSeconds(10);

    private final AtomicLong nanos = new AtomicLong();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FeedQueue<Verdict> feed = new FeedQueue<>(10_000);
    private final VerdictHistory history = new VerdictHistory(Samples.TIER, 100);
    private final TileBoard board = new TileBoard(Samples.TIER, () -> Samples.NOW);

    @Test
    void showsToEachSessionWhatCameAfterItJoinedAndBeforeInTheHistory() throws InterruptedException {
        FanOut fanOut = fanOut(0, 10, 1_000_000);
        FakeConnection first = join(fanOut);
        feed.put(Samples.attack("e1"));
        fanOut.tick();
        FakeConnection second = join(fanOut);
        feed.put(Samples.benign("e2"));
        fanOut.tick();
        assertThat(eventIds(first)).containsExactly("e1", "e2");
        assertThat(eventIds(second)).containsExactly("e2");
        assertThat(frames(second, "connection").get(0).at("/history/0/event_id").asString())
                .isEqualTo("e1");
        assertThat(frames(first, "connection").get(0).at("/history")).isEmpty();
    }

    @Test
    void accountsForEveryVerdictUnderACap() throws InterruptedException {
        FanOut fanOut = fanOut(10, 10, 1_000_000);
        FakeConnection client = join(fanOut);
        FakeConnection late = FakeConnection.reading();
        for (int tick = 0; tick < 40; tick++) {
            for (int i = 0; i < 25; i++) {
                feed.put(i == 7 ? Samples.attack("a" + tick + "-" + i) : Samples.benign("b" + tick + "-" + i));
            }
            if (tick == 21) {
                fanOut.join(late);
            }
            nanos.addAndGet(Duration.ofMillis(50).toNanos());
            fanOut.tick();
        }
        pause(fanOut);
        assertThat(accountedFor(client)).isEqualTo(40 * 25 + 1);
        assertThat(accountedFor(late)).isEqualTo(19 * 25 + 1);
        assertThat(eventIds(client)).hasSizeBetween(25, 31);
        assertThat(eventIds(client).stream().skip(10).filter(id -> id.startsWith("a")))
                .hasSizeGreaterThan(15);
        assertThat(count("verdicts.shown") + count("verdicts.sampled_out")).isEqualTo(40 * 25 + 1);
    }

    @Test
    void accountsForEveryVerdictToASlowClientAndDelaysNobody() throws InterruptedException {
        FanOut fanOut = fanOut(0, 10, 16_384);
        FakeConnection fast = join(fanOut);
        FakeConnection slow = new FakeConnection();
        fanOut.join(slow);
        for (int i = 0; i < 100; i++) {
            feed.put(Samples.benign("e" + i));
            fanOut.tick();
        }
        assertThat(eventIds(fast)).hasSize(100);
        slow.read();
        pause(fanOut);
        assertThat(eventIds(slow)).hasSizeBetween(5, 50);
        assertThat(accountedFor(slow)).isEqualTo(101);
        assertThat(accountedFor(fast)).isEqualTo(101);
    }

    @Test
    void closesASessionThatStaysStuck() throws InterruptedException {
        FanOut fanOut = fanOut(0, 10, 16_384);
        FakeConnection stuck = new FakeConnection();
        fanOut.join(stuck);
        FakeConnection other = join(fanOut);
        nanos.addAndGet(STALL.toNanos() + 1);
        fanOut.tick();
        stuck.readOne();
        assertThat(stuck.closes).containsExactly(CloseReason.TOO_SLOW);
        assertThat(other.closes).isEmpty();
        assertThat(registry.get("kongguard.gateway.sessions").gauge().value()).isEqualTo(1);
        assertThat(closed("too_slow")).isEqualTo(1);
    }

    @Test
    void refusesMoreSessionsThanItMayHave() {
        FanOut fanOut = fanOut(0, 1, 16_384);
        Outbox first = fanOut.join(FakeConnection.reading());
        FakeConnection second = FakeConnection.reading();
        assertThat(fanOut.join(second)).isNull();
        assertThat(second.closes).containsExactly(CloseReason.REFUSED);
        assertThat(first).isNotNull();
        fanOut.leave(first);
        fanOut.leave(first);
        assertThat(join(fanOut).closes).isEmpty();
        assertThat(closed("client")).isEqualTo(1);
        assertThat(registry.get("kongguard.gateway.sessions").gauge().value()).isEqualTo(1);
    }

    @Test
    void sendsMetricsWhenTheyChangeButNotTooOftenAndEverySecondInSilence() {
        FanOut fanOut = fanOut(0, 10, 16_384);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        FakeConnection client = join(fanOut);
        for (int tick = 0; tick < 20; tick++) {
            board.add(Samples.total(tick, 0, 0, Samples.NOW));
            fanOut.tick();
            nanos.addAndGet(Duration.ofMillis(50).toNanos());
        }
        assertThat(frames(client, "metrics")).hasSize(10);
        for (int tick = 0; tick < 40; tick++) {
            fanOut.tick();
            nanos.addAndGet(Duration.ofMillis(50).toNanos());
        }
        assertThat(frames(client, "metrics")).hasSizeBetween(12, 13);
        List<JsonNode> metrics = frames(client, "metrics");
        assertThat(metrics.get(metrics.size() - 1).at("/metrics/total_requests").asInt())
                .isEqualTo(19);
        assertThat(metrics.get(0).at("/sessions").asInt()).isEqualTo(1);
    }

    @Test
    void tellsEverySessionThatItShutsDown() {
        FanOut fanOut = fanOut(0, 10, 16_384);
        FakeConnection client = join(fanOut);
        fanOut.close();
        assertThat(client.closes).containsExactly(CloseReason.SHUTDOWN);
        assertThat(client.farewells.get(0)).contains("reconnect in ");
        assertThat(join(fanOut).closes).containsExactly(CloseReason.SHUTDOWN);
    }

    private FanOut fanOut(int maxEventsPerSecond, int maxSessions, long outboxBytes) {
        return new FanOut(
                feed,
                history,
                board,
                new FanOut.Limits(
                        maxEventsPerSecond,
                        maxSessions,
                        outboxBytes,
                        STALL,
                        new Reconnection(Duration.ofSeconds(10), new Random(1))),
                Runnable::run,
                () -> Samples.NOW,
                nanos::get,
                new GatewayMeters(registry),
                SideFrames.NONE);
    }

    private static FakeConnection join(FanOut fanOut) {
        FakeConnection client = FakeConnection.reading();
        fanOut.join(client);
        return client;
    }

    /** Long enough for the cap to allow one more verdict, which tells what was skipped before it. */
    private void pause(FanOut fanOut) throws InterruptedException {
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        feed.put(Samples.benign("last"));
        fanOut.tick();
    }

    private static long accountedFor(FakeConnection client) {
        long skipped = client.received.stream()
                .map(JSON::readTree)
                .mapToLong(frame -> frame.path("skipped").asLong(0))
                .sum();
        return skipped + eventIds(client).size();
    }

    private static List<String> eventIds(FakeConnection client) {
        return frames(client, "threat_analysis").stream()
                .map(frame -> frame.get("event_id").asString())
                .toList();
    }

    private static List<JsonNode> frames(FakeConnection client, String type) {
        return client.received.stream()
                .map(JSON::readTree)
                .filter(frame -> frame.get("type").asString().equals(type))
                .toList();
    }

    private double count(String name) {
        return registry.get("kongguard.gateway." + name).counter().count();
    }

    private double closed(String reason) {
        return registry.get("kongguard.gateway.sessions.closed")
                .tag("reason", reason)
                .counter()
                .count();
    }
}
