package ai.kongguard.replay.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.Action;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingFile;
import ai.kongguard.recording.RecordingReader;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Topics of a real broker to record from, under a prefix of their own, and what is sent to them. */
abstract class RecordingTopics {

    static final long T = TestEvents.NOW.toEpochMilli();
    static final int PARTITIONS = 3;

    final TestBroker broker = TestBroker.shared();
    final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void createTopics() {
        topics.create(Topics.TRAFFIC, PARTITIONS);
        topics.create(Topics.VERDICTS, PARTITIONS);
        topics.create(Topics.INCIDENTS, 1);
    }

    List<RecordedRecord> record(UnaryOperator<RecordOrder> change) throws IOException {
        Path file = folder.resolve("test.kgr");
        RecordOrder order = change.apply(RecordOrder.everything(prefix));
        recorder(order).record("test", m -> RecordingFile.at(file, true, m), progress -> {}, () -> false);
        return read(file);
    }

    Recorder recorder(RecordOrder order) {
        return new Recorder(
                Map.of("bootstrap.servers", broker.bootstrapServers()), order, InstantSource.fixed(TestEvents.NOW));
    }

    static List<RecordedRecord> read(Path file) throws IOException {
        List<RecordedRecord> all = new ArrayList<>();
        try (RecordingReader reader = Recording.open(file).read()) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                all.add(record);
            }
        }
        return all;
    }

    ProducerRecord<byte[], byte[]> plain(int partition, long timestamp) {
        return new ProducerRecord<>(
                prefix + Topics.TRAFFIC.name(), partition, timestamp, "k".getBytes(UTF_8), "{}".getBytes(UTF_8));
    }

    ProducerRecord<byte[], byte[]> event(String id, String client, int partition, long timestamp) {
        byte[] value = RecordCodec.TRAFFIC_EVENT.encode(TestEvents.event(id, client, "/", "client=" + client));
        return new ProducerRecord<>(
                prefix + Topics.TRAFFIC.name(), partition, timestamp, client.getBytes(UTF_8), value);
    }

    void verdict(String id, String client, int partition, long timestamp, Action action) {
        send(
                Topics.VERDICTS,
                client,
                timestamp,
                RecordCodec.VERDICT.encode(TestEvents.verdict(
                        id, client, "local", action, ThreatType.NONE, Instant.ofEpochMilli(timestamp))),
                partition);
    }

    void send(TopicSpec topic, String key, long timestamp, byte @Nullable [] value, int partition) {
        send(
                List.of(new ProducerRecord<>(prefix + topic.name(), partition, timestamp, key.getBytes(UTF_8), value)),
                false);
    }

    /** In one transaction; what was sent by {@code PARTITION:OFFSET}. */
    Map<String, ProducerRecord<byte[], byte[]>> send(List<ProducerRecord<byte[], byte[]>> records, boolean abort) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", prefix + "test");
        Map<String, ProducerRecord<byte[], byte[]>> sent = new LinkedHashMap<>();
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (ProducerRecord<byte[], byte[]> record : records) {
                var unused = producer.send(record, (metadata, failure) -> {
                    if (failure == null) {
                        sent.put(metadata.partition() + ":" + metadata.offset(), record);
                    }
                });
            }
            producer.flush();
            if (abort) {
                producer.abortTransaction();
            } else {
                producer.commitTransaction();
            }
        }
        return sent;
    }
}
