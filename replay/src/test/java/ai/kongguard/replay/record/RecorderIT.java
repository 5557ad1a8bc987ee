package ai.kongguard.replay.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.Incident;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingFile;
import ai.kongguard.recording.RecordingReader;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderIT {

    private static final long T = TestEvents.NOW.toEpochMilli();
    private static final int PARTITIONS = 3;

    private final TestBroker broker = TestBroker.shared();
    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void createTopics() {
        topics.create(Topics.TRAFFIC, PARTITIONS);
        topics.create(Topics.VERDICTS, PARTITIONS);
        topics.create(Topics.INCIDENTS, 1);
    }

    @Test
    void keepsEveryByteOfWhatWasCommittedInOrderOfTime() throws IOException {
        Random random = new Random(1);
        Map<String, ProducerRecord<byte[], byte[]>> sent = new LinkedHashMap<>();
        for (int transaction = 0; transaction < 20; transaction++) {
            List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                batch.add(random(random, i % PARTITIONS, T + transaction * 50L + i));
            }
            boolean aborted = transaction % 4 == 3;
            send(batch, aborted).forEach((place, record) -> {
                if (!aborted) {
                    sent.put(place, record);
                }
            });
        }
        List<RecordedRecord> recorded = record(order -> order);
        assertThat(recorded).hasSize(750).hasSize(sent.size());
        assertThat(recorded).extracting(RecordedRecord::timestamp).isSorted();
        for (RecordedRecord record : recorded) {
            ProducerRecord<byte[], byte[]> original = sent.get(record.partition() + ":" + record.offset());
            assertThat(original).isNotNull();
            assertThat(record.timestamp()).isEqualTo(original.timestamp());
            assertThat(record.key()).isEqualTo(original.key());
            assertThat(record.value()).isEqualTo(original.value());
            List<RecordedHeader> headers = new ArrayList<>();
            original.headers().forEach(header -> headers.add(new RecordedHeader(header.key(), header.value())));
            assertThat(record.headers()).usingRecursiveComparison().isEqualTo(headers);
        }
    }

    @Test
    void keepsTheOrderOfAPartitionWhoseTimesGoBack() throws IOException {
        send(List.of(plain(0, T + 5), plain(0, T + 1), plain(1, T + 2), plain(1, T + 6)), false);
        assertThat(record(order -> order))
                .extracting(RecordedRecord::timestamp)
                .containsExactly(T + 2, T + 5, T + 1, T + 6);
    }

    @Test
    void selectsByTimeOffsetsRunAndClient() throws IOException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ProducerRecord<byte[], byte[]> record =
                    event("e" + i, "203.0.113." + i % PARTITIONS, i % PARTITIONS, T + i);
            record.headers().add("kg-truth-run", ("run" + i / 10).getBytes(UTF_8));
            records.add(record);
        }
        send(records, false);
        for (int i = 0; i < 30; i++) {
            verdict("e" + i, "203.0.113." + i % PARTITIONS, i % PARTITIONS, T + i, Action.ALLOW);
        }
        assertThat(ids(record(order -> with(order, T + 3, T + 6, Map.of(), null, null, false))))
                .containsExactly("e3", "e4", "e5");
        assertThat(ids(record(order -> with(order, null, null, OffsetRange.parse("1:2-4"), null, null, false))))
                .containsExactly("e7", "e10");
        assertThat(ids(record(order -> with(order, T + 15, null, Map.of(), "run1", "203.0.113.2", false))))
                .containsExactly("e17");
        assertThat(ids(record(order -> with(order, T + 3, T + 5, Map.of(), null, null, true))))
                .containsExactly("e3", "e3", "e4", "e4");
        assertThat(ids(record(order -> with(order, null, null, OffsetRange.parse("1:2-4"), null, null, true))))
                .containsExactly("e7", "e7", "e10", "e10");
        List<RecordedRecord> run = record(order -> with(order, null, null, Map.of(), "run2", null, true));
        assertThat(run)
                .hasSize(20)
                .filteredOn(r -> r.topic().equals("threat.verdicts"))
                .hasSize(10);
        assertThat(record(order -> with(order, null, null, Map.of(), "no-such-run", null, true)))
                .isEmpty();
        assertThat(record(order -> with(order, T + 1000, null, Map.of(), null, null, true)))
                .isEmpty();
    }

    @Test
    void findsTheEventsBehindAnIncident() throws IOException {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.add(event("e" + i, "203.0.113." + i % 2, i % 2, T + i));
        }
        send(events, false);
        for (int i = 0; i < 12; i++) {
            verdict("e" + i, "203.0.113." + i % 2, i % 2, T + i, i % 4 == 1 ? Action.BLOCK : Action.ALLOW);
        }
        Incident incident = new Incident(
                Incident.SCHEMA,
                "source/203.0.113.1",
                Incident.Kind.SOURCE,
                "203.0.113.1",
                2,
                Instant.ofEpochMilli(T + 1),
                Instant.ofEpochMilli(T + 8),
                Map.of(ThreatType.XSS, 2L),
                List.of("203.0.113.1"),
                1,
                false,
                List.of("e1"),
                0.9,
                Instant.ofEpochMilli(T));
        send(Topics.INCIDENTS, incident.id(), T, RecordCodec.INCIDENT.encode(incident), 0);
        assertThat(ids(record(order -> incident(order, incident.id(), true)))).containsExactly("e1", "e1", "e5", "e5");
        assertThatThrownBy(() -> record(order -> incident(order, "none", false)))
                .hasMessage("There is no incident none");
        send(Topics.INCIDENTS, incident.id(), T, null, 0);
        assertThatThrownBy(() -> record(order -> incident(order, incident.id(), false)))
                .hasMessageContaining("became part of another");
    }

    @Test
    void findsTheEventsOfAPayloadWhoeverSentThem() throws IOException {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(event("e" + i, "203.0.113." + i, i % PARTITIONS, T + i));
        }
        send(events, false);
        for (int i = 0; i < 6; i++) {
            String evidence = i % 2 == 0 ? "' or " + i + "=" + i : "<script>";
            Finding finding = new Finding("sql_injection", ThreatType.SQL_INJECTION, "query.id", 0, 3, evidence, 0.9);
            Instant time = Instant.ofEpochMilli(T + i);
            Verdict verdict = TestEvents.found(
                    TestEvents.verdict(
                            "e" + i, "203.0.113." + i, "local", Action.BLOCK, ThreatType.SQL_INJECTION, time),
                    List.of(finding));
            send(Topics.VERDICTS, verdict.clientIp(), T + i, RecordCodec.VERDICT.encode(verdict), i % PARTITIONS);
        }
        Incident incident = new Incident(
                Incident.SCHEMA,
                "payload/x",
                Incident.Kind.PAYLOAD,
                "sql_injection: ' or 0=0",
                3,
                Instant.ofEpochMilli(T),
                Instant.ofEpochMilli(T + 5),
                Map.of(ThreatType.SQL_INJECTION, 3L),
                List.of("203.0.113.0"),
                3,
                false,
                List.of("e0"),
                0.9,
                Instant.ofEpochMilli(T));
        send(Topics.INCIDENTS, incident.id(), T, RecordCodec.INCIDENT.encode(incident), 0);
        assertThat(ids(record(order -> incident(order, incident.id(), false)))).containsExactly("e0", "e2", "e4");
    }

    @Test
    void anonymisesEventsAndVerdictsAlike() throws IOException {
        send(List.of(event("e1", "203.0.113.77", 0, T)), false);
        verdict("e1", "203.0.113.77", 0, T, Action.BLOCK);
        Path file = folder.resolve("anonymous.kgr");
        RecordOrder order = new RecordOrder(
                prefix, null, null, Map.of(), List.of(), List.of("203.0.113.77"), null, true, false, 9, 9_000, true);
        recorder(order).record("test", m -> RecordingFile.at(file, true, m), progress -> {}, () -> false);
        List<RecordedRecord> records = read(file);
        assertThat(records).hasSize(2);
        String event = new String(records.get(0).value(), UTF_8);
        assertThat(RecordCodec.TRAFFIC_EVENT.decode(records.get(0).value()).clientIp())
                .isEqualTo(RecordCodec.VERDICT.decode(records.get(1).value()).clientIp())
                .isEqualTo(new String(records.get(1).key(), UTF_8))
                .startsWith("10.");
        assertThat(event).doesNotContain("203.0.113.77");
        assertThat(Recording.open(file).manifest().selection().toString()).doesNotContain("203.0.113");
    }

    @Test
    void followsUntilItShallStopAndEndsTheFileProperly() throws Exception {
        send(List.of(plain(0, T)), false);
        AtomicBoolean stop = new AtomicBoolean();
        List<Long> told = new ArrayList<>();
        Path file = folder.resolve("followed.kgr");
        RecordOrder order = new RecordOrder(
                prefix,
                Instant.ofEpochMilli(T),
                null,
                Map.of(),
                List.of(),
                List.of(),
                null,
                false,
                true,
                9_999,
                1 << 30,
                false);
        CompletableFuture<RecordProgress> running = CompletableFuture.supplyAsync(() -> {
            try {
                return recorder(order)
                        .record("test", m -> RecordingFile.at(file, true, m), p -> told.add(p.records()), stop::get);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        List<ProducerRecord<byte[], byte[]>> later = new ArrayList<>();
        for (int i = 1; i <= 2_000; i++) {
            later.add(plain(i % PARTITIONS, T + i));
        }
        send(later, false);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> told.contains(2_000L));
        assertThat(file).doesNotExist();
        stop.set(true);
        assertThat(running.get(30, TimeUnit.SECONDS).records()).isEqualTo(2_001);
        assertThat(read(file)).hasSize(2_001);
    }

    @Test
    void leavesNoFileUnderTheFinalNameWhenItFailsMidway() throws IOException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            records.add(plain(i % PARTITIONS, T + i));
        }
        send(records, false);
        Path file = folder.resolve("failed.kgr");
        assertThatThrownBy(() -> recorder(RecordOrder.everything(prefix))
                        .record(
                                "test",
                                m -> RecordingFile.at(file, true, m),
                                progress -> {
                                    throw new IllegalStateException("killed");
                                },
                                () -> false))
                .hasMessage("killed");
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("failed.kgr.part")).exists();
    }

    @Test
    void endsAtItsBoundsAndNamesAMissingTopic() throws IOException {
        send(List.of(plain(0, T), plain(1, T + 1), plain(2, T + 2)), false);
        RecordOrder two = new RecordOrder(
                prefix, null, null, Map.of(), List.of(), List.of(), null, false, false, 2, 1 << 30, false);
        assertThat(record(order -> two)).hasSize(2);
        assertThatThrownBy(() -> record(order -> RecordOrder.everything("no-such-")))
                .hasMessage("There is no topic no-such-gateway.traffic");
    }

    private List<RecordedRecord> record(UnaryOperator<RecordOrder> change) throws IOException {
        Path file = folder.resolve("test.kgr");
        RecordOrder order = change.apply(RecordOrder.everything(prefix));
        recorder(order).record("test", m -> RecordingFile.at(file, true, m), progress -> {}, () -> false);
        return read(file);
    }

    private Recorder recorder(RecordOrder order) {
        return new Recorder(
                Map.of("bootstrap.servers", broker.bootstrapServers()), order, InstantSource.fixed(TestEvents.NOW));
    }

    private static List<RecordedRecord> read(Path file) throws IOException {
        List<RecordedRecord> all = new ArrayList<>();
        try (RecordingReader reader = Recording.open(file).read()) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                all.add(record);
            }
        }
        return all;
    }

    private static List<@Nullable String> ids(List<RecordedRecord> records) {
        List<@Nullable String> ids = new ArrayList<>();
        records.forEach(record -> ids.add(EventIds.of(record.value())));
        return ids;
    }

    private static RecordOrder with(
            RecordOrder order,
            @Nullable Long from,
            @Nullable Long to,
            Map<Integer, OffsetRange> offsets,
            @Nullable String run,
            @Nullable String client,
            boolean verdicts) {
        return new RecordOrder(
                order.topicPrefix(),
                from == null ? null : Instant.ofEpochMilli(from),
                to == null ? null : Instant.ofEpochMilli(to),
                offsets,
                run == null ? List.of() : List.of(run),
                client == null ? List.of() : List.of(client),
                null,
                verdicts,
                false,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                false);
    }

    private static RecordOrder incident(RecordOrder order, String id, boolean verdicts) {
        return new RecordOrder(
                order.topicPrefix(),
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                id,
                verdicts,
                false,
                999,
                1 << 30,
                false);
    }

    private ProducerRecord<byte[], byte[]> plain(int partition, long timestamp) {
        return new ProducerRecord<>(
                prefix + Topics.TRAFFIC.name(), partition, timestamp, "k".getBytes(UTF_8), "{}".getBytes(UTF_8));
    }

    private ProducerRecord<byte[], byte[]> event(String id, String client, int partition, long timestamp) {
        byte[] value = RecordCodec.TRAFFIC_EVENT.encode(TestEvents.event(id, client, "/", "client=" + client));
        return new ProducerRecord<>(
                prefix + Topics.TRAFFIC.name(), partition, timestamp, client.getBytes(UTF_8), value);
    }

    private void verdict(String id, String client, int partition, long timestamp, Action action) {
        send(
                Topics.VERDICTS,
                client,
                timestamp,
                RecordCodec.VERDICT.encode(TestEvents.verdict(
                        id, client, "local", action, ThreatType.NONE, Instant.ofEpochMilli(timestamp))),
                partition);
    }

    private void send(TopicSpec topic, String key, long timestamp, byte @Nullable [] value, int partition) {
        send(
                List.of(new ProducerRecord<>(prefix + topic.name(), partition, timestamp, key.getBytes(UTF_8), value)),
                false);
    }

    private ProducerRecord<byte[], byte[]> random(Random random, int partition, long timestamp) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                prefix + Topics.TRAFFIC.name(), partition, timestamp, bytes(random), bytes(random));
        for (int h = random.nextInt(3); h > 0; h--) {
            record.headers().add("h" + random.nextInt(2), bytes(random));
        }
        return record;
    }

    private static byte @Nullable [] bytes(Random random) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        byte[] bytes = new byte[random.nextInt(600)];
        random.nextBytes(bytes);
        return random.nextBoolean() ? bytes : Arrays.toString(bytes).getBytes(UTF_8);
    }

    /** In one transaction; what was sent by {@code PARTITION:OFFSET}. */
    private Map<String, ProducerRecord<byte[], byte[]>> send(
            List<ProducerRecord<byte[], byte[]>> records, boolean abort) {
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
