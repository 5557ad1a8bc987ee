package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.gateway.stream.Cursor;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SMALL_MEMORY = "--kongguard.gateway.stream.recent=10";

    private final TestBroker broker = TestBroker.shared();
    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);

    @Test
    void sendsEachClientTheBatchesItAskedFor() {
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix);
                GatewayClient all = GatewayClient.stream(gateway.port(), "");
                GatewayClient threats = GatewayClient.stream(gateway.port(), "?min_score=0.8&action=block")) {
            JsonNode hello = all.first();
            assertThat(hello.at("/type").asString()).isEqualTo("hello");
            assertThat(hello.at("/protocol").asInt()).isEqualTo(1);
            assertThat(hello.at("/resume").asString()).isEqualTo("live");
            assertThat(hello.at("/metrics/total_requests").asInt()).isZero();
            assertThat(threats.first().at("/filter/action/0").asString()).isEqualTo("block");
            gateway.publish(Samples.attack("e1"), Samples.benign("e2"), TestEvents.revised(Samples.attack("e1"), 1));
            await().atMost(PATIENCE).until(() -> all.streamed().size() == 3);
            assertThat(all.streamed()).containsExactly("e1", "e2", "e1");
            assertThat(threats.streamed()).containsExactly("e1", "e1");
            threats.say("{\"type\":\"subscribe\",\"filter\":{\"type\":[\"none\"]}}");
            threats.awaitFrame(frame -> frame.path("type").asString("").equals("subscribed"));
            gateway.publish(Samples.attack("e3"), Samples.benign("e4"));
            await().atMost(PATIENCE).until(() -> all.streamed().size() == 5);
            await().atMost(PATIENCE).until(() -> threats.streamed().contains("e4"));
            assertThat(threats.streamed()).containsExactly("e1", "e1", "e4");
        }
    }

    @Test
    void tellsHowTheSystemIsEverySecond() {
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix);
                GatewayClient client = GatewayClient.stream(gateway.port(), "")) {
            gateway.publish(Samples.attack("e1"));
            gateway.publish(Samples.total(9, 1, 1, Samples.NOW));
            JsonNode status =
                    client.awaitFrame(frame -> frame.at("/tiers/local/requests").asInt() == 9
                            && frame.at("/analyzers/local").isObject());
            assertThat(status.at("/type").asString()).isEqualTo("status");
            assertThat(status.at("/sessions").asInt()).isEqualTo(1);
            assertThat(status.at("/analyzers/local/degraded").isNull()).isTrue();
            assertThat(status.at("/feed/sampled_out").isNumber()).isTrue();
            assertThat(status.at("/readers").valueStream().map(reader -> reader.at("/name")
                            .asString()))
                    .contains(prefix + Topics.VERDICTS.name());
            assertThat(status.at("/runs").isArray()).isTrue();
            client.say("{\"type\":\"ping\",\"id\":\"p7\"}");
            client.awaitFrame(frame -> frame.at("/id").asString("").equals("p7"));
            client.say("{\"type\":\"subscribe\",\"filter\":{\"rate\":\"0\"}}");
            JsonNode error =
                    client.awaitFrame(frame -> frame.at("/type").asString("").equals("error"));
            assertThat(error.at("/parameter").asString()).isEqualTo("rate");
            client.say("who are you?");
            client.awaitFrame(frame -> frame.at("/parameter").asString("").equals("message"));
            client.say("{\"type\":\"subscribe\"}");
            client.awaitFrame(frame -> frame.at("/type").asString("").equals("subscribed"));
            assertThat(new DescribedSockets().check("stream", client.frames))
                    .contains("hello", "batch", "metrics", "status", "subscribed", "error", "pong");
            assertThat(client.closeCode).hasValue(0);
        }
    }

    @Test
    void resumesFromMemoryWithoutLossOrDoubling() {
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix)) {
            resumesWithoutLossOrDoubling(gateway, gateway);
        }
    }

    @Test
    void resumesFromKafkaInAnotherReplicaWhileTrafficGoesOn() {
        topics.create(Topics.VERDICTS, 3);
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix, SMALL_MEMORY);
                GatewayProcess other = GatewayProcess.start(broker, prefix, SMALL_MEMORY)) {
            resumesWithoutLossOrDoubling(gateway, other);
        }
    }

    private void resumesWithoutLossOrDoubling(GatewayProcess gateway, GatewayProcess other) {
        String cursor;
        List<String> before;
        try (GatewayClient client = GatewayClient.stream(gateway.port(), "?min_score=0")) {
            client.first();
            publish(0, 300);
            await().atMost(PATIENCE)
                    .until(() ->
                            client.cursor().length() > 4 && client.streamed().size() >= 100);
            cursor = client.cursor();
            before = seenAt(client, cursor);
        }
        try (GatewayClient onlooker = GatewayClient.stream(other.port(), "?min_score=0")) {
            onlooker.first();
            publish(300, 1_200);
            // What the replica reads only after the client came is live, and may be skipped because of the rate.
            await().atMost(PATIENCE).until(() -> recordsUpTo(onlooker.cursor()) == 1_500);
        }
        Thread busy = new Thread(() -> publish(1_500, 1_500));
        busy.start();
        try (GatewayClient client = GatewayClient.stream(other.port(), "?cursor=" + cursor + "&rate=100000")) {
            assertThat(client.first().at("/resume").asString()).isEqualTo("resuming");
            await().atMost(PATIENCE)
                    .until(() -> before.size() + client.streamed().size() + skipped(client) >= 3_000);
            List<String> all = new ArrayList<>(before);
            all.addAll(client.streamed());
            assertThat(all).doesNotHaveDuplicates();
            assertThat(all.size() + skipped(client)).isEqualTo(3_000);
            assertThat(all).containsAll(ids(0, 1_500));
            assertThat(client.frames.stream()
                            .anyMatch(frame -> frame.at("/type").asString("").equals("gap")))
                    .isFalse();
        }
    }

    @Test
    void tellsHistoryAndGoesOnFromThereWhileTrafficGoesOn() throws InterruptedException {
        topics.create(Topics.VERDICTS, 3);
        try (GatewayProcess gateway =
                GatewayProcess.start(broker, prefix, "--kongguard.gateway.stream.max-events-per-second=0")) {
            Thread busy = new Thread(() -> publish(0, 5_000));
            busy.start();
            await().atMost(PATIENCE).until(() -> gateway.count("verdicts.consumed") >= 1_000);
            try (GatewayClient client = GatewayClient.stream(gateway.port(), "?history=200")) {
                assertThat(client.first().at("/resume").asString()).isEqualTo("live");
                Cursor joined = Cursor.parse(client.first().at("/cursor").asString());
                busy.join();
                List<String> before = new ArrayList<>();
                List<String> after = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> record : topics.readAll(Topics.VERDICTS)) {
                    boolean known = record.offset() < joined.next(record.partition());
                    (known ? before : after)
                            .add(RecordCodec.VERDICT.decode(record.value()).eventId());
                }
                await().atMost(PATIENCE).until(() -> client.streamed().size() >= 200 + after.size());
                List<String> told = client.streamed();
                assertThat(told).doesNotHaveDuplicates();
                assertThat(before).containsAll(told.subList(0, 200));
                assertThat(after).isNotEmpty().containsExactlyInAnyOrderElementsOf(told.subList(200, told.size()));
                assertThat(client.frames.stream()
                                .filter(frame -> frame.path("replayed").asBoolean(false))
                                .mapToInt(frame -> frame.path("verdicts").size())
                                .sum())
                        .isEqualTo(200);
                assertThat(new DescribedSockets().check("stream", client.frames))
                        .contains("batch");
            }
        }
    }

    @Test
    void remembersWhatCameBeforeItStarted() {
        topics.create(Topics.VERDICTS, 3);
        // In the order of time, of which a reader that takes one partition after the other sees little.
        for (int at = 0; at < 300; at += 10) {
            List<byte[]> values = IntStream.range(at, at + 10)
                    .mapToObj(i -> TestEvents.judgedAfter(Samples.benign("e" + i), i))
                    .map(RecordCodec.VERDICT::encode)
                    .toList();
            topics.send(Topics.VERDICTS, "203.0.113." + at / 10 % 7, Samples.NOW, values, Map.of());
        }
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix);
                GatewayClient opened = GatewayClient.stream(gateway.port(), "?history=100");
                GatewayClient resumed = GatewayClient.stream(gateway.port(), "?cursor=0-0")) {
            await().atMost(PATIENCE).until(() -> opened.streamed().size() >= 100);
            await().atMost(PATIENCE).until(() -> resumed.streamed().size() >= 300);
            gateway.publish(Samples.attack("e300"));
            await().atMost(PATIENCE).until(() -> opened.streamed().contains("e300"));
            await().atMost(PATIENCE).until(() -> resumed.streamed().contains("e300"));
            assertThat(opened.streamed()).isEqualTo(ids(200, 301));
            assertThat(resumed.streamed()).containsExactlyInAnyOrderElementsOf(ids(0, 301));
        }
    }

    @Test
    void tellsWhatKafkaNoLongerHas() throws Exception {
        topics.create(Topics.VERDICTS, 1);
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix, SMALL_MEMORY);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            publish(0, 500);
            TopicPartition partition = new TopicPartition(prefix + Topics.VERDICTS.name(), 0);
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(400)))
                    .all()
                    .get();
            try (GatewayClient client = GatewayClient.stream(gateway.port(), "?cursor=0-100")) {
                await().atMost(PATIENCE).until(() -> client.streamed().contains("e499"));
                JsonNode gap = gap(client);
                assertThat(gap.at("/reason").asString()).isEqualTo("expired");
                assertThat(gap.at("/offsets").asInt()).isEqualTo(300);
                assertThat(gap.at("/from").asString()).isEqualTo("0-100");
                assertThat(gap.at("/to").asString()).isEqualTo("0-400");
                assertThat(client.streamed()).isEqualTo(ids(400, 500));
            }
        }
    }

    @Test
    void tellsWhatIsTooFarBehindAndWhatItDoesNotKnow() {
        topics.create(Topics.VERDICTS, 1);
        try (GatewayProcess gateway = GatewayProcess.start(
                broker,
                prefix,
                SMALL_MEMORY,
                "--kongguard.gateway.stream.max-backlog=50",
                "--kongguard.gateway.stream.cursor-patience=1s")) {
            try (GatewayClient live = GatewayClient.stream(gateway.port(), "")) {
                live.first();
                publish(0, 500);
                await().atMost(PATIENCE).until(() -> live.cursor().equals("0-500"));
            }
            try (GatewayClient far = GatewayClient.stream(gateway.port(), "?cursor=0-100");
                    GatewayClient unknown = GatewayClient.stream(gateway.port(), "?cursor=0-9999")) {
                await().atMost(PATIENCE).until(() -> far.streamed().contains("e499"));
                assertThat(gap(far).at("/reason").asString()).isEqualTo("too_far_behind");
                assertThat(far.streamed()).isEqualTo(ids(450, 500));
                assertThat(gap(unknown).at("/reason").asString()).isEqualTo("unknown_cursor");
                publish(500, 1);
                await().atMost(PATIENCE).until(() -> unknown.streamed().equals(List.of("e500")));
                assertThat(new DescribedSockets().check("stream", unknown.frames))
                        .contains("gap");
                assertThat(new DescribedSockets().check("stream", far.frames)).contains("gap");
            }
        }
    }

    @Test
    void keepsThreatsForAClientThatReadsSlowlyAndTellsTheRest() {
        try (GatewayProcess gateway = GatewayProcess.start(
                        broker,
                        prefix,
                        "--kongguard.gateway.outbox.max-size=1MB",
                        "--kongguard.gateway.stream.max-events-per-second=0");
                GatewayClient stuck = GatewayClient.stuckStream(gateway.port(), "");
                GatewayClient fast = GatewayClient.stream(gateway.port(), "?min_score=0.1")) {
            fast.first();
            String padding = "x".repeat(1_000);
            int sent = 0;
            // Until its outbox fills up, though never so long that it is closed.
            while (gateway.count("stream.verdicts.skipped") <= skipped(fast) && sent < 40_000) {
                int from = sent;
                gateway.publish(IntStream.range(from, from + 50)
                        .mapToObj(i -> Samples.hostile("e" + i, padding))
                        .toList());
                sent += 50;
                int all = sent;
                await().atMost(PATIENCE).until(() -> fast.streamed().size() + skipped(fast) == all);
            }
            stuck.read();
            int all = sent;
            await().atMost(PATIENCE).until(() -> stuck.streamed().size() + skipped(stuck) == all);
            assertThat(skipped(stuck)).isPositive();
            assertThat(skipped(fast)).isLessThan(skipped(stuck));
            assertThat(stuck.closeCode).hasValue(0);
        }
    }

    @Test
    void refusesAQueryItDoesNotUnderstand() throws Exception {
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix)) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + gateway.port() + "/stream?min_score=2"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("min_score must be a number from 0 to 1");
        }
    }

    @Test
    void tellsItsSessionsThatItShutsDown() {
        GatewayProcess gateway = GatewayProcess.start(broker, prefix);
        try (GatewayClient client = GatewayClient.stream(gateway.port(), "")) {
            client.first();
            gateway.close();
            await().atMost(PATIENCE).untilAtomic(client.closeCode, Matchers.not(0));
            assertThat(client.closeCode).hasValue(CloseReason.SHUTDOWN.code());
        }
    }

    /** Spread over partitions by their client. */
    private void publish(int from, int count) {
        for (int at = from; at < from + count; at += 100) {
            List<byte[]> values = IntStream.range(at, Math.min(at + 100, from + count))
                    .mapToObj(i -> Samples.benign("e" + i))
                    .map(RecordCodec.VERDICT::encode)
                    .toList();
            topics.send(Topics.VERDICTS, "203.0.113." + at / 100, Samples.NOW, values, Map.of());
        }
    }

    private static List<String> seenAt(GatewayClient client, String cursor) {
        List<String> seen = new ArrayList<>();
        for (JsonNode frame : client.frames) {
            frame.path("verdicts")
                    .valueStream()
                    .forEach(verdict -> seen.add(verdict.at("/event_id").asString()));
            if (frame.path("cursor").asString("").equals(cursor)) {
                return seen;
            }
        }
        throw new AssertionError("no frame had " + cursor);
    }

    private static JsonNode gap(GatewayClient client) {
        return client.awaitFrame(frame -> frame.at("/type").asString("").equals("gap"));
    }

    private static long skipped(GatewayClient client) {
        return client.frames.stream()
                .mapToLong(frame -> frame.path("skipped").asLong(0))
                .sum();
    }

    private static long recordsUpTo(String cursor) {
        return Stream.of(cursor.split("\\."))
                .filter(part -> part.contains("-"))
                .mapToLong(part -> Long.parseLong(part.substring(part.indexOf('-') + 1)))
                .sum();
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "e" + i).toList();
    }
}
