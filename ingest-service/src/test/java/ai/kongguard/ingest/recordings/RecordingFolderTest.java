package ai.kongguard.ingest.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.ingest.simulation.RefusedRunException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingFolderTest {

    @TempDir
    private Path parent;

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "..", "", "a/b", "secret\u0000"})
    void noNameLeadsOutOfIt(String name) throws Exception {
        Files.writeString(parent.resolve("secret.kgr"), "x");
        RecordingFolder folder = new RecordingFolder(parent.resolve("recordings"), 10, 100);
        assertThatThrownBy(() -> folder.existing(name)).isInstanceOf(RefusedRunException.class);
        assertThatThrownBy(() -> folder.begin(name)).isInstanceOf(RefusedRunException.class);
    }

    @Test
    void isEmptyWhenThereIsNone() throws Exception {
        assertThat(new RecordingFolder(parent.resolve("none"), 10, 100).list()).isEmpty();
        assertThat(parent.resolve("none")).doesNotExist();
    }

    @Test
    void listsRecordingsAndNothingElse() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("recordings"));
        Files.writeString(folder.resolve("one.kgr"), "12345");
        Files.writeString(folder.resolve("two.kgr.part"), "x");
        Files.writeString(folder.resolve("-x.kgr"), "x");
        Files.writeString(folder.resolve("notes.txt"), "x");
        Files.createDirectory(folder.resolve("folder.kgr"));
        Files.createSymbolicLink(folder.resolve("link.kgr"), folder.resolve("notes.txt"));
        assertThat(new RecordingFolder(folder, 10, 100).list()).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("one");
            assertThat(found.bytes()).isEqualTo(5);
        });
    }

    @Test
    void beginsNoMoreThanThereIsRoomForAndNoneTwice() throws Exception {
        RecordingFolder folder = new RecordingFolder(parent, 10, 25);
        Files.writeString(parent.resolve("old.kgr.part"), "12345");
        assertThat(folder.begin("a")).isEqualTo(parent.resolve("a.kgr"));
        assertThatThrownBy(() -> folder.begin("a")).hasMessage("there is a recording a already");
        folder.begin("b");
        assertThatThrownBy(() -> folder.begin("c")).hasMessageContaining("max-total-size");
        folder.ended("b");
        folder.begin("c");
    }
}
