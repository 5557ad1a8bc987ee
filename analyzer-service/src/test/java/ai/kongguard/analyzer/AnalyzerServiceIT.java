package ai.kongguard.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Action;
import ai.kongguard.event.DeadLetter;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class AnalyzerServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void givesEachEventOneVerdictAndGoesOnAfterARecordThatIsNone() {
        TestBroker broker = TestBroker.shared();
        String prefix = TestBroker.newPrefix();
        TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);
        topics.create(Topics.TRAFFIC, 2);
        send(topics, "203.0.113.1", event("good-1", "id=1"), "not json".getBytes(UTF_8), event("bad-1", SQL));
        send(topics, "203.0.113.2", event("good-2", "id=2"), event("good-2", "id=2"));

        try (ConfigurableApplicationContext analyzer = start(broker, prefix)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(verdicts(topics)).hasSize(3));
            assertThat(verdicts(topics))
                    .extracting(Verdict::eventId, Verdict::tier, Verdict::revision, Verdict::action)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("good-1", "local", 0, Action.ALLOW),
                            org.assertj.core.groups.Tuple.tuple("good-2", "local", 0, Action.ALLOW),
                            org.assertj.core.groups.Tuple.tuple("bad-1", "local", 0, Action.BLOCK));
            assertThat(count(analyzer, "judged")).isEqualTo(3);
            assertThat(count(analyzer, "dead_lettered")).isEqualTo(1);
            assertThat(count(analyzer, "duplicates")).isEqualTo(1);
            assertThat(verdictsCounted(analyzer, "allow", "none")).isEqualTo(2);
            assertThat(verdictsCounted(analyzer, "block", "sql_injection")).isEqualTo(1);
            assertThat(analyzer.getBean(MeterRegistry.class)
                            .get("kongguard.analyzer.latency")
                            .timer()
                            .count())
                    .isEqualTo(3);
        }
        List<ConsumerRecord<String, byte[]>> letters = topics.readAll(Topics.DEAD_LETTERS);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).value()).isEqualTo("not json".getBytes(UTF_8));
        assertThat(header(letters.get(0), DeadLetter.REASON)).contains("TrafficEvent: not valid JSON");
        assertThat(header(letters.get(0), DeadLetter.SOURCE)).endsWith(Topics.TRAFFIC.name());
        assertThat(header(letters.get(0), DeadLetter.POSITION)).matches("[01]-1");
    }

    @Test
    void goesOnAfterARecordThatHardlyFitsAndOneWithoutAValue() {
        TestBroker broker = TestBroker.shared();
        String prefix = TestBroker.newPrefix();
        TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);
        topics.create(Topics.TRAFFIC, 1);
        topics.send(
                Topics.TRAFFIC,
                "203.0.113.1",
                TestEvents.NOW,
                Arrays.asList(new byte[1_048_400], null, event("good", "id=1")),
                Map.of());

        try (ConfigurableApplicationContext analyzer = start(broker, prefix)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(verdicts(topics)).hasSize(1));
            assertThat(count(analyzer, "dead_lettered")).isEqualTo(2);
        }
        List<ConsumerRecord<String, byte[]>> letters = topics.readAll(Topics.DEAD_LETTERS);
        assertThat(letters).hasSize(2);
        assertThat(header(letters.get(0), DeadLetter.TRUNCATED)).isEqualTo("true");
        assertThat(header(letters.get(1), DeadLetter.REASON)).contains("has no value");
    }

    @Test
    void keepsKeyAndEventTimeAndExplainsItself() {
        TestBroker broker = TestBroker.shared();
        String prefix = TestBroker.newPrefix();
        TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);
        topics.create(Topics.TRAFFIC, 1);
        send(topics, "203.0.113.9", event("e1", SQL));

        try (ConfigurableApplicationContext analyzer = start(broker, prefix)) {
            await().atMost(PATIENCE).until(() -> topics.count(Topics.VERDICTS) == 1);
        }
        ConsumerRecord<String, byte[]> record = topics.readAll(Topics.VERDICTS).get(0);
        assertThat(record.key()).isEqualTo("203.0.113.9");
        assertThat(record.timestamp()).isEqualTo(TestEvents.NOW.toEpochMilli());
        Verdict verdict = RecordCodec.VERDICT.decode(record.value());
        assertThat(verdict.threatType()).isEqualTo(ThreatType.SQL_INJECTION);
        assertThat(verdict.findings()).isNotEmpty();
        assertThat(verdict.findings().get(0).field()).isEqualTo("query.id");
        assertThat(verdict.reasoning()).contains("query.id");
        assertThat(verdict.model()).contains("/");
    }

    @Test
    void losesAndDoublesNothingWhenTheBrokerRestarts() {
        try (TestBroker broker = TestBroker.start()) {
            TestTopics topics = new TestTopics(broker.bootstrapServers(), "");
            topics.create(Topics.TRAFFIC, 2);
            try (ConfigurableApplicationContext analyzer = start(broker, "")) {
                sendMany(topics, 0, 5_000);
                broker.stop();
                broker.restart();
                sendMany(topics, 5_000, 5_000);
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(topics.count(Topics.VERDICTS))
                        .isEqualTo(10_000));
            }
            assertThat(verdicts(topics)).extracting(Verdict::eventId).doesNotHaveDuplicates();
        }
    }

    private static final String SQL = "id=1%27%20OR%20%271%27=%271";

    private static void sendMany(TestTopics topics, int from, int count) {
        for (int client = 0; client < 4; client++) {
            int start = from + client * count / 4;
            List<byte[]> values = new ArrayList<>();
            IntStream.range(start, start + count / 4).forEach(i -> values.add(event("e" + i, "id=" + i)));
            topics.send(Topics.TRAFFIC, "203.0.113." + client, TestEvents.NOW, values, Map.of());
        }
    }

    private static byte[] event(String id, String query) {
        TrafficEvent event = TestEvents.event(id, "203.0.113.1", "/api/users", query);
        return RecordCodec.TRAFFIC_EVENT.encode(event);
    }

    private static void send(TestTopics topics, String key, byte[]... values) {
        topics.send(Topics.TRAFFIC, key, TestEvents.NOW, List.of(values), Map.of());
    }

    private static List<Verdict> verdicts(TestTopics topics) {
        return topics.readAll(Topics.VERDICTS).stream()
                .map(record -> RecordCodec.VERDICT.decode(record.value()))
                .toList();
    }

    private static double count(ConfigurableApplicationContext analyzer, String meter) {
        return analyzer.getBean(MeterRegistry.class)
                .get("kongguard.analyzer." + meter)
                .counter()
                .count();
    }

    private static double verdictsCounted(ConfigurableApplicationContext analyzer, String action, String threatType) {
        return analyzer.getBean(MeterRegistry.class)
                .get("kongguard.analyzer.verdicts")
                .tags("tier", "local", "action", action, "threat_type", threatType)
                .counter()
                .count();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static ConfigurableApplicationContext start(TestBroker broker, String prefix) {
        return new SpringApplicationBuilder(AnalyzerConfiguration.class)
                .properties("spring.config.name=analyzer")
                .run(
                        "--server.port=0",
                        "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--kongguard.kafka.topic-prefix=" + prefix);
    }
}
