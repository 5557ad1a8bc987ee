package ai.kongguard.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.kongguard.event.Verdict;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Writes the frames of {@code /ws}, in the names that existing clients read. Used by one thread at a time.
 *
 * <p>All frames are ASCII: a lone surrogate, which an attacker may send and UTF-8 cannot hold, is escaped like any other
 * letter, and the length of a text is its size.
 */
final class FrameEncoder {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final double NANOS_PER_MILLI = 1e6;

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(4096);

    /** The tiles as the JSON object that several frames of one tick contain. */
    String tiles(Tiles tiles) {
        return write(json -> TilesJson.write(json, tiles));
    }

    /** The first frame of every session; {@code tilesJson} comes from {@link #tiles}. */
    Frame connection(String tilesJson, List<Verdict> history, Instant now) {
        return new Frame(
                write(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("type", "connection");
                    json.writeStringProperty("message", "Connected to Kong Guard AI Real-Time System");
                    json.writeName("metrics").writeRawValue(tilesJson);
                    json.writeArrayPropertyStart("history");
                    for (Verdict verdict : history) {
                        VerdictJson.writeEvent(json, verdict);
                    }
                    json.writeEndArray();
                    json.writeStringProperty("timestamp", now.toString());
                    json.writeEndObject();
                }),
                0);
    }

    /** One verdict; {@code skipped} is how many were left out since the last such frame. */
    Frame verdict(Verdict verdict, String tilesJson, long skipped) {
        return new Frame(
                write(json -> VerdictJson.writeFrame(json, verdict, tilesJson, skipped)), 1 + skipped, verdict.score());
    }

    /** The tiles by themselves; {@code sequence} is one more than in the frame before. */
    Frame metrics(String tilesJson, long sequence, int sessions, long skippedTotal, Instant now) {
        return new Frame(
                write(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("type", "metrics");
                    json.writeName("metrics").writeRawValue(tilesJson);
                    json.writeNumberProperty("sequence", sequence);
                    json.writeNumberProperty("sessions", sessions);
                    json.writeNumberProperty("skipped_total", skippedTotal);
                    json.writeStringProperty("timestamp", now.toString());
                    json.writeEndObject();
                }),
                0);
    }

    /** Verdicts that this session, at this place of its feed, was not shown. May be made on any thread. */
    static Frame gap(long skipped, Instant now) {
        return new Frame("{\"type\":\"gap\",\"skipped\":" + skipped + ",\"timestamp\":\"" + now + "\"}", skipped);
    }

    /** How long a client took to answer a ping. May be made on any thread. */
    static Frame heartbeat(Duration roundTrip, Instant now) {
        return new Frame(
                String.format(
                        Locale.ROOT,
                        "{\"type\":\"heartbeat\",\"rtt_ms\":%.3f,\"timestamp\":\"%s\"}",
                        roundTrip.toNanos() / NANOS_PER_MILLI,
                        now),
                0);
    }

    private String write(Consumer<JsonGenerator> content) {
        buffer.reset();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), buffer)) {
            content.accept(json);
        }
        return buffer.toString(ISO_8859_1);
    }
}
