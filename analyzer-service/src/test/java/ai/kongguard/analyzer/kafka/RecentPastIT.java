package ai.kongguard.analyzer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.analyzer.AnalyzerMeters;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The topic holds a record per minute, from minute 0 to 19, in partition 0 and nothing in partition 1. */
class RecentPastIT {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final TestBroker broker = TestBroker.shared();
    private final String prefix = TestBroker.newPrefix();
    private final TopicPartition first = new TopicPartition(prefix + Topics.TRAFFIC.name(), 0);
    private final TopicPartition second = new TopicPartition(prefix + Topics.TRAFFIC.name(), 1);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AnalyzerMeters meters = new AnalyzerMeters(registry, "local");

    @BeforeEach
    void fill() {
        TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);
        topics.create(Topics.TRAFFIC, 2);
        String key = keyOfFirst(topics);
        for (int minute = 0; minute < 20; minute++) {
            topics.send(
                    Topics.TRAFFIC,
                    key,
                    TestEvents.NOW.plus(Duration.ofMinutes(minute)),
                    List.of(new byte[] {(byte) minute}),
                    Map.of());
        }
    }

    @Test
    void readsFromTheWindowBeforeTheLastJudgedRecordUpToIt() {
        assertThat(read(1000, Map.of(first, 13L, second, 0L))).containsExactly(7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(registry.get("kongguard.analyzer.rebuilt").counter().count()).isEqualTo(6);
        assertThat(failures()).isZero();
    }

    @Test
    void readsNoMoreThanItMay() {
        assertThat(read(2, Map.of(first, 13L))).containsExactly(11L, 12L);
        assertThat(read(0, Map.of(first, 13L))).isEmpty();
    }

    @Test
    void readsNothingBeforeTheBeginning() {
        assertThat(read(1000, Map.of(first, 0L, second, 0L))).isEmpty();
        assertThat(read(1000, Map.of(first, 2L))).containsExactly(0L, 1L);
        assertThat(failures()).isZero();
    }

    @Test
    void goesOnAndSaysSoWhenItFailsOrTakesTooLong() {
        RecentPast broken = new RecentPast(
                () -> {
                    throw new IllegalStateException("no broker");
                },
                FIVE_MINUTES,
                1000,
                Duration.ofSeconds(10),
                meters);
        broken.read(Map.of(first, 13L), record -> {});
        assertThat(failures()).isEqualTo(1);
        past(1000, Duration.ofMillis(1)).read(Map.of(first, 13L), record -> {});
        assertThat(failures()).isEqualTo(2);
    }

    private List<Long> read(int maxRecords, Map<TopicPartition, Long> positions) {
        List<Long> offsets = new ArrayList<>();
        past(maxRecords, Duration.ofSeconds(20)).read(positions, record -> {
            assertThat(record.value()[0]).isEqualTo((byte) record.offset());
            offsets.add(record.offset());
        });
        return offsets;
    }

    private RecentPast past(int maxRecords, Duration timeout) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        return new RecentPast(
                () -> new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()),
                FIVE_MINUTES,
                maxRecords,
                timeout,
                meters);
    }

    private double failures() {
        return registry.get("kongguard.analyzer.rebuild_failures").counter().count();
    }

    /** By trial in another topic of the same size. */
    private static String keyOfFirst(TestTopics topics) {
        topics.create(Topics.VERDICTS, 2);
        for (int i = 0; i < 10; i++) {
            topics.send(Topics.VERDICTS, "k" + i, TestEvents.NOW, List.of(new byte[0]), Map.of());
        }
        return topics.readAll(Topics.VERDICTS).stream()
                .filter(record -> record.partition() == 0)
                .findFirst()
                .orElseThrow()
                .key();
    }
}
