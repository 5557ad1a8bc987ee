package ai.kongguard.replay.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.intake.Entry;
import ai.kongguard.intake.kong.KongReader;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.RecordingWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Turns a log into the records that ingest would have made of it. One thread. */
public final class Conversion {

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int PROGRESS_EVERY = 1_000;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final ForeignFormat format;
    private final Intake intake;
    private final @Nullable String run;

    /** @param run that all records shall be of; null for none */
    public Conversion(ForeignFormat format, Intake intake, @Nullable String run) {
        this.format = format;
        this.intake = intake;
        this.run = run;
    }

    /**
     * Reads to the end, or until it shall stop.
     *
     * @param in plain or gzip
     * @param progress entries read, told every thousand
     */
    public ConversionResult convert(InputStream in, RecordingWriter writer, LongConsumer progress, BooleanSupplier stop)
            throws IOException {
        ForeignReader reader = reader(plain(in));
        ReorderBuffer ordered = new ReorderBuffer(writer);
        List<ConversionResult.Error> errors = new ArrayList<>();
        long read = 0;
        long converted = 0;
        long labelled = 0;
        long rejected = 0;
        while (!stop.getAsBoolean()) {
            ForeignEntry entry = reader.next();
            if (entry == null) {
                break;
            }
            read++;
            if (entry.event() != null) {
                ordered.add(record(converted, entry.event(), entry.truth()));
                converted++;
                labelled += entry.truth().isEmpty() ? 0 : 1;
            } else if (entry.fault() != null) {
                rejected++;
                if (errors.size() < ConversionResult.MAX_ERRORS) {
                    errors.add(new ConversionResult.Error(entry.line(), entry.fault()));
                }
            }
            if (read % PROGRESS_EVERY == 0) {
                progress.accept(read);
            }
        }
        ordered.flush();
        return new ConversionResult(read, converted, labelled, read - converted - rejected, rejected, errors);
    }

    private ForeignReader reader(InputStream in) {
        return switch (format) {
            case HAR -> new HarReader(in, intake);
            case CSV -> new CsvRequests(in, intake);
            case JSONL -> new Lines(in, true, field -> false, this::labelledRequest);
            case NGINX ->
                new Lines(
                        in,
                        true,
                        field -> false,
                        (entry, line) ->
                                ForeignEntry.of(line, intake.event(format, line, NginxLine.draft(entry)), Map.of()));
            case KONG -> {
                KongReader kong = new KongReader("", intake.bounds(), intake.redactor());
                yield new Lines(in, false, kong::mayBeginWith, (entry, line) -> kong.read(entry, intake.receivedAt())
                        .map(event -> ForeignEntry.of(line, event, Map.of()))
                        .orElseGet(() -> ForeignEntry.passedOver(line)));
            }
        };
    }

    private ForeignEntry labelledRequest(Entry entry, long line) {
        Map<String, @Nullable Object> fields = JsonObjects.read(entry);
        Map<String, String> truth = Labels.of(JsonObjects.text(fields, "label"), JsonObjects.text(fields, "type"));
        return ForeignEntry.of(line, intake.event(format, line, RequestFields.draft(fields)), truth);
    }

    private RecordedRecord record(long offset, TrafficEvent event, Map<String, String> truth) {
        List<RecordedHeader> headers = new ArrayList<>();
        truth.forEach((name, value) -> headers.add(new RecordedHeader(name, value.getBytes(UTF_8))));
        if (run != null) {
            headers.add(new RecordedHeader(Labels.RUN, run.getBytes(UTF_8)));
        }
        return new RecordedRecord(
                Topics.TRAFFIC.name(),
                0,
                offset,
                event.observedAt().toEpochMilli(),
                false,
                event.clientIp().getBytes(UTF_8),
                RecordCodec.TRAFFIC_EVENT.encode(event),
                headers);
    }

    private static InputStream plain(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER_BYTES);
        buffered.mark(2);
        int magic = (buffered.read() << 8) | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
    }
}
