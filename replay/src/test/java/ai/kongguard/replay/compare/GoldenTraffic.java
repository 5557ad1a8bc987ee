package ai.kongguard.replay.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunOrder.Strategy;
import ai.kongguard.event.RunOrder.Via;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.intake.redact.Secrets;
import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.RecordingWriter;
import ai.kongguard.traffic.GeneratedRequest;
import ai.kongguard.traffic.RunTraffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The traffic of the golden recording: 70 % benign, a campaign and all kinds of payloads, ten a second, from a seed. The
 * recording that is kept was written once, by {@link #main}; it stays as it is, so that each release reads what an
 * earlier one wrote.
 */
public final class GoldenTraffic {

    private static final int RECORDS = 300;
    private static final int PARTITIONS = 4;
    private static final long SEED = 11;
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private GoldenTraffic() {}

    /** Writes the recording to the file that is named. */
    public static void main(String[] args) throws IOException {
        Manifest manifest = new Manifest(
                Manifest.VERSION,
                START,
                "GoldenTraffic",
                "generated",
                List.of(Topics.TRAFFIC.name()),
                Map.of("seed", Long.toString(SEED)),
                false);
        try (RecordingWriter writer = new RecordingWriter(Files.newOutputStream(Path.of(args[0])), manifest)) {
            for (RecordedRecord record : records(RECORDS, SEED)) {
                writer.write(record);
            }
        }
    }

    /** Labelled traffic as it lies in its topic, in the order of time; the same for the same seed. */
    public static List<RecordedRecord> records(int count, long seed) {
        RunOrder order = new RunOrder(
                Strategy.BLENDED, null, 10, 60_000, List.of(), List.of(), List.of(), seed, START, Via.TOPIC);
        RunTraffic traffic = new RunTraffic(order);
        Bounds bounds = Bounds.withBody(65_536);
        Redactor redactor = new Redactor(new Secrets(List.of("password", "authorization"), List.of("cookie")));
        long[] offsets = new long[PARTITIONS];
        List<RecordedRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            GeneratedRequest request = traffic.at(i);
            Instant at = START.plusMillis(100L * i);
            TrafficEvent event = event(request, order.eventId(START, i), at, bounds, redactor);
            int partition = Math.floorMod(event.clientIp().hashCode(), PARTITIONS);
            records.add(new RecordedRecord(
                    Topics.TRAFFIC.name(),
                    partition,
                    offsets[partition]++,
                    at.toEpochMilli(),
                    false,
                    event.clientIp().getBytes(UTF_8),
                    RecordCodec.TRAFFIC_EVENT.encode(event),
                    truth(request)));
        }
        return records;
    }

    private static TrafficEvent event(
            GeneratedRequest request, String id, Instant at, Bounds bounds, Redactor redactor) {
        EventDraft draft = new EventDraft();
        draft.requestId = id;
        draft.observedAt = at;
        draft.method = request.method();
        draft.scheme = request.scheme();
        draft.host = request.host();
        draft.path = request.path();
        draft.query = request.query();
        draft.clientIp = request.clientIp();
        draft.body = request.body();
        draft.status = request.status();
        draft.upstreamStatus = request.status();
        draft.totalMs = request.latencyMs();
        draft.bytesIn = request.bytesIn();
        draft.bytesOut = request.bytesOut();
        draft.route = request.route();
        draft.decidedBy = "upstream";
        new TreeMap<>(request.headers()).forEach(draft::header);
        return draft.toEvent("simulator", at, bounds, redactor);
    }

    private static List<RecordedHeader> truth(GeneratedRequest request) {
        return List.of(
                header(GroundTruth.LABEL, request.truth().attack() ? "attack" : "benign"),
                header(GroundTruth.TYPE, request.truth().type().wireName()));
    }

    private static RecordedHeader header(GroundTruth name, String value) {
        return new RecordedHeader(name.header(), value.getBytes(UTF_8));
    }
}
