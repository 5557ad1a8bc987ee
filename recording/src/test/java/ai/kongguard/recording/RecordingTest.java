package ai.kongguard.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    private static final Manifest MANIFEST = new Manifest(
            Manifest.VERSION,
            Instant.parse("2026-11-28T01:02:03.004Z"),
            "Kong Guard AI test",
            "kafka",
            List.of("gateway.traffic", "threat.verdicts"),
            Map.of("run", "17"),
            false);

    @TempDir
    Path folder;

    @Test
    void givesBackEveryByte() throws IOException {
        List<RecordedRecord> records = randomRecords(new Random(7), 5_000);
        Recording recording = Recording.open(write(records));
        assertThat(recording.manifest()).isEqualTo(MANIFEST);
        assertThat(Objects.requireNonNull(recording.index()).records()).isEqualTo(5_000);
        assertThat(Objects.requireNonNull(recording.index()).blocks().size()).isGreaterThan(3);
        assertSame(readAll(recording.read()), records);
    }

    @Test
    void isAnEmptyRecordingWithoutRecords() throws IOException {
        Recording recording = Recording.open(write(List.of()));
        assertThat(Objects.requireNonNull(recording.index()).blocks()).isEmpty();
        assertThat(readAll(recording.read())).isEmpty();
    }

    @Test
    void isSoughtInByItsIndex() throws IOException {
        List<RecordedRecord> records = randomRecords(new Random(8), 5_000);
        Recording recording = Recording.open(write(records));
        for (Block block : Objects.requireNonNull(recording.index()).blocks()) {
            List<RecordedRecord> rest = readAll(recording.readFrom(block));
            assertSame(rest, records.subList((int) block.firstRecord(), records.size()));
            assertThat(block.minTimestamp())
                    .isEqualTo(rest.subList(0, block.records()).stream()
                            .mapToLong(RecordedRecord::timestamp)
                            .min()
                            .orElseThrow());
        }
    }

    @Test
    void isLinesOfJsonForAnyOtherReader() throws IOException {
        RecordedRecord record = new RecordedRecord(
                "gateway.traffic",
                3,
                12,
                1_795_000_000_000L,
                false,
                "203.0.113.7".getBytes(UTF_8),
                new byte[] {(byte) 0xff, 0},
                List.of(new RecordedHeader("kg-truth-label", "attack".getBytes(UTF_8))));
        byte[] file = Files.readAllBytes(write(List.of(record)));
        String text;
        try (ZstdInputStream plain = new ZstdInputStream(new ByteArrayInputStream(file))) {
            text = new String(plain.readAllBytes(), UTF_8);
        }
        assertThat(text.lines().toList())
                .hasSize(3)
                .element(1)
                .asString()
                .isEqualTo("{\"topic\":\"gateway.traffic\",\"partition\":3,\"offset\":12,\"timestamp\":1795000000000,"
                        + "\"key\":\"203.0.113.7\",\"headers\":[[\"kg-truth-label\",\"attack\"]],"
                        + "\"value\":{\"base64\":\"/wA=\"}}");
    }

    @Test
    void givesOutWhatIsSoundOfAFileThatWasCutOff() throws IOException {
        List<RecordedRecord> records = randomRecords(new Random(9), 3_000);
        byte[] whole = Files.readAllBytes(write(records));
        for (int length = 1; length < whole.length; length += 1 + whole.length / 60) {
            Path cut = folder.resolve("cut.kgr");
            Files.write(cut, Arrays.copyOf(whole, length));
            List<RecordedRecord> read = new ArrayList<>();
            Exception failure = failureOf(cut, read);
            assertSame(read, records.subList(0, read.size()));
            assertThat(failure).isInstanceOfAny(DamagedRecordingException.class, NotARecordingException.class);
            if (failure instanceof DamagedRecordingException damage) {
                assertThat(damage.soundRecords()).isEqualTo(read.size());
                assertThat(damage).hasMessageContaining("Record " + read.size() + " cannot be read");
            }
        }
    }

    @Test
    void noticesEveryChangedByte() throws IOException {
        List<RecordedRecord> records = randomRecords(new Random(10), 300);
        byte[] whole = Files.readAllBytes(write(records));
        Random random = new Random(11);
        Path changed = folder.resolve("changed.kgr");
        for (int i = 0; i < 200; i++) {
            byte[] bytes = whole.clone();
            // What stands in the footer only finds the index; the lines are sound without it.
            int at = random.nextInt(whole.length - RecordingWriter.FOOTER_BYTES);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(changed, bytes);
            List<RecordedRecord> read = new ArrayList<>();
            assertThat(failureOf(changed, read)).as("changed byte %s", at).isNotNull();
            assertSame(read, records.subList(0, read.size()));
        }
    }

    @Test
    void refusesWhatIsNoRecording() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        assertThatThrownBy(() -> Recording.open(text)).isInstanceOf(NotARecordingException.class);
        Path empty = Files.createFile(folder.resolve("empty"));
        assertThatThrownBy(() -> Recording.open(empty))
                .isInstanceOf(NotARecordingException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void refusesANewerFormat() throws IOException {
        Manifest newer = new Manifest(99, Instant.EPOCH, "later", "kafka", List.of(), Map.of(), false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RecordingWriter(out, newer).close();
        NotARecordingException refused = catchThrowableOfType(
                NotARecordingException.class, () -> RecordingReader.of(new ByteArrayInputStream(out.toByteArray())));
        assertThat(refused).hasMessageContaining("version 99");
    }

    private Path write(List<RecordedRecord> records) throws IOException {
        Path file = folder.resolve("test.kgr");
        try (RecordingWriter writer = new RecordingWriter(Files.newOutputStream(file), MANIFEST)) {
            for (RecordedRecord record : records) {
                writer.write(record);
            }
        }
        return file;
    }

    private static @Nullable Exception failureOf(Path file, List<RecordedRecord> into) {
        try (RecordingReader reader = Recording.open(file).read()) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                into.add(record);
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static List<RecordedRecord> readAll(RecordingReader reader) throws IOException {
        List<RecordedRecord> all = new ArrayList<>();
        try (reader) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                all.add(record);
            }
        }
        return all;
    }

    private static void assertSame(List<RecordedRecord> actual, List<RecordedRecord> expected) {
        assertThat(actual.stream().map(RecordingTest::comparable).toList())
                .isEqualTo(expected.stream().map(RecordingTest::comparable).toList());
    }

    /** Records compare their arrays by identity, buffers by content. */
    private static List<@Nullable Object> comparable(RecordedRecord record) {
        List<@Nullable Object> parts = new ArrayList<>(Arrays.asList(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.logAppendTime(),
                buffer(record.key()),
                buffer(record.value())));
        for (RecordedHeader header : record.headers()) {
            parts.add(header.name());
            parts.add(buffer(header.value()));
        }
        return parts;
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    private static List<RecordedRecord> randomRecords(Random random, int count) {
        List<RecordedRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<RecordedHeader> headers = new ArrayList<>();
            for (int h = random.nextInt(4); h > 0; h--) {
                headers.add(new RecordedHeader("h" + random.nextInt(2), randomBytes(random)));
            }
            records.add(new RecordedRecord(
                    random.nextBoolean() ? "gateway.traffic" : "threat.verdicts",
                    random.nextInt(6),
                    i,
                    1_795_000_000_000L + random.nextInt(1_000_000),
                    random.nextInt(10) == 0,
                    randomBytes(random),
                    randomBytes(random),
                    headers));
        }
        return records;
    }

    private static byte @Nullable [] randomBytes(Random random) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return random.nextBoolean() ? null : new byte[0];
        }
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return kind == 1
                ? "{\"a\":\"ü\\u0000\u2028\"}".repeat(bytes.length % 50).getBytes(UTF_8)
                : bytes;
    }
}
