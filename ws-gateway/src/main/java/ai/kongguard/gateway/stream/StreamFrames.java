package ai.kongguard.gateway.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.Frame;
import ai.kongguard.gateway.Tiles;
import ai.kongguard.gateway.TilesJson;
import ai.kongguard.gateway.VerdictJson;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the frames of {@code /stream}, all in ASCII. Thread-safe. */
final class StreamFrames {

    /** The version of the protocol that is spoken. */
    static final int PROTOCOL = 1;

    private static final double NANOS_PER_MILLI = 1e6;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private StreamFrames() {}

    /** How a session begins. */
    enum Resume {
        /** It missed nothing; history that it asked for comes first. */
        LIVE,
        /** What it missed follows, and then the live feed. */
        RESUMING
    }

    static Frame hello(StreamRequest request, int rate, Resume resume, Cursor cursor, Tiles tiles, Instant now) {
        return frame("hello", 0, json -> {
            json.writeNumberProperty("protocol", PROTOCOL);
            json.writeStringProperty("resume", resume.name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("cursor", cursor.toString());
            filter(json, request.filter(), rate);
            json.writeName("metrics");
            TilesJson.write(json, tiles);
            json.writeStringProperty("timestamp", now.toString());
        });
    }

    /** The filter was changed, from the place of {@code cursor} on. */
    static Frame subscribed(StreamFilter filter, int rate, Cursor cursor) {
        return frame("subscribed", 0, json -> {
            json.writeStringProperty("cursor", cursor.toString());
            filter(json, filter, rate);
        });
    }

    static Frame error(String parameter, String reason) {
        return frame("error", 0, json -> {
            json.writeStringProperty("parameter", parameter);
            json.writeStringProperty("reason", reason);
        });
    }

    static Frame pong(String id, Instant now) {
        return frame("pong", 0, json -> {
            json.writeStringProperty("id", id);
            json.writeStringProperty("timestamp", now.toString());
        });
    }

    static Frame heartbeat(Duration roundTrip, Instant now) {
        return frame("heartbeat", 0, json -> {
            json.writeNumberProperty("rtt_ms", roundTrip.toNanos() / NANOS_PER_MILLI);
            json.writeStringProperty("timestamp", now.toString());
        });
    }

    /**
     * Verdicts that this session was not shown.
     *
     * @param skipped how many; null when only the offsets between are known
     * @param offsets at most so many records were missed, whether they match the filter or not; null when counted
     */
    static Frame gap(
            String reason,
            @Nullable Long skipped,
            @Nullable Long offsets,
            @Nullable Cursor from,
            @Nullable Cursor to,
            Instant now) {
        return frame("gap", 0, json -> {
            json.writeStringProperty("reason", reason);
            json.writePOJOProperty("skipped", skipped);
            json.writePOJOProperty("offsets", offsets);
            json.writePOJOProperty("from", from == null ? null : from.toString());
            json.writePOJOProperty("to", to == null ? null : to.toString());
            json.writeStringProperty("timestamp", now.toString());
        });
    }

    static Frame metrics(Tiles tiles, int sessions, Instant now) {
        return frame("metrics", 0, json -> {
            json.writeName("metrics");
            TilesJson.write(json, tiles);
            json.writeNumberProperty("sessions", sessions);
            json.writeStringProperty("timestamp", now.toString());
        });
    }

    static Frame status(Map<String, @Nullable Object> status) {
        return frame("status", 0, json -> status.forEach(json::writePOJOProperty));
    }

    /**
     * One or more frames with these verdicts; the last one has the cursor, which is past all of them.
     *
     * @param skipped verdicts that match but were left out, those of the lowest score
     * @param replayed whether they came before the session did
     * @param frameBytes a frame is begun anew beyond so many
     */
    static List<Frame> batches(List<Piece> pieces, long skipped, Cursor cursor, boolean replayed, int frameBytes) {
        List<Frame> frames = new ArrayList<>(1);
        int from = 0;
        while (true) {
            int to = from;
            int bytes = 0;
            while (to < pieces.size() && bytes < frameBytes) {
                bytes += pieces.get(to).json().length() + 1;
                to++;
            }
            boolean last = to == pieces.size();
            frames.add(batch(pieces.subList(from, to), bytes, last ? skipped : 0, last ? cursor : null, replayed));
            if (last) {
                return frames;
            }
            from = to;
        }
    }

    private static Frame batch(List<Piece> pieces, int bytes, long skipped, @Nullable Cursor cursor, boolean replayed) {
        StringBuilder text = new StringBuilder(bytes + 200)
                .append("{\"type\":\"batch\",\"replayed\":")
                .append(replayed);
        text.append(",\"skipped\":").append(skipped).append(",\"cursor\":");
        if (cursor == null) {
            text.append("null");
        } else {
            text.append('"').append(cursor).append('"');
        }
        text.append(",\"verdicts\":[");
        for (int i = 0; i < pieces.size(); i++) {
            text.append(i == 0 ? "" : ",").append(pieces.get(i).json());
        }
        return new Frame(text.append("]}").toString(), pieces.size() + skipped);
    }

    /** One verdict as it stands in a batch. */
    static String verdict(Verdict verdict) {
        return object(json -> VerdictJson.writeStreamed(json, verdict));
    }

    private static void filter(JsonGenerator json, StreamFilter filter, int rate) {
        json.writeObjectPropertyStart("filter");
        names(json, "tier", filter.tiers(), name -> name);
        json.writeNumberProperty("min_score", filter.minScore());
        names(json, "type", filter.types(), type -> type.wireName());
        names(json, "action", filter.actions(), action -> action.wireName());
        names(json, "source", filter.sources(), name -> name);
        json.writeStringProperty("path", filter.path());
        json.writeNumberProperty("rate", rate);
        json.writeEndObject();
    }

    private static <T> void names(JsonGenerator json, String name, Collection<T> values, Function<T, String> text) {
        json.writeArrayPropertyStart(name);
        values.stream().map(text).collect(Collectors.toCollection(TreeSet::new)).forEach(json::writeString);
        json.writeEndArray();
    }

    private static Frame frame(String type, long verdicts, Consumer<JsonGenerator> content) {
        return new Frame(
                object(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("type", type);
                    content.accept(json);
                    json.writeEndObject();
                }),
                verdicts);
    }

    private static String object(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = JSON.createGenerator(buffer)) {
            content.accept(json);
        }
        return buffer.toString(ISO_8859_1);
    }
}
