package ai.kongguard.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFileTest {

    private static final Manifest MANIFEST =
            new Manifest(1, Instant.EPOCH, "test", "kafka", List.of("t"), Map.of(), false);
    private static final RecordedRecord RECORD =
            new RecordedRecord("t", 0, 0, 1, false, null, "value".getBytes(UTF_8), List.of());

    @TempDir
    Path folder;

    @Test
    void hasItsNameOnlyOnceItIsComplete() throws IOException {
        Path path = folder.resolve("a.kgr");
        Path part = folder.resolve("a.kgr.part");
        try (RecordingFile file = RecordingFile.at(path, false, MANIFEST)) {
            file.writer().write(RECORD);
            assertThat(path).doesNotExist();
            assertThat(part).exists();
            file.complete();
        }
        assertThat(part).doesNotExist();
        assertThat(Recording.open(path).index()).isNotNull();
    }

    @Test
    void leavesAPartWhenItIsGivenUp() throws IOException {
        Path path = folder.resolve("b.kgr");
        try (RecordingFile file = RecordingFile.at(path, false, MANIFEST)) {
            file.writer().write(RECORD);
        }
        assertThat(path).doesNotExist();
        assertThat(folder.resolve("b.kgr.part")).exists();
        try (RecordingFile file = RecordingFile.at(folder.resolve("c.kgr"), false, MANIFEST)) {
            assertThat(file.writer().records()).isZero();
        }
        assertThat(folder.resolve("c.kgr.part")).doesNotExist();
    }

    @Test
    void keepsWhatWasFlushedShouldTheProcessBeKilled() throws IOException {
        Path path = folder.resolve("e.kgr");
        try (RecordingFile file = RecordingFile.at(path, false, MANIFEST)) {
            file.writer().write(RECORD);
            file.writer().flush();
            try (RecordingReader reader =
                    Recording.open(folder.resolve("e.kgr.part")).read()) {
                assertThat(reader.next()).isNotNull();
                assertThatThrownBy(reader::next).isInstanceOf(DamagedRecordingException.class);
            }
        }
    }

    @Test
    void replacesAnotherOnlyWhenItMay() throws IOException {
        Path path = Files.writeString(folder.resolve("d.kgr"), "old");
        assertThatThrownBy(() -> RecordingFile.at(path, false, MANIFEST))
                .isInstanceOf(FileAlreadyExistsException.class);
        try (RecordingFile file = RecordingFile.at(path, true, MANIFEST)) {
            assertThat(path).hasContent("old");
            file.complete();
        }
        assertThat(Recording.open(path).manifest()).isEqualTo(MANIFEST);
    }

    @Test
    void leavesAStreamOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        try (RecordingFile file = RecordingFile.to(out, MANIFEST)) {
            file.writer().write(RECORD);
            file.complete();
        }
        try (RecordingReader reader = RecordingReader.of(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(reader.next()).isNotNull();
            assertThat(reader.next()).isNull();
        }
    }
}
