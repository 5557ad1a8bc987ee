package ai.kongguard.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTest {

    private static final String GOLDEN = "../replay/src/test/resources/golden/traffic.kgr";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theSameDetectorsAgree() {
        assertThat(compare(GOLDEN)).isZero();
        assertThat(out.toString())
                .contains("300 compared", "Newly missed attacks: 0", "Newly blocked benign requests: 0");
    }

    @Test
    void higherThresholdsMissAttacksAndFail() {
        assertThat(compare(GOLDEN, "--block", "0.99", "--rate-limit", "0.98")).isEqualTo(1);
        assertThat(out.toString()).doesNotContain("Newly missed attacks: 0");
        assertThat(compare(GOLDEN, "--block", "0.99", "--rate-limit", "0.98", "--fail-on", "blocked"))
                .isZero();
        assertThat(compare(GOLDEN, "--block", "0.99")).isZero();
        assertThat(compare(GOLDEN, "--block", "0.99", "--fail-on", "any")).isEqualTo(1);
    }

    @Test
    void theSameComparisonWritesTheSameBytes() throws IOException {
        assertThat(report("1")).isEqualTo(1);
        assertThat(report("2")).isEqualTo(1);
        for (String kind : new String[] {"json", "xml", "html"}) {
            assertThat(folder.resolve("1." + kind))
                    .isNotEmptyFile()
                    .hasSameBinaryContentAs(folder.resolve("2." + kind));
        }
        assertThat(Files.readString(folder.resolve("1.json"))).contains("\"sha256\":\"");
    }

    @Test
    void namesWhatCannotBeUsed() throws IOException {
        assertThat(compare(folder.resolve("gone").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("gone does not exist");
        assertThat(compare(GOLDEN, "--candidate", GOLDEN)).isEqualTo(2);
        assertThat(err.toString()).contains("traffic.kgr cannot be used. It is no Kong Guard model");
        assertThat(compare(GOLDEN, "--base", "recorded", "--base-block", "0.5")).isEqualTo(2);
        assertThat(err.toString()).contains("--base recorded has no thresholds");
        assertThat(compare(GOLDEN, "--block", "0.1")).isEqualTo(2);
        assertThat(err.toString()).contains("0 <= monitor <= rate-limit <= block <= 1");
    }

    @Test
    void aDamagedRecordingIsComparedUpToTheDamage() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(GOLDEN));
        Path cut = folder.resolve("cut.kgr");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 60));
        assertThat(compare(cut.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Record 300 cannot be read");
        assertThat(out.toString()).contains("300 compared");
    }

    private int report(String name) {
        return compare(
                GOLDEN,
                "--block=0.99",
                "--rate-limit=0.98",
                "--json=" + folder.resolve(name + ".json"),
                "--junit=" + folder.resolve(name + ".xml"),
                "--html=" + folder.resolve(name + ".html"));
    }

    private int compare(String... arguments) {
        out.getBuffer().setLength(0);
        String[] all = new String[arguments.length + 2];
        all[0] = "compare";
        all[1] = "--quiet";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        CommandLine line = Commands.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(all);
    }
}
