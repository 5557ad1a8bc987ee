package ai.kongguard.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever hands us a file may have made it himself, checksums included. */
class RecordingFuzzTest {

    private static final String MANIFEST =
            "{\"kong_guard_recording\":1,\"created_at\":\"2026-11-28T01:02:03Z\",\"created_by\":\"x\",\"source\":\"x\"}";
    private static final String RECORD =
            "{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"timestamp\":1,\"key\":\"k\",\"headers\":[],\"value\":\"v\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{",
                "nothing",
                "{\"topic\":7}",
                "{\"topic\":\"\",\"partition\":0,\"offset\":0,\"timestamp\":1}",
                "{\"topic\":\"t\",\"partition\":-1,\"offset\":0,\"timestamp\":1}",
                "{\"topic\":\"t\",\"partition\":0.5,\"offset\":0,\"timestamp\":1}",
                "{\"topic\":\"t\",\"partition\":99999999999,\"offset\":0,\"timestamp\":1}",
                "{\"topic\":\"t\",\"partition\":0,\"offset\":99999999999999999999,\"timestamp\":1}",
                "{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"timestamp\":1,\"key\":{\"base64\":\"*\"}}",
                "{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"timestamp\":1,\"key\":[]}",
                "{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"timestamp\":1,\"headers\":[[1,2]]}",
                "{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"timestamp\":1,\"headers\":[null]}",
                "{\"records\":1,\"min_timestamp\":0,\"max_timestamp\":0,\"sha256\":\"x\",\"blocks\":[1]}",
                "{\"records\":7,\"min_timestamp\":0,\"max_timestamp\":0,\"sha256\":\"x\",\"blocks\":[]}"
            })
    void refusesAForgedLineAfterGivingOutTheSoundOnes(String line) throws IOException {
        byte[] file = file(MANIFEST + "\n", RECORD + "\n" + line + "\n");
        try (RecordingReader reader = RecordingReader.of(new ByteArrayInputStream(file))) {
            assertThat(reader.next()).isNotNull();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(DamagedRecordingException.class)
                    .hasMessageStartingWith("Record 1 cannot be read: ");
        }
    }

    @Test
    void refusesDeepNesting() throws IOException {
        byte[] file = file(MANIFEST + "\n", "{\"topic\":" + "[".repeat(100_000) + "\n");
        try (RecordingReader reader = RecordingReader.of(new ByteArrayInputStream(file))) {
            assertThatThrownBy(reader::next).isInstanceOf(DamagedRecordingException.class);
        }
    }

    @Test
    void refusesABlockThatSwellsBeyondItsBound() throws IOException {
        byte[] bomb = Zstd.compress(new byte[FrameReader.MAX_BYTES + 1]);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(file(MANIFEST + "\n"));
        file.write(FrameReader.length(bomb.length));
        file.write(bomb);
        try (RecordingReader reader = RecordingReader.of(new ByteArrayInputStream(file.toByteArray()))) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(DamagedRecordingException.class)
                    .hasMessageContaining("does not tell its size, or one above");
        }
    }

    @Test
    void endsOnRandomBytesWithNothingButItsOwnExceptions() throws IOException {
        byte[] whole = file(MANIFEST + "\n", RECORD + "\n" + RECORD + "\n");
        Random random = new Random(12);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = whole.clone();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(failure(bytes)).isInstanceOfAny(DamagedRecordingException.class, NotARecordingException.class);
        }
    }

    @Test
    void writesWhatItReadsInAnyLanguage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Manifest manifest = new Manifest(1, Instant.EPOCH, "ü", "x", List.of("t"), Map.of("client", "\"\u2028"), true);
        new RecordingWriter(out, manifest).close();
        try (RecordingReader reader = RecordingReader.start(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(reader.manifest()).isEqualTo(manifest);
        }
    }

    private static Throwable failure(byte[] file) {
        try (RecordingReader reader = RecordingReader.of(new ByteArrayInputStream(file))) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                assertThat(record.topic()).isNotBlank();
            }
            return new AssertionError("a file without its index was taken for complete");
        } catch (IOException e) {
            return e;
        }
    }

    private static byte[] file(String... blocks) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (String block : blocks) {
            byte[] compressed = Zstd.compress(block.getBytes(UTF_8));
            file.write(FrameReader.length(compressed.length));
            file.write(compressed);
        }
        return file.toByteArray();
    }
}
