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
import ai.kongguard.testkit.TestEvents;
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
    void tellsTheNewestThatMatchFirstAndThenOnlyWhatComes() throws InterruptedException {
        arrive(Samples.attack("a0"), Samples.benign("b1"), Samples.attack("a2"), Samples.attack("a3"));
        hub.tick();
        arrive(Samples.attack("a4"));
        FakeConnection two = join(StreamRequest.of(Map.of("history", List.of("2"), "action", List.of("block"))));
        FakeConnection all = join(StreamRequest.of(Map.of("history", List.of("500"))));
        FakeConnection none = join(StreamRequest.ALL);
        assertThat(ids(two)).containsExactly("a2", "a3");
        assertThat(ids(all)).containsExactly("a0", "b1", "a2", "a3");
        assertThat(ids(none)).isEmpty();
        JsonNode told = JSON.readTree(batch(two).text());
        assertThat(told.at("/replayed").asBoolean()).isTrue();
        assertThat(told.at("/skipped").asInt()).isZero();
        assertThat(told.at("/cursor").asString()).isEqualTo("0-4");
        hub.tick();
        assertThat(ids(two)).containsExactly("a2", "a3", "a4");
        assertThat(ids(all)).containsExactly("a0", "b1", "a2", "a3", "a4");
        assertThat(ids(none)).containsExactly("a4");
        assertThat(JSON.readTree(batch(two).text()).at("/replayed").asBoolean()).isFalse();
    }

    @Test
    void doesNotLookAtTheHistoryOfWhoResumes() throws InterruptedException {
        queue.put(Cursor.of(Map.of(0, 0L)));
        arrive(Samples.benign("b0"), Samples.benign("b1"), Samples.benign("b2"));
        hub.tick();
        FakeConnection client = join(StreamRequest.of(Map.of("cursor", List.of("0-2"), "history", List.of("3"))));
        assertThat(ids(client)).containsExactly("b2");
    }

    @Test
    void tellsHistoryInTheOrderOfTimeAndOfEachPartition() throws InterruptedException {
        put(1, 0, judgedAfter("late", 300));
        put(1, 1, judgedAfter("later by a clock that is behind", 100));
        put(0, 0, judgedAfter("early", 200));
        put(0, 1, judgedAfter("last", 400));
        hub.tick();
        assertThat(ids(join(StreamRequest.of(Map.of("history", List.of("3"))))))
                .containsExactly("late", "later by a clock that is behind", "last");
    }

    @Test
    void tellsNoMoreHistoryThanLeavesRoomForWhatFollows() throws InterruptedException {
        hub.close();
        hub = hub(0, 64 * 1024);
        for (int i = 0; i < 40; i++) {
            arrive(Samples.hostile("a" + i, "x".repeat(500)));
        }
        hub.tick();
        FakeConnection stuck = new FakeConnection();
        hub.join(stuck, StreamRequest.of(Map.of("history", List.of("40"))));
        for (int i = 0; i < 3; i++) {
            arrive(Samples.hostile("b" + i, "x".repeat(500)));
        }
        hub.tick();
        stuck.read();
        assertThat(ids(stuck)).hasSizeBetween(4, 10).endsWith("a38", "a39", "b0", "b1", "b2");
        assertThat(skipped(stuck)).isZero();
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
    void whoGaveASecondOpinionIsNoModelOfTheAnalyzer() throws InterruptedException {
        FakeConnection client = join(StreamRequest.ALL);
        arrive(Samples.attack("a"));
        arrive(Samples.reviewed("a"));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        hub.tick();
        JsonNode frame = client.received.stream()
                .map(JSON::readTree)
                .filter(one -> one.at("/type").asString().equals("status"))
                .findFirst()
                .orElseThrow();
        assertThat(frame.at("/analyzers/local/model").asString())
                .isEqualTo(Samples.attack("a").model());
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

    private void put(int partition, long at, Verdict verdict) throws InterruptedException {
        queue.put(new PositionedVerdict(partition, at, verdict));
    }

    private static Verdict judgedAfter(String id, long millis) {
        return TestEvents.judgedAfter(Samples.benign(id), millis);
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
