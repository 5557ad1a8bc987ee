package ai.kongguard.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker that ends transactions of an analyzer, as it does after a coordinator was killed. */
class FencedIT {

    private static final int EVENTS = 30_000;
    private static final int FENCES = 20;

    @Test
    void losesAndDoublesNothingWhenTheBrokerEndsItsTransactions() throws Exception {
        TestBroker broker = TestBroker.shared();
        String prefix = TestBroker.newPrefix();
        TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);
        topics.create(Topics.TRAFFIC, 2);
        topics.create(Topics.VERDICTS, 2);
        List<byte[]> events = IntStream.range(0, EVENTS)
                .mapToObj(i -> TestEvents.event("e" + i, "203.0.113.1", "/api/users", "id=" + i))
                .map(RecordCodec.TRAFFIC_EVENT::encode)
                .toList();
        topics.send(Topics.TRAFFIC, "203.0.113.1", TestEvents.NOW, events, Map.of());

        try (ConfigurableApplicationContext analyzer = start(broker, prefix);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> topics.count(Topics.VERDICTS) > 0);
            int fences = 0;
            for (; fences < FENCES && topics.count(Topics.VERDICTS) < EVENTS; fences++) {
                fence(admin, broker, prefix);
            }
            assertThat(fences).as("fences while it judged").isGreaterThan(3);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(topics.count(Topics.VERDICTS))
                    .isGreaterThanOrEqualTo(EVENTS));
        }
        assertThat(topics.readAll(Topics.VERDICTS))
                .extracting(record -> RecordCodec.VERDICT.decode(record.value()))
                .extracting(Verdict::eventId)
                .hasSize(EVENTS)
                .doesNotHaveDuplicates();
    }

    /** Takes their epochs from all producers that the analyzer has, as a broker does from one that was silent for too long. */
    private static void fence(Admin admin, TestBroker broker, String prefix)
            throws InterruptedException, ExecutionException {
        for (TransactionListing known : admin.listTransactions().all().get()) {
            if (known.transactionalId().startsWith(prefix)) {
                Map<String, Object> config = Map.of(
                        "bootstrap.servers", broker.bootstrapServers(), "transactional.id", known.transactionalId());
                try (var other = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
                    other.initTransactions();
                }
            }
        }
    }

    private static ConfigurableApplicationContext start(TestBroker broker, String prefix) {
        return new SpringApplicationBuilder(AnalyzerConfiguration.class)
                .run(
                        "--spring.config.name=analyzer",
                        "--server.port=0",
                        "--kongguard.analyzer.instance-id=fenced",
                        "--kongguard.analyzer.max-poll-records=50",
                        "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--kongguard.kafka.topic-prefix=" + prefix);
    }
}
