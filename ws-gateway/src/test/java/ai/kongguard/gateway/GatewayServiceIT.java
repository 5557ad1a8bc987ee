package ai.kongguard.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GatewayServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NO_CAP = "--kongguard.gateway.feed.max-events-per-second=0";

    private final TestBroker broker = TestBroker.shared();
    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);

    @Test
    void greetsFirstAndThenShowsVerdictsOfEveryTierAsTheyCome() {
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix);
                GatewayClient client = GatewayClient.connect(gateway.port())) {
            assertThat(client.first().at("/type").asString()).isEqualTo("connection");
            assertThat(client.first().at("/metrics/total_requests").asInt()).isZero();
            client.say("who are you?");
            client.say("x".repeat(60_000));
            gateway.publish(Samples.attack("e1"), Samples.benign("e2"), TestEvents.revised(Samples.attack("e1"), 1));
            assertThat(client.awaitVerdict("e1").at("/event/action").asString()).isEqualTo("block");
            assertThat(client.awaitVerdict("e2").at("/data/threat_type").asString())
                    .isEqualTo("none");
            client.awaitFrame(frame -> frame.path("revision").asInt(0) == 1);
            assertThat(client.closeCode).hasValue(0);
        }
    }

    @Test
    void showsTheWindowsAsTiles() {
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix);
                GatewayClient client = GatewayClient.connect(gateway.port())) {
            Instant now = InstantSource.system().instant();
            Instant second = Instant.ofEpochSecond(now.getEpochSecond());
            // Also of seconds to come: on a busy machine the frame is written in one of them.
            for (int after = -8; after < 12; after++) {
                gateway.publish(Samples.window(1_000, second.plusSeconds(after), 40));
            }
            Instant tenSeconds = Instant.ofEpochSecond(now.getEpochSecond() / 10 * 10);
            gateway.publish(Samples.window(10_000, tenSeconds, 400), Samples.total(1_000, 300, 50, now));
            JsonNode tiles = client.awaitFrame(
                            frame -> frame.at("/metrics/total_requests").asInt() == 1_000)
                    .get("metrics");
            assertThat(tiles.get("threats_blocked").asInt()).isEqualTo(350);
            assertThat(tiles.get("threats_allowed").asInt()).isEqualTo(650);
            assertThat(tiles.get("avg_latency").asDouble()).isEqualTo(12.5);
            assertThat(tiles.get("current_rps").asDouble()).isEqualTo(40);
            assertThat(tiles.get("latency_p95").asDouble()).isEqualTo(30);
            assertThat(tiles.get("ai_accuracy").isNull()).isTrue();
            assertThat(Instant.parse(tiles.get("as_of").asString())).isAfterOrEqualTo(now.minusSeconds(1));
            client.awaitFrame(frame -> frame.at("/metrics/current_rps").asDouble() == 0
                    && frame.at("/metrics/total_requests").asInt() == 1_000);
        }
    }

    @Test
    void remembersHistoryAndTotalsOverARestart() {
        topics.create(Topics.VERDICTS, 3);
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix)) {
            for (int client = 0; client < 3; client++) {
                publish("203.0.113." + client, client * 100, 100);
            }
            gateway.publish(Samples.total(300, 7, 0, Samples.NOW));
            // More windows than the tail that is read first holds.
            byte[] other = RecordCodec.METRICS_WINDOW.encode(Samples.window(1_000, Samples.NOW, 1));
            topics.send(Topics.WINDOWS, "other", Samples.NOW, Collections.nCopies(2_500, other), Map.of());
        }
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix);
                GatewayClient client = GatewayClient.connect(gateway.port())) {
            JsonNode greeting = client.first();
            assertThat(greeting.at("/metrics/total_requests").asInt()).isEqualTo(300);
            assertThat(greeting.at("/metrics/threats_blocked").asInt()).isEqualTo(7);
            assertThat(greeting.get("history")).hasSize(100);
            assertThat(greeting.at("/history/0/event_id").asString()).isEqualTo("e200");
            assertThat(greeting.at("/history/99/event_id").asString()).isEqualTo("e299");
            gateway.publish(Samples.attack("new"));
            client.awaitVerdict("new");
            assertThat(gateway.count("verdicts.consumed")).isEqualTo(301);
            assertThat(gateway.count("verdicts.history")).isEqualTo(300);
            assertThat(gateway.count("verdicts.shown")).isEqualTo(1);
        }
    }

    @Test
    void skipsGarbageOnItsTopics() {
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix);
                GatewayClient client = GatewayClient.connect(gateway.port())) {
            List<byte[]> garbage = new ArrayList<>(List.of("{".getBytes(UTF_8), "{}".getBytes(UTF_8), new byte[0]));
            garbage.add(null);
            topics.send(Topics.VERDICTS, "203.0.113.1", Samples.NOW, garbage, Map.of());
            topics.send(Topics.WINDOWS, "garbage", Samples.NOW, garbage, Map.of());
            gateway.publish(Samples.attack("e1"));
            gateway.publish(Samples.total(9, 1, 1, Samples.NOW));
            client.awaitVerdict("e1");
            client.awaitFrame(frame -> frame.at("/metrics/total_requests").asInt() == 9);
            assertThat(gateway.count("verdicts.malformed")).isEqualTo(4);
            assertThat(gateway.count("windows.malformed")).isEqualTo(3);
        }
    }

    @Test
    void slowSessionDoesNotDelayOthersAndIsClosedWithItsCode() {
        String[] small = {
            NO_CAP, "--kongguard.gateway.outbox.max-size=1MB", "--kongguard.gateway.outbox.stall-timeout=3s"
        };
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix, small);
                GatewayClient stuck = GatewayClient.stuck(gateway.port());
                GatewayClient fast = GatewayClient.counting(gateway.port())) {
            // Until sockets and outbox are full, and longer.
            int published = 0;
            String padding = "x".repeat(2_000);
            while (gateway.closed("too_slow") == 0 && published < 60_000) {
                int from = published;
                gateway.publish(IntStream.range(from, from + 1_000)
                        .mapToObj(i -> Samples.hostile("e" + i, padding))
                        .toList());
                published += 1_000;
                long sent = published;
                await().atMost(PATIENCE).until(() -> fast.verdicts.get() + fast.skipped.get() >= sent);
            }
            await().atMost(PATIENCE).until(() -> gateway.closed("too_slow") == 1);
            assertThat(fast.verdicts).hasValueGreaterThan(published * 9L / 10);
            assertThat(fast.closeCode).hasValue(0);
            stuck.read();
            await().atMost(PATIENCE).untilAtomic(stuck.closeCode, Matchers.not(0));
            assertThat(stuck.closeCode).hasValue(CloseReason.TOO_SLOW.code());
            assertThat(gateway.count("frames.dropped")).isPositive();
        }
    }

    @Test
    void tellsItsSessionsThatItShutsDown() {
        GatewayProcess gateway = GatewayProcess.start(broker, prefix);
        try (GatewayClient client = GatewayClient.connect(gateway.port())) {
            client.first();
            gateway.close();
            await().atMost(PATIENCE).untilAtomic(client.closeCode, Matchers.not(0));
            assertThat(client.closeCode).hasValue(CloseReason.SHUTDOWN.code());
        }
    }

    @Test
    void refusesMoreSessionsThanConfigured() {
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix, "--kongguard.gateway.max-sessions=1");
                GatewayClient first = GatewayClient.connect(gateway.port());
                GatewayClient second = GatewayClient.connect(gateway.port())) {
            await().atMost(PATIENCE).untilAtomic(second.closeCode, Matchers.not(0));
            assertThat(second.closeCode).hasValue(CloseReason.REFUSED.code());
            assertThat(second.frames).isEmpty();
            assertThat(first.closeCode).hasValue(0);
        }
    }

    @Test
    void noticesPartitionsThatAreAdded() throws Exception {
        topics.create(Topics.VERDICTS, 1);
        try (GatewayProcess gateway = GatewayProcess.start(broker, prefix, NO_CAP);
                GatewayClient client = GatewayClient.counting(gateway.port())) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createPartitions(Map.of(prefix + Topics.VERDICTS.name(), NewPartitions.increaseTo(4)))
                        .all()
                        .get();
            }
            for (int key = 0; key < 16; key++) {
                publish("203.0.113." + key, key * 10, 10);
            }
            await().atMost(PATIENCE).untilAtomic(client.verdicts, Matchers.is(160L));
        }
    }

    private void publish(String key, int from, int count) {
        List<byte[]> values = IntStream.range(from, from + count)
                .mapToObj(i -> at(i))
                .map(RecordCodec.VERDICT::encode)
                .toList();
        topics.send(Topics.VERDICTS, key, Samples.NOW, values, Map.of());
    }

    /** Judged later than all verdicts before it. */
    private static Verdict at(int i) {
        return TestEvents.judgedAfter(Samples.benign("e" + i), i);
    }
}
