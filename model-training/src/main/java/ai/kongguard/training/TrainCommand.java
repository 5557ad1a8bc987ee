package ai.kongguard.training;

import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.detect.model.ModelFile;
import ai.kongguard.detect.model.ModelInfo;
import ai.kongguard.detect.model.ScoreScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: from generated and collected requests to a model file and a report. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a model, validates it on sources left out one by one, and writes it with a report.")
final class TrainCommand implements Callable<Integer> {

    private static final String RESOURCE = "detection/src/main/resources/ai/kongguard/detect/model/local.kgmodel";

    /** N-gram log-odds below which none but so small a share of attacks lies. */
    private static final double GATE = 0.002;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            description = "File or folder of labelled requests (.jsonl, .jsonl.gz) to learn from as well; repeatable.")
    private List<Path> data = new ArrayList<>();

    @Option(names = "--seed", description = "Of what is generated; default ${DEFAULT-VALUE}.")
    private long seed = 7;

    @Option(names = "--benign", description = "Benign requests to generate; default ${DEFAULT-VALUE}.")
    private int benign = 60_000;

    @Option(names = "--attacks", description = "Attacks to generate of each type; default ${DEFAULT-VALUE}.")
    private int attacks = 5_000;

    @Option(names = "--model-version", description = "Version the model carries; default ${DEFAULT-VALUE}.")
    private int version = 1;

    @Option(names = "--out", description = "Model file to write; default ${DEFAULT-VALUE}.")
    private Path out = Path.of(RESOURCE);

    @Option(names = "--report", description = "HTML report to write; default ${DEFAULT-VALUE}.")
    private Path report = Path.of("model-training/target/report.html");

    @Override
    public Integer call() throws IOException {
        Progress progress = new Progress(Commands.out(spec));
        List<LabelledRequest> requests = new ArrayList<>();
        for (Path path : data) {
            requests.addAll(JsonLines.read(path));
        }
        requests.addAll(Padded.of(requests, seed));
        requests.addAll(Generated.requests(seed, benign, attacks));
        requests.removeIf(request -> Sources.isReserved(request.source()));
        progress.step(requests.size() + " requests read and generated");
        List<Sample> samples = Samples.of(requests);
        progress.step(samples.size() + " turned into numbers");

        Validation.Result result = new Validation(samples, progress).run(true);
        ScoreScale scale = Thresholds.fit(result.scored());
        Candidate parts = result.complete();
        String trainedOn = "generated seed " + seed + (data.isEmpty() ? "" : " and " + data.size() + " collections");
        LocalModel model = new LocalModel(
                new ModelInfo("kg-local", version, DataHash.of(requests), trainedOn),
                parts.ngrams(),
                parts.types(),
                parts.trees(),
                scale,
                gate(samples, parts));
        write(out, ModelFile.write(model));
        progress.step("model written to " + out);
        write(report, new Report(model, result.scored()).html().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        progress.step("report written to " + report);
        Commands.out(spec)
                .print(Outcome.of(result.scored().stream()
                                .map(one -> Decision.of(one, scale.block()))
                                .toList())
                        .text());
        Commands.out(spec).flush();
        return 0;
    }

    private static float gate(List<Sample> samples, Candidate parts) {
        List<Scored> ngrams = samples.stream()
                .filter(Sample::isAttack)
                .map(sample -> new Scored(sample, Worst.score(sample, parts.ngrams()), sample.type(), ""))
                .toList();
        float[] sorted = Thresholds.sorted(ngrams, one -> one.logOdds() > Scored.NOTHING);
        return sorted[(int) (sorted.length * GATE)];
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, bytes);
    }
}
