package ai.kongguard.standalone.cli;

import ai.kongguard.event.Topics;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.RedactionProperties;
import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.RecordingFile;
import ai.kongguard.replay.convert.Conversion;
import ai.kongguard.replay.convert.ConversionResult;
import ai.kongguard.replay.convert.ForeignFormat;
import ai.kongguard.replay.convert.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convert}: somebody else's log into a recording. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Turns a log into a recording, redacted and bounded as at ingest.",
        footer = "Ends with 0 when something was converted, else with 2. What could not be read is told.")
final class ConvertCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");
    private static final int ERRORS_SHOWN = 20;

    /** As {@code kongguard.ingest.max-captured-body} by default. */
    private static final int BODY_CHARS = 65_536;

    private final InstantSource clock = InstantSource.system();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "LOG", description = "The log, plain or gzip; - for standard input.")
    private Path log = STANDARD_INPUT;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; else the name's end tells.")
    private @Nullable ForeignFormat format;

    @Option(names = "--client-ip", paramLabel = "IP", description = "Of requests that name no client, as in HAR.")
    private @Nullable String clientIp;

    @Option(names = "--start", paramLabel = "TIME", description = "Of the first request without a time; else now.")
    private @Nullable Instant start;

    @Option(names = "--spacing-ms", description = "Between requests without a time. Default ${DEFAULT-VALUE}.")
    private long spacingMs = 100;

    @Option(names = "--run", paramLabel = "ID", description = "The run that all requests shall be of.")
    private @Nullable String run;

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        if (report.isJson() && output.isStandardOutput()) {
            throw new ParameterException(spec.commandLine(), "--json: standard output is the recording");
        }
        ForeignFormat kind = format == null ? ForeignFormat.of(log) : format;
        if (kind == null) {
            throw new ParameterException(spec.commandLine(), "--format: the name of " + log + " does not tell it");
        }
        if (spacingMs < 0 || spacingMs > Duration.ofDays(1).toMillis()) {
            throw new ParameterException(spec.commandLine(), "--spacing-ms must be from 0 to a day");
        }
        Instant now = clock.instant();
        Intake intake = new Intake(
                Bounds.withBody(BODY_CHARS),
                Settings.of("kongguard.redact", RedactionProperties.class).redactor(List.of()),
                now,
                start == null ? now : start,
                Duration.ofMillis(spacingMs),
                clientIp);
        PrintWriter err = spec.commandLine().getErr();
        ProgressLine line = report.progress(err);
        Manifest manifest = new Manifest(
                Manifest.VERSION,
                now,
                Release.name(),
                kind.wireName(),
                List.of(Topics.TRAFFIC.name()),
                Map.of("log", String.valueOf(log.getFileName())),
                false);
        try (Interruption interruption = new Interruption();
                InputStream in = log.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(log);
                RecordingFile file = output.open(System.out, manifest)) {
            ConversionResult result = new Conversion(kind, intake, run)
                    .convert(in, file.writer(), read -> line.show(read, 0, "converted"), interruption::isAsked);
            line.end();
            if (result.converted() > 0) {
                file.complete();
            }
            tell(result, err);
            return result.converted() > 0 ? 0 : 2;
        }
    }

    private void tell(ConversionResult result, PrintWriter err) {
        if (!report.isJson()) {
            result.errors().stream()
                    .limit(ERRORS_SHOWN)
                    .forEach(error -> err.println(log + ":" + error.line() + ": " + error.reason()));
            if (result.rejected() > ERRORS_SHOWN) {
                err.println("... and " + (result.rejected() - ERRORS_SHOWN) + " more that could not be read");
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", output.path().toString());
        fields.put("read", result.read());
        fields.put("converted", result.converted());
        fields.put("labelled", result.labelled());
        fields.put("passed_over", result.passedOver());
        fields.put("rejected", result.rejected());
        fields.put("errors", result.errors());
        String text = output.path() + ": " + result.converted() + " of " + result.read() + " entries converted, "
                + result.labelled() + " with a label, " + result.rejected() + " could not be read";
        report.summary(spec.commandLine().getOut(), err, fields, text);
    }
}
