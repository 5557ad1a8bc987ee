package ai.kongguard.ingest.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.StoredRecording;
import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.RecordingWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingCatalogueTest implements CatalogueSink {

    @TempDir
    private Path folder;

    private final List<StoredRecording> published = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();

    @Test
    void tellsARecordingTwiceAndThenNoMore() throws Exception {
        write("one");
        try (RecordingCatalogue catalogue = catalogue()) {
            catalogue.look();
            catalogue.look();
        }
        assertThat(published).extracting(StoredRecording::name).containsExactly("one", "one");
        assertThat(published.get(0).contents()).isNull();
        assertThat(Objects.requireNonNull(published.get(1).contents()).events()).isEqualTo(1);
    }

    @Test
    void readsNothingThatWasToldBefore() throws Exception {
        write("one");
        try (RecordingCatalogue first = catalogue()) {
            first.look();
        }
        StoredRecording known = published.get(1);
        published.clear();
        try (RecordingCatalogue next = catalogue()) {
            next.heard("one", known);
            next.look();
        }
        assertThat(published).isEmpty();
    }

    @Test
    void triesAgainInTheNextProcessWhatCouldNotBeRead() throws Exception {
        Files.writeString(folder.resolve("text.kgr"), "This is no recording.");
        try (RecordingCatalogue first = catalogue()) {
            first.look();
            first.look();
        }
        assertThat(published).singleElement().satisfies(one -> assertThat(one.problem())
                .contains("no recording"));
        try (RecordingCatalogue next = catalogue()) {
            next.heard("text", published.get(0));
            next.look();
        }
        assertThat(published).hasSize(2);
    }

    @Test
    void forgetsWhatIsGone() {
        try (RecordingCatalogue catalogue = catalogue()) {
            catalogue.heard(
                    "gone",
                    new StoredRecording(1, "gone", 1, Instant.EPOCH, null, null, null, null, null, "unreadable"));
            catalogue.look();
            catalogue.look();
        }
        assertThat(forgotten).containsExactly("gone");
    }

    @Override
    public void publish(StoredRecording recording) {
        published.add(recording);
    }

    @Override
    public void forget(String name) {
        forgotten.add(name);
    }

    private RecordingCatalogue catalogue() {
        return new RecordingCatalogue(new RecordingFolder(folder, 1_000, 10_000), this);
    }

    private void write(String name) throws IOException {
        Manifest manifest =
                new Manifest(Manifest.VERSION, Instant.EPOCH, "a test", "kafka", List.of(), Map.of(), false);
        try (RecordingWriter writer =
                new RecordingWriter(Files.newOutputStream(folder.resolve(name + ".kgr")), manifest)) {
            writer.write(new RecordedRecord("gateway.traffic", 0, 0, 1_000, false, null, new byte[] {1}, List.of()));
        }
    }
}
