package ai.kongguard.training;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.Judgement;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.detect.model.DamagedModelException;
import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.detect.model.ModelFile;
import ai.kongguard.event.Action;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: labelled requests through the judge as it ships, counted. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Judges labelled requests and counts what is blocked, at the thresholds of the model.")
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", description = "Files or folders of labelled requests (.jsonl, .jsonl.gz).")
    private List<Path> data = new ArrayList<>();

    @Option(names = "--model", description = "Model file; the one of this release if not given.")
    private @Nullable Path model;

    @Option(names = "--compare", description = "Another model file, whose decisions are set against these.")
    private @Nullable Path compare;

    @Option(names = "--generated", description = "Generate so many benign requests, and a tenth of it of each attack.")
    private int generated;

    @Option(names = "--seed", description = "Of what is generated; not that of training. Default ${DEFAULT-VALUE}.")
    private long seed = 1_000_003;

    @Option(names = "--mistakes", description = "Print the ids of so many requests that were judged wrongly.")
    private int mistakes;

    @Override
    public Integer call() throws IOException, DamagedModelException {
        List<LabelledRequest> requests = new ArrayList<>();
        for (Path path : data) {
            requests.addAll(JsonLines.read(path));
        }
        if (generated > 0) {
            requests.addAll(Generated.requests(seed, generated, Math.max(1, generated / 10)));
        }
        requests.removeIf(request -> !request.isTyped());
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("Nothing to judge: name files of labelled requests, or use --generated");
        }
        PrintWriter out = Commands.out(spec);
        LocalModel judging = model == null ? LocalModel.bundled() : read(model);
        List<Decision> decisions = decide(judging, requests);
        out.println(judging.info().label());
        out.print(Outcome.of(decisions).text());
        decisions.stream()
                .filter(decision -> decision.isAttack() != decision.blocked())
                .limit(mistakes)
                .forEach(decision -> out.println(
                        (decision.blocked() ? "blocked " : "missed ") + decision.id() + " as " + decision.named()));
        if (compare != null) {
            LocalModel other = read(compare);
            List<Decision> others = decide(other, requests);
            out.println();
            out.println(other.info().label());
            out.print(Outcome.of(others).text());
            Differences.print(decisions, others, out);
        }
        out.flush();
        return 0;
    }

    private static List<Decision> decide(LocalModel model, List<LabelledRequest> requests) {
        Judge judge = Judge.of(model, VerdictPolicy.defaults());
        return requests.stream().map(request -> decide(judge, request)).toList();
    }

    private static Decision decide(Judge judge, LabelledRequest request) {
        Judgement judgement = judge.judge(request.event());
        return new Decision(
                request.id(),
                Sources.collection(request.source()),
                request.type(),
                judgement.action() == Action.BLOCK,
                judgement.threatType());
    }

    private static LocalModel read(Path file) throws IOException, DamagedModelException {
        if (Files.size(file) > ModelFile.MAX_BYTES) {
            throw new IllegalArgumentException(file + " is larger than a model can be");
        }
        return ModelFile.read(Files.readAllBytes(file));
    }
}
