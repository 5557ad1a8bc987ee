package ai.kongguard.replay.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.Topics;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecorderIT extends RecordingTopics {

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
}
