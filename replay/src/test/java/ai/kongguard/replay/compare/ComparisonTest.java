package ai.kongguard.replay.compare;

import static ai.kongguard.replay.compare.Recordings.search;
import static ai.kongguard.replay.compare.Recordings.verdict;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.event.Action;
import ai.kongguard.event.Topics;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final String SQL = "q=1%27%20UNION%20SELECT%20password%20FROM%20users--";
    private static final Detector BUILTIN = Detector.builtin(VerdictPolicy.defaults());
    private static final Detector LENIENT = Detector.builtin(new VerdictPolicy(1, 1, 1));
    private static final Detector LOCAL = new Detector.Recorded("local");

    @TempDir
    private Path folder;

    private final List<ComparedEvent> events = new ArrayList<>();

    @Test
    void bothJudgeTheSameEvents() throws IOException {
        var counts = compare(BUILTIN, LENIENT, search("a", "q=shoes", "benign"), search("b", SQL, "attack"));
        assertThat(counts.records()).isEqualTo(2);
        assertThat(events).extracting(ComparedEvent::eventId).containsExactly("a", "b");
        assertThat(events.get(1).base().action()).isEqualTo(Action.BLOCK);
        assertThat(events.get(1).candidate().action()).isEqualTo(Action.ALLOW);
        assertThat(events.get(1).candidate().score())
                .isEqualTo(events.get(1).base().score());
    }

    @Test
    void aLabelChangesNoOpinion() throws IOException {
        compare(BUILTIN, BUILTIN, search("a", SQL, "attack"), search("b", SQL, "benign"), search("c", SQL, ""));
        assertThat(events)
                .hasSize(3)
                .extracting(ComparedEvent::base)
                .containsOnly(events.get(0).base());
    }

    @Test
    void aVerdictMayComeBeforeOrAfterItsEvent() throws IOException {
        var counts = compare(
                LOCAL,
                BUILTIN,
                verdict("a", "local", 0, Action.MONITOR),
                search("a", SQL, ""),
                search("b", SQL, ""),
                verdict("b", "local", 0, Action.ALLOW));
        assertThat(events).extracting(e -> e.base().action()).containsExactly(Action.MONITOR, Action.ALLOW);
        assertThat(events).extracting(e -> e.candidate().action()).containsOnly(Action.BLOCK);
        assertThat(counts.eventsWithoutVerdict()).isZero();
    }

    @Test
    void onlyTheFirstAnswerOfTheTierCounts() throws IOException {
        var counts = compare(
                LOCAL,
                new Detector.Recorded("cloud"),
                search("a", SQL, ""),
                verdict("a", "other", 0, Action.ALLOW),
                verdict("a", "local", 1, Action.ALLOW),
                verdict("a", "local", 0, Action.BLOCK),
                verdict("a", "cloud", 0, Action.MONITOR),
                search("b", SQL, ""),
                verdict("b", "local", 0, Action.BLOCK),
                verdict("gone", "local", 0, Action.BLOCK));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).base().action()).isEqualTo(Action.BLOCK);
        assertThat(events.get(0).candidate().action()).isEqualTo(Action.MONITOR);
        assertThat(counts.eventsWithoutVerdict()).isEqualTo(1);
        assertThat(counts.verdictsWithoutEvent()).isEqualTo(1);
    }

    @Test
    void countsCopiesAndWhatIsNoEvent() throws IOException {
        var counts = compare(
                BUILTIN,
                BUILTIN,
                search("a", SQL, ""),
                search("a", SQL, ""),
                Recordings.record(Topics.TRAFFIC.name(), "{}".getBytes(UTF_8), List.of()),
                Recordings.record("another.topic", "{}".getBytes(UTF_8), List.of()));
        assertThat(events).hasSize(1);
        assertThat(counts).isEqualTo(new Comparison.Counts(4, 1, 1, 0, 0, null));
    }

    @Test
    void comparesWhatIsSoundOfADamagedFile() throws IOException {
        Path file = folder.resolve("whole");
        Recordings.write(file, GoldenTraffic.records(100, 3));
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 40));
        var counts = new Comparison(BUILTIN, BUILTIN, events::add).run(Recording.open(cut), records -> {});
        assertThat(events).hasSize(100);
        assertThat(counts.damage()).contains("Record 100 cannot be read");
    }

    @Test
    void saysWhichModelCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("no.kgmodel"), "no model");
        assertThatThrownBy(() -> Detector.of(file, VerdictPolicy.defaults()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.kgmodel cannot be used. It is no Kong Guard model");
        assertThatThrownBy(() -> Detector.of(folder, VerdictPolicy.defaults()))
                .hasMessageContaining("is no regular file");
    }

    private Comparison.Counts compare(Detector base, Detector candidate, RecordedRecord... records) throws IOException {
        Recording recording = Recordings.write(folder.resolve("recording"), List.of(records));
        return new Comparison(base, candidate, events::add).run(recording, n -> {});
    }
}
