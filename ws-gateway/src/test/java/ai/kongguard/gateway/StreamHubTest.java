package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.stream.Arrival;
import ai.kongguard.gateway.stream.Cursor;
import ai.kongguard.gateway.stream.PositionedVerdict;
import ai.kongguard.gateway.stream.StatusBoard;
import ai.kongguard.gateway.stream.StreamHub;
import ai.kongguard.gateway.stream.StreamRequest;
import ai.kongguard.gateway.stream.VerdictLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamHubTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final VerdictLog NONE = () -> {
        throw new IllegalStateException("Kafka is not asked");
    };

    private final AtomicLong nanos = new AtomicLong();
    private FeedQueue<Arrival> queue = new FeedQueue<>(100_000);
    private final StatusBoard status = new StatusBoard(Map::of, now -> List.of(), List::of, Map::of);
    private StreamHub hub = hub(0, 1 << 20);
    private long offset;

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void encodesOneFrameForAllWhoWantTheSame() throws InterruptedException {
        FakeConnection one = join(StreamRequest.ALL);
        FakeConnection same = join(StreamRequest.of(Map.of("min_score", List.of("0"))));
        FakeConnection other = join(StreamRequest.of(Map.of("action", List.of("block"))));
        arrive(Samples.benign("b"), Samples.attack("a"));
        hub.tick();
        assertThat(batch(one)).isSameAs(batch(same)).isNotSameAs(batch(other));
        assertThat(ids(one)).containsExactly("b", "a");
        assertThat(ids(other)).containsExactly("a");
    }

    @Test
    void sendsTheWorstOfASecondUnderItsRateAndTellsTheRest() throws InterruptedException {
        FakeConnection client = join(StreamRequest.of(Map.of("rate", List.of("10"))));
        for (int tick = 0; tick < 20; tick++) {
            for (int i = 0; i < 5; i++) {
                arrive(i == 2 && tick % 4 == 3 ? Samples.attack("a" + tick) : Samples.benign("b" + tick + "-" + i));
            }
            nanos.addAndGet(Duration.ofMillis(50).toNanos());
            hub.tick();
        }
        assertThat(ids(client).size() + skipped(client)).isEqualTo(100);
        assertThat(ids(client)).hasSizeBetween(13, 21).contains("a3", "a7", "a11", "a15", "a19");
    }

    @Test
    void keepsTheWorstForASessionWhoseOutboxFillsUp() throws InterruptedException {
        hub.close();
        hub = hub(0, 256 * 1024);
        FakeConnection slow = new FakeConnection();
        hub.join(slow, StreamRequest.ALL);
        FakeConnection fast = join(StreamRequest.ALL);
        String padding = "x".repeat(1_000);
        int sent = 0;
        for (int tick = 0; tick < 20; tick++) {
            for (int i = 0; i < 50; i++) {
                arrive(i == 25 ? Samples.hostile("a" + tick, padding) : Samples.benign("b" + padding + i));
                sent++;
            }
            hub.tick();
            if (tick % 2 == 1) {
                slow.readOne();
            }
        }
        slow.read();
        arrive(Samples.attack("last"));
        hub.tick();
        assertThat(ids(fast)).hasSize(sent + 1);
        assertThat(ids(slow).size() + skipped(slow)).isEqualTo(sent + 1);
        assertThat(ids(slow)).hasSizeLessThan(sent / 2).contains("a5", "a12", "a19", "last");
    }

    @Test
    void movesTheCursorWhenNothingMatches() throws InterruptedException {
        FakeConnection client = join(StreamRequest.of(Map.of("tier", List.of("nobody"))));
        arrive(Samples.benign("b1"), Samples.benign("b2"));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        hub.tick();
        JsonNode batch = JSON.readTree(batch(client).text());
        assertThat(batch.at("/cursor").asString()).isEqualTo("0-2");
        assertThat(batch.at("/verdicts")).isEmpty();
        assertThat(batch.at("/skipped").asInt()).isZero();
    }

    @Test
    void resumesFromMemoryAndWaitsForWhatThisReplicaHasNotReadYet() throws InterruptedException {
        queue.put(Cursor.of(Map.of(0, 0L)));
        arrive(Samples.benign("b0"), Samples.benign("b1"), Samples.benign("b2"));
        hub.tick();
        FakeConnection behind = join(StreamRequest.of(Map.of("cursor", List.of("0-1"))));
        FakeConnection ahead = join(StreamRequest.of(Map.of("cursor", List.of("0-4"))));
        assertThat(ids(behind)).containsExactly("b1", "b2");
        assertThat(ids(ahead)).isEmpty();
        arrive(Samples.benign("b3"), Samples.benign("b4"));
        hub.tick();
        assertThat(ids(behind)).containsExactly("b1", "b2", "b3", "b4");
        assertThat(ids(ahead)).containsExactly("b4");
    }

    @Test
    void saysThatATierIsDegraded() throws InterruptedException {
        FakeConnection client = join(StreamRequest.ALL);
        arrive(Samples.degraded("a", "timeout"));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        hub.tick();
        JsonNode frame = client.received.stream()
                .map(JSON::readTree)
                .filter(one -> one.at("/type").asString().equals("status"))
                .findFirst()
                .orElseThrow();
        assertThat(frame.at("/analyzers/local/degraded").asString()).isEqualTo("timeout");
    }

    @Test
    void refusesMoreSessionsThanItMayHave() {
        hub.close();
        hub = hub(0, 1 << 20);
        for (int i = 0; i < 3; i++) {
            join(StreamRequest.ALL);
        }
        FakeConnection fourth = join(StreamRequest.ALL);
        assertThat(fourth.closes).containsExactly(CloseReason.REFUSED);
        assertThat(fourth.received).isEmpty();
    }

    private StreamHub hub(int maxEventsPerSecond, long outboxBytes) {
        queue = new FeedQueue<>(100_000);
        return new StreamHub(
                queue,
                new TileBoard(Samples.TIER, () -> Samples.NOW),
                status,
                NONE,
                new StreamHub.Limits(
                        maxEventsPerSecond,
                        3,
                        outboxBytes,
                        Duration.ofSeconds(10),
                        new Reconnection(Duration.ofSeconds(5), new Random(7)),
                        100,
                        1_000,
                        1,
                        Duration.ofSeconds(10)),
                Runnable::run,
                () -> Samples.NOW,
                nanos::get,
                new GatewayMeters(new SimpleMeterRegistry()));
    }

    private FakeConnection join(StreamRequest request) {
        FakeConnection client = FakeConnection.reading();
        hub.join(client, request);
        return client;
    }

    private void arrive(Verdict... verdicts) throws InterruptedException {
        for (Verdict verdict : verdicts) {
            queue.put(new PositionedVerdict(0, offset++, verdict));
        }
    }

    /** The newest batch, shared with others. */
    private static Frame batch(FakeConnection client) {
        return client.frames.stream()
                .filter(frame -> frame.text().startsWith("{\"type\":\"batch\""))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static List<String> ids(FakeConnection client) {
        return client.received.stream()
                .map(JSON::readTree)
                .flatMap(frame -> frame.path("verdicts").valueStream())
                .map(verdict -> verdict.at("/event_id").asString())
                .toList();
    }

    private static long skipped(FakeConnection client) {
        return client.received.stream()
                .map(JSON::readTree)
                .mapToLong(frame -> frame.path("skipped").asLong(0))
                .sum();
    }
}
