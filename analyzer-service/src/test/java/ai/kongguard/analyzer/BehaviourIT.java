package ai.kongguard.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Action;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A client's behaviour is found in the stream, and again after a restart. The limit is 30 failed logins. */
class BehaviourIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FIRST = "203.0.113.1";
    private static final String SECOND = "203.0.113.2";

    private final TestBroker broker = TestBroker.shared();
    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);

    @Test
    void findsAClientThatTriesManyUsersAndNotItsNeighbour() {
        topics.create(Topics.TRAFFIC, 2);
        send(FIRST, Logins.failed(FIRST, 0, 29));
        send(SECOND, Logins.failed(SECOND, 0, 29));
        assertThat(topics.readAll(Topics.TRAFFIC).stream().map(ConsumerRecord::partition))
                .as("each client has a partition of its own")
                .contains(0, 1);
        send(FIRST, Logins.failed(FIRST, 29, 1));

        try (ConfigurableApplicationContext analyzer = start("local", 1000)) {
            awaitVerdicts("local", 59);
            assertThat(analyzer.getBean(MeterRegistry.class)
                            .get("kongguard.analyzer.clients")
                            .gauge()
                            .value())
                    .isEqualTo(2);
        }
        List<Verdict> found = verdicts("local")
                .filter(verdict -> verdict.threatType() != ThreatType.NONE)
                .toList();
        assertThat(found).extracting(Verdict::eventId).containsExactly(FIRST + "-29");
        assertThat(found.get(0).threatType()).isEqualTo(ThreatType.CREDENTIAL_STUFFING);
        assertThat(found.get(0).action()).isEqualTo(Action.MONITOR);
        assertThat(found.get(0).findings().get(0).field()).isEqualTo("client");
        assertThat(found.get(0).reasoning()).startsWith("The client: 30 failed logins for about ");
    }

    @Test
    void findsItAgainAfterARestartJudgesNothingTwiceAndKnowsCopies() {
        topics.create(Topics.TRAFFIC, 2);
        send(FIRST, Logins.failed(FIRST, 0, 25));
        try (ConfigurableApplicationContext local = start("local", 1000);
                ConfigurableApplicationContext forgetful = start("forgetful", 0)) {
            assertThat(local.isRunning() && forgetful.isRunning()).isTrue();
            awaitVerdicts("local", 25);
            awaitVerdicts("forgetful", 25);
        }
        send(FIRST, Logins.failed(FIRST, 24, 6));

        try (ConfigurableApplicationContext local = start("local", 1000);
                ConfigurableApplicationContext forgetful = start("forgetful", 0)) {
            awaitVerdicts("local", 30);
            awaitVerdicts("forgetful", 31);
            assertThat(count(local, "rebuilt")).isEqualTo(25);
            assertThat(count(local, "rebuild_failures")).isZero();
            assertThat(count(local, "duplicates")).isEqualTo(1);
            assertThat(count(local, "judged")).isEqualTo(5);
            assertThat(count(forgetful, "rebuilt")).isZero();
        }
        assertThat(verdicts("local")).extracting(Verdict::eventId).doesNotHaveDuplicates();
        assertThat(verdicts("local").filter(verdict -> verdict.threatType() == ThreatType.CREDENTIAL_STUFFING))
                .extracting(Verdict::eventId)
                .containsExactly(FIRST + "-29");
        assertThat(verdicts("forgetful").map(Verdict::threatType)).containsOnly(ThreatType.NONE);
    }

    private void send(String key, List<byte[]> values) {
        topics.send(Topics.TRAFFIC, key, TestEvents.NOW, values, Map.of());
    }

    private void awaitVerdicts(String tier, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(verdicts(tier)).hasSize(count));
    }

    private Stream<Verdict> verdicts(String tier) {
        return topics.readAll(Topics.VERDICTS).stream()
                .map(record -> RecordCodec.VERDICT.decode(record.value()))
                .filter(verdict -> verdict.tier().equals(tier));
    }

    private static double count(ConfigurableApplicationContext analyzer, String meter) {
        return analyzer.getBean(MeterRegistry.class)
                .get("kongguard.analyzer." + meter)
                .counter()
                .count();
    }

    private ConfigurableApplicationContext start(String tier, int rebuildRecords) {
        return new SpringApplicationBuilder(AnalyzerConfiguration.class)
                .properties("spring.config.name=analyzer")
                .run(
                        "--server.port=0",
                        "--kongguard.analyzer.tier=" + tier,
                        "--kongguard.analyzer.behaviour.rebuild-records=" + rebuildRecords,
                        "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--kongguard.kafka.topic-prefix=" + prefix);
    }
}
