package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.ConsumerGroups;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.Topics;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.kafka.KafkaAccessProperties;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lag of groups, against offsets that this test commits. */
class LagWatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestBroker broker = TestBroker.start();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), "");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LagWatch watch = new LagWatch(access(), new MetricsMeters(registry));

    @BeforeEach
    void fill() throws Exception {
        topics.create(Topics.TRAFFIC, 2);
        topics.create(Topics.VERDICTS, 2);
        send(30);
        commit("analyzer-local", Topics.TRAFFIC.name(), 20);
        commit("analyzer-cloud", Topics.TRAFFIC.name(), 30);
        commit(ConsumerGroups.METRICS, Topics.TRAFFIC.name(), 25);
        commit("somebody-else", Topics.TRAFFIC.name(), 1);
        watch.start();
    }

    @AfterEach
    void close() {
        watch.stop();
        broker.close();
    }

    @Test
    void tellsHowFarGroupsAreBehindAndNothingOfThoseThatAreNot() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(watch.of("local")).isEqualTo(10));
        assertThat(watch.of("cloud")).isZero();
        assertThat(watch.of(MetricsWindow.UNPROTECTED)).isEqualTo(5);
        assertThat(watch.of("nobody")).isNull();
        assertThat(gauge("analyzer-local")).isEqualTo(10);
        assertThat(registry.find("kongguard.metrics.lag").gauges())
                .as("two partitions of three groups")
                .hasSize(6);

        // Gone and come back, with more to do.
        broker.stop();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(watch.of("local")).isNull());
        assertThat(registry.find("kongguard.metrics.lag").gauges()).isEmpty();
        broker.restart();
        send(7);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(watch.of("local")).isEqualTo(17));
        assertThat(gauge("analyzer-local")).isEqualTo(17);

        commit("analyzer-local", Topics.TRAFFIC.name(), 37);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(watch.of("local")).isZero());
    }

    private void send(int records) {
        topics.send(Topics.TRAFFIC, "k", Instant.now(), Collections.nCopies(records, new byte[] {1}), Map.of());
    }

    /** On the partition that has the records, which are all of one key, and at the begin of the other. */
    private void commit(String group, String topic, long offset) throws ExecutionException, InterruptedException {
        int partition = topics.readAll(Topics.TRAFFIC).get(0).partition();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker.bootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            offsets.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset));
            offsets.put(new TopicPartition(topic, 1 - partition), new OffsetAndMetadata(0));
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        }
    }

    private double gauge(String group) {
        return registry.get("kongguard.metrics.lag").tag("group", group).gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private KafkaAccess access() {
        return new KafkaAccess(
                new KafkaAccessProperties(List.of(broker.bootstrapServers()), "", 2, (short) 1, "none", Map.of()));
    }
}
