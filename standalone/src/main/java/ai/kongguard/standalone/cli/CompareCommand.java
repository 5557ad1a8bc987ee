package ai.kongguard.standalone.cli;

import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingIndex;
import ai.kongguard.replay.compare.Comparison;
import ai.kongguard.replay.compare.Detector;
import ai.kongguard.replay.compare.report.FailOn;
import ai.kongguard.replay.compare.report.HtmlReport;
import ai.kongguard.replay.compare.report.JUnitReport;
import ai.kongguard.replay.compare.report.JsonReport;
import ai.kongguard.replay.compare.report.Report;
import ai.kongguard.replay.compare.report.TextReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: what would another model or threshold have decided? */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Judges a recording with two detectors and tells what they decide differently. "
                + "The same recording and detectors give the same reports, byte for byte.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the candidate is as good",
            "1:there are cases of --fail-on",
            "2:wrong usage or unreadable input"
        })
final class CompareCommand implements Callable<Integer> {

    private static final String DETECTOR =
            "builtin, a model file, or recorded[:TIER] for the verdicts in the recording";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    @Option(names = "--base", paramLabel = "DETECTOR", defaultValue = "builtin", description = DETECTOR)
    private String base = "";

    @Option(
            names = {"--candidate", "--against"},
            paramLabel = "DETECTOR",
            defaultValue = "builtin",
            description = DETECTOR)
    private String candidate = "";

    @Option(names = "--base-block", paramLabel = "SCORE", description = "0-1, default 0.8; likewise the next two.")
    private @Nullable Double baseBlock;

    @Option(names = "--base-rate-limit", paramLabel = "SCORE", description = "Default 0.6.")
    private @Nullable Double baseRateLimit;

    @Option(names = "--base-monitor", paramLabel = "SCORE", description = "Default 0.3.")
    private @Nullable Double baseMonitor;

    @Option(names = "--block", paramLabel = "SCORE", description = "Of the candidate: from which score it blocks, 0-1.")
    private @Nullable Double block;

    @Option(names = "--rate-limit", paramLabel = "SCORE", description = "Of the candidate.")
    private @Nullable Double rateLimit;

    @Option(names = "--monitor", paramLabel = "SCORE", description = "Of the candidate.")
    private @Nullable Double monitor;

    @Option(
            names = "--fail-on",
            split = ",",
            defaultValue = "missed,blocked",
            description = "What ends with exit code 1: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Set<FailOn> failOn = Set.of();

    @Option(names = "--json", paramLabel = "OUT", description = "Also writes everything as JSON.")
    private @Nullable Path json;

    @Option(names = "--junit", paramLabel = "OUT", description = "Also writes JUnit's XML, for CI.")
    private @Nullable Path junit;

    @Option(names = "--html", paramLabel = "OUT", description = "Also writes a page with plots.")
    private @Nullable Path html;

    @Option(names = "--show", defaultValue = "10", description = "Events of each kind on the screen; default 10.")
    private int show;

    @Option(
            names = "--named-events",
            defaultValue = "" + Report.NAMED_EVENTS,
            description = "Events of each kind that reports name; others are counted. Default ${DEFAULT-VALUE}.")
    private int named;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        if (show < 0 || named < 0) {
            throw new ParameterException(spec.commandLine(), "--show and --named-events must not be negative");
        }
        Detector first = detector("--base", base, baseBlock, baseRateLimit, baseMonitor);
        Detector second = detector("--candidate", candidate, block, rateLimit, monitor);
        Recording recording = Recording.open(file);
        RecordingIndex index = recording.index();
        Report report = new Report(first, second, named);
        ProgressLine line =
                new ProgressLine(spec.commandLine().getErr(), !quiet, System.console() != null, System::nanoTime);
        long all = index == null ? 0 : index.records();
        Comparison.Counts counts =
                new Comparison(first, second, report).run(recording, records -> line.show(records, all, "compared"));
        line.end();
        report.end(recording.manifest(), counts.damage() == null ? index : null, counts);
        PrintWriter out = spec.commandLine().getOut();
        out.print(TextReport.of(report, show));
        out.flush();
        write(report);
        if (counts.damage() != null) {
            spec.commandLine().getErr().println(counts.damage());
            return 2;
        }
        return failOn.stream().anyMatch(on -> on.isMetBy(report)) ? 1 : 0;
    }

    private void write(Report report) throws IOException {
        if (json != null) {
            try (OutputStream out = open(json)) {
                JsonReport.write(report, out);
            }
        }
        if (junit != null) {
            try (OutputStream out = open(junit)) {
                JUnitReport.write(report, out);
            }
        }
        if (html != null) {
            Files.writeString(html, HtmlReport.of(report));
        }
    }

    private static OutputStream open(Path path) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(path));
    }

    private Detector detector(
            String option,
            String name,
            @Nullable Double blockFrom,
            @Nullable Double rateLimitFrom,
            @Nullable Double monitorFrom)
            throws IOException {
        boolean own = blockFrom != null || rateLimitFrom != null || monitorFrom != null;
        if (name.equals("recorded") || name.startsWith("recorded:")) {
            if (own) {
                throw new ParameterException(
                        spec.commandLine(), option + " " + name + " has no thresholds: its verdicts are made");
            }
            return new Detector.Recorded(name.equals("recorded") ? "local" : name.substring("recorded:".length()));
        }
        VerdictPolicy defaults = VerdictPolicy.defaults();
        VerdictPolicy policy = new VerdictPolicy(
                blockFrom == null ? defaults.block() : blockFrom,
                rateLimitFrom == null ? defaults.rateLimit() : rateLimitFrom,
                monitorFrom == null ? defaults.monitor() : monitorFrom);
        return name.equals("builtin") ? Detector.builtin(policy) : Detector.of(Path.of(name), policy);
    }
}
