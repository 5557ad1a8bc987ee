package ai.kongguard.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.recording.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "--kongguard.demo=false, false",
        "--debug, false",
        "record, true",
        "--help, true",
        "-V, true",
        "recrod, true"
    })
    void leavesPropertiesToTheSystem(String first, boolean command) {
        String[] args = first.isEmpty() ? new String[0] : new String[] {first};
        assertThat(Commands.areMeantBy(args)).isEqualTo(command);
    }

    @Test
    void namesTheCommandsThereAre() {
        assertThat(run("recrod")).isEqualTo(2);
        assertThat(err.toString())
                .contains("recrod")
                .contains("record, replay, compare, convert, topics, help, completion");
        assertThat(run("help")).isZero();
        assertThat(out.toString()).contains("convert").contains("record");
        assertThat(run("completion")).isZero();
        assertThat(out.toString()).contains("complete -F");
    }

    @Test
    void describesEveryOptionOfItsCommands() throws IOException {
        String docs = Files.readString(Path.of("..", "docs", "recording.md"));
        CommandLine line = Commands.line();
        for (String command : List.of("record", "convert")) {
            CommandLine sub = Objects.requireNonNull(line.getSubcommands().get(command), command);
            assertThat(sub.getCommandSpec().options()).hasSizeGreaterThan(8).allSatisfy(option -> {
                boolean usual =
                        Set.of("--help", "--version", "--quiet", "--overwrite").contains(option.longestName());
                assertThat(usual
                                || docs.contains("`" + option.longestName())
                                || docs.contains(option.longestName() + " "))
                        .as("docs/recording.md: %s", option.longestName())
                        .isTrue();
            });
        }
    }

    @Test
    void endsWithTwoWhenTheInputIsWrong() throws IOException {
        Path there = Files.writeString(folder.resolve("there.kgr"), "mine");
        Path log = Files.writeString(folder.resolve("a.csv"), "path\n/a\n");
        assertThat(run("convert", log.toString(), "-o", there.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("exists already; --overwrite replaces it");
        assertThat(there).hasContent("mine");
        assertThat(run("convert", folder.resolve("missing.har").toString(), "-o", "x.kgr"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("missing.har does not exist");
        assertThat(run("convert", there.toString(), "-o", "x.kgr")).isEqualTo(2);
        assertThat(err.toString()).contains("--format");
        assertThat(run("record", "-o", "x.kgr", "--from", "soon")).isEqualTo(2);
        assertThat(run("record", "-o", "x.kgr", "--offsets", "0")).isEqualTo(2);
        assertThat(run("record", "-o", "-", "--json")).isEqualTo(2);
        assertThat(run("record")).isEqualTo(2);
    }

    @Test
    void convertsAndTellsWhatCouldNotBeRead() throws IOException {
        Path log = Files.writeString(folder.resolve("a.jsonl"), "{\"path\":\"/a\"}\nnonsense\n");
        Path file = folder.resolve("a.kgr");
        assertThat(run("convert", log.toString(), "-o", file.toString())).isZero();
        assertThat(err.toString())
                .contains("a.jsonl:2: not a valid JSON object")
                .contains("1 of 2 entries converted");
        assertThat(out.toString()).isEmpty();
        assertThat(Recording.open(file).manifest().source()).isEqualTo("jsonl");
        assertThat(run("convert", log.toString(), "-o", file.toString(), "--overwrite", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"converted\":1").contains("\"line\":2");
    }

    @Test
    void leavesNothingWhenNothingCouldBeRead() throws IOException {
        Path log = Files.writeString(folder.resolve("b.jsonl"), "nonsense\n");
        Path file = folder.resolve("b.kgr");
        assertThat(run("convert", log.toString(), "-o", file.toString())).isEqualTo(2);
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("b.kgr.part")).doesNotExist();
    }

    @Test
    void readsTimesAsPeopleGiveThem() {
        TimeOption times = new TimeOption(InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z")));
        assertThat(times.convert("now")).isEqualTo("2026-11-28T12:00:00Z");
        assertThat(times.convert("-15m")).isEqualTo("2026-11-28T11:45:00Z");
        assertThat(times.convert("+2d")).isEqualTo("2026-11-30T12:00:00Z");
        assertThat(times.convert("2026-11-28T01:00:00+01:00")).isEqualTo("2026-11-28T00:00:00Z");
    }

    private int run(String... args) {
        CommandLine line = Commands.line();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
