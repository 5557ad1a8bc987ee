package ai.kongguard.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.detect.model.ModelFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

    private static final String LABELLED =
            """
            {"id":"a1","label":"attack","type":"sqli","method":"GET","path":"/x","query":"q=1%27%20or%20%271%27=%271"}
            {"id":"b1","label":"benign","type":"none","method":"GET","path":"/x","query":"q=it%27s%20fine"}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theSameDataGivesTheSameModelAndAReport() throws Exception {
        byte[] first = train("first");
        assertThat(train("second")).isEqualTo(first);
        LocalModel model = ModelFile.read(first);
        assertThat(model.info().label()).matches("local/kg-local-7@[0-9a-f]{16}");
        assertThat(Files.readString(folder.resolve("first.html")))
                .contains(
                        "<svg",
                        "By source",
                        "attacks by type",
                        "Calibration",
                        model.info().label())
                .doesNotContain("<script");
        assertThat(out.toString()).contains("average over collections");
    }

    @Test
    void evaluatesAndCompares() throws Exception {
        Files.write(folder.resolve("model.kgmodel"), train("model"));
        Path data = folder.resolve("own.jsonl");
        Files.writeString(data, LABELLED);
        assertThat(run(
                        "evaluate",
                        data.toString(),
                        "--mistakes",
                        "5",
                        "--compare",
                        folder.resolve("model.kgmodel").toString()))
                .isZero();
        assertThat(out.toString()).contains("own", "sql_injection", "balanced %", "newly caught", "newly missed");
    }

    @Test
    void saysWhatIsWrongWithItsInput() throws Exception {
        Path data = folder.resolve("bad.jsonl");
        Files.writeString(data, LABELLED + "{\"label\":\"maybe\"}\n");
        assertThat(run("evaluate", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("bad.jsonl line 3", "label must be attack or benign, was \"maybe\"");
        assertThat(run("evaluate")).isEqualTo(1);
        assertThat(err.toString()).contains("name files of labelled requests, or use --generated");
    }

    @Test
    void refusesADamagedModel() throws Exception {
        Path model = folder.resolve("damaged.kgmodel");
        byte[] bytes = ModelFile.write(LocalModel.bundled());
        bytes[bytes.length / 2] ^= 1;
        Files.write(model, bytes);
        Path data = folder.resolve("own.jsonl");
        Files.write(data, LABELLED.getBytes(UTF_8));
        assertThat(run("evaluate", data.toString(), "--model", model.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("checksum is wrong");
    }

    private byte[] train(String name) throws Exception {
        Path model = folder.resolve(name + ".out");
        assertThat(run(
                        "train",
                        "--benign",
                        "600",
                        "--attacks",
                        "60",
                        "--model-version",
                        "7",
                        "--out",
                        model.toString(),
                        "--report",
                        folder.resolve(name + ".html").toString()))
                .as(err.toString())
                .isZero();
        return Files.readAllBytes(model);
    }

    private int run(String... args) {
        return Commands.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
