package ai.kongguard.replay.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.Action;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingWriter;
import ai.kongguard.testkit.TestEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small recordings and their records. */
public final class Recordings {

    private Recordings() {}

    /** A complete file. */
    public static Recording write(Path file, List<RecordedRecord> records) throws IOException {
        Manifest manifest = new Manifest(
                Manifest.VERSION,
                Instant.EPOCH,
                "a test",
                "generated",
                List.of(Topics.TRAFFIC.name()),
                Map.of(),
                false);
        try (RecordingWriter writer = new RecordingWriter(Files.newOutputStream(file), manifest)) {
            for (RecordedRecord record : records) {
                writer.write(record);
            }
        }
        return Recording.open(file);
    }

    /** A search for this, with a label: {@code attack}, {@code benign} or none when empty. */
    public static RecordedRecord search(String eventId, String query, String label) {
        TrafficEvent event = TestEvents.event(eventId, "203.0.113.7", "/search", query);
        List<RecordedHeader> headers = label.isEmpty()
                ? List.of()
                : List.of(
                        new RecordedHeader("kg-truth-label", label.getBytes(UTF_8)),
                        new RecordedHeader("kg-truth-type", "sql_injection".getBytes(UTF_8)));
        return record(Topics.TRAFFIC.name(), RecordCodec.TRAFFIC_EVENT.encode(event), headers);
    }

    /** What a tier says. */
    public static RecordedRecord verdict(String eventId, String tier, int revision, Action action) {
        Verdict verdict = new Verdict(
                Verdict.SCHEMA,
                eventId,
                tier,
                revision,
                "kong",
                "203.0.113.7",
                "GET",
                null,
                "/search",
                "",
                200,
                null,
                null,
                0.5,
                0.5,
                ThreatType.XSS,
                action,
                List.of(),
                "",
                "some/model",
                null,
                TestEvents.NOW,
                TestEvents.NOW,
                TestEvents.NOW,
                1);
        return record(Topics.VERDICTS.name(), RecordCodec.VERDICT.encode(verdict), List.of());
    }

    static RecordedRecord record(String topic, byte[] value, List<RecordedHeader> headers) {
        return new RecordedRecord(topic, 0, 0, TestEvents.NOW.toEpochMilli(), false, null, value, headers);
    }
}
