package ai.kongguard.standalone.cli;

import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.replay.record.OffsetRange;
import ai.kongguard.replay.record.RecordOrder;
import ai.kongguard.replay.record.RecordProgress;
import ai.kongguard.replay.record.Recorder;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code record}: a range of the traffic topic into a file. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Records traffic from Kafka into a file, losslessly. Conditions hold together.")
final class RecordCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--from", paramLabel = "TIME", description = "Events from then on: ISO 8601, now, or like -15m.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "Events before then.")
    private @Nullable Instant to;

    @Option(names = "--offsets", paramLabel = "PARTITION:FROM-TO,...", description = "These offsets, TO excluded.")
    private @Nullable String offsets;

    @Option(names = "--run", split = ",", paramLabel = "ID", description = "Events of these runs of the simulator.")
    private List<String> runs = new ArrayList<>();

    @Option(names = "--client", split = ",", paramLabel = "IP", description = "Events of these clients.")
    private List<String> clients = new ArrayList<>();

    @Option(names = "--incident", paramLabel = "ID", description = "The events behind an incident.")
    private @Nullable String incident;

    @Option(names = "--verdicts", description = "Their verdicts too.")
    private boolean verdicts;

    @Option(names = "--follow", description = "Go on with what comes, from now or --from, until Ctrl-C or --to.")
    private boolean follow;

    @Option(names = "--max-records", paramLabel = "N", description = "End after so many.")
    private long maxRecords = Long.MAX_VALUE;

    @Option(names = "--max-bytes", paramLabel = "N", description = "End when the file has so many, about.")
    private long maxBytes = Long.MAX_VALUE;

    @Option(names = "--anonymise", description = "Replace the addresses of clients, each by always the same one.")
    private boolean anonymise;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        if (report.isJson() && output.isStandardOutput()) {
            throw new ParameterException(spec.commandLine(), "--json: standard output is the recording");
        }
        KafkaAccess access = kafka.access();
        RecordOrder order = new RecordOrder(
                access.properties().topicPrefix(),
                from,
                to,
                offsets == null ? Map.of() : OffsetRange.parse(offsets),
                runs,
                clients,
                incident,
                verdicts,
                follow,
                maxRecords,
                maxBytes,
                anonymise);
        var err = spec.commandLine().getErr();
        ProgressLine line = report.progress(err);
        try (Interruption interruption = new Interruption()) {
            RecordProgress end = new Recorder(access.clientConfig("record"), order, InstantSource.system())
                    .record(
                            Release.name(),
                            manifest -> output.open(System.out, manifest),
                            progress -> line.show(progress.read(), progress.of(), detail(progress)),
                            interruption::isAsked);
            line.end();
            report.summary(spec.commandLine().getOut(), err, fields(end, line.seconds()), text(end, line));
            return 0;
        }
    }

    private static String detail(RecordProgress progress) {
        return String.format(
                Locale.ROOT, "%,d recorded, %.1f MB", progress.records(), progress.bytes() / (1024.0 * 1024));
    }

    private String text(RecordProgress end, ProgressLine line) {
        String rate = String.format(Locale.ROOT, "%,.0f/s", line.perSecond(end.read()));
        return output.path() + ": " + detail(end) + "; " + end.read() + " read at " + rate;
    }

    private Map<String, Object> fields(RecordProgress end, double seconds) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", output.path().toString());
        fields.put("records", end.records());
        fields.put("read", end.read());
        fields.put("bytes", end.bytes());
        fields.put("seconds", Math.round(seconds * 1000) / 1000.0);
        return fields;
    }
}
