package ai.kongguard.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The lines of a recording: a JSON object each. Bytes that are UTF-8 are written as the string they are, others as
 * {@code {"base64": "..."}}, so that a person can read what was text and nothing is lost.
 */
final class Lines {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(FrameReader.MAX_BYTES)
                    .maxNestingDepth(16)
                    .build())
            .build();

    private Lines() {}

    static byte[] manifest(Manifest manifest) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("kong_guard_recording", manifest.version());
            json.writeStringProperty("created_at", manifest.createdAt().toString());
            json.writeStringProperty("created_by", manifest.createdBy());
            json.writeStringProperty("source", manifest.source());
            json.writeArrayPropertyStart("topics");
            manifest.topics().forEach(json::writeString);
            json.writeEndArray();
            json.writeObjectPropertyStart("selection");
            manifest.selection().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeBooleanProperty("anonymised", manifest.anonymised());
            json.writeEndObject();
        }
        return ended(line);
    }

    static byte[] record(RecordedRecord record) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("topic", record.topic());
            json.writeNumberProperty("partition", record.partition());
            json.writeNumberProperty("offset", record.offset());
            json.writeNumberProperty("timestamp", record.timestamp());
            if (record.logAppendTime()) {
                json.writeBooleanProperty("log_append_time", true);
            }
            json.writeName("key");
            bytes(json, record.key());
            json.writeArrayPropertyStart("headers");
            for (RecordedHeader header : record.headers()) {
                json.writeStartArray();
                json.writeString(header.name());
                bytes(json, header.value());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeName("value");
            bytes(json, record.value());
            json.writeEndObject();
        }
        return ended(line);
    }

    static byte[] index(RecordingIndex index) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("records", index.records());
            json.writeNumberProperty("min_timestamp", index.minTimestamp());
            json.writeNumberProperty("max_timestamp", index.maxTimestamp());
            json.writeStringProperty("sha256", index.sha256());
            json.writeArrayPropertyStart("blocks");
            for (Block block : index.blocks()) {
                json.writeStartObject();
                json.writeNumberProperty("position", block.position());
                json.writeNumberProperty("first_record", block.firstRecord());
                json.writeNumberProperty("records", block.records());
                json.writeNumberProperty("min_timestamp", block.minTimestamp());
                json.writeNumberProperty("max_timestamp", block.maxTimestamp());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return ended(line);
    }

    /** Parses any of the lines; numbers are Long, arrays List, objects Map. */
    static Map<String, @Nullable Object> parse(byte[] line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("a line is not a JSON object");
            }
            return object(json);
        }
    }

    static Manifest manifest(Map<String, @Nullable Object> line) {
        long version = number(line, "kong_guard_recording");
        if (version < 1 || version > Manifest.VERSION) {
            throw new IllegalArgumentException(
                    "it has version " + version + " of the format, and this release reads up to " + Manifest.VERSION);
        }
        Map<String, String> selection = new LinkedHashMap<>();
        if (line.get("selection") instanceof Map<?, ?> asked) {
            asked.forEach((name, value) -> selection.put(String.valueOf(name), String.valueOf(value)));
        }
        List<String> topics = new ArrayList<>();
        if (line.get("topics") instanceof List<?> named) {
            named.forEach(topic -> topics.add(String.valueOf(topic)));
        }
        return new Manifest(
                (int) version,
                Instant.parse(text(line, "created_at")),
                text(line, "created_by"),
                text(line, "source"),
                topics,
                selection,
                Boolean.TRUE.equals(line.get("anonymised")));
    }

    static RecordedRecord record(Map<String, @Nullable Object> line) {
        List<RecordedHeader> headers = new ArrayList<>();
        if (line.get("headers") instanceof List<?> pairs) {
            for (Object pair : pairs) {
                if (!(pair instanceof List<?> both) || both.size() != 2 || !(both.get(0) instanceof String name)) {
                    throw new IllegalArgumentException("headers must be pairs of a name and a value");
                }
                headers.add(new RecordedHeader(name, bytes("headers", both.get(1))));
            }
        }
        return new RecordedRecord(
                text(line, "topic"),
                Math.toIntExact(number(line, "partition")),
                number(line, "offset"),
                number(line, "timestamp"),
                Boolean.TRUE.equals(line.get("log_append_time")),
                bytes("key", line.get("key")),
                bytes("value", line.get("value")),
                headers);
    }

    static RecordingIndex index(Map<String, @Nullable Object> line) {
        List<Block> blocks = new ArrayList<>();
        if (line.get("blocks") instanceof List<?> all) {
            for (Object one : all) {
                if (!(one instanceof Map<?, ?> block)) {
                    throw new IllegalArgumentException("blocks must be objects");
                }
                blocks.add(new Block(
                        number(block, "position"),
                        number(block, "first_record"),
                        Math.toIntExact(number(block, "records")),
                        number(block, "min_timestamp"),
                        number(block, "max_timestamp")));
            }
        }
        return new RecordingIndex(
                number(line, "records"),
                number(line, "min_timestamp"),
                number(line, "max_timestamp"),
                text(line, "sha256"),
                blocks);
    }

    private static byte[] ended(ByteArrayOutputStream line) {
        line.write('\n');
        return line.toByteArray();
    }

    private static void bytes(JsonGenerator json, byte @Nullable [] bytes) {
        if (bytes == null) {
            json.writeNull();
            return;
        }
        try {
            json.writeString(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            // It is not text; nothing is wrong with that.
            json.writeStartObject();
            json.writeStringProperty("base64", Base64.getEncoder().encodeToString(bytes));
            json.writeEndObject();
        }
    }

    private static byte @Nullable [] bytes(String name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return text.getBytes(UTF_8);
        }
        if (value instanceof Map<?, ?> coded && coded.get("base64") instanceof String base64) {
            return Base64.getDecoder().decode(base64);
        }
        throw new IllegalArgumentException(name + " must be null, a string or {\"base64\": ...}");
    }

    private static Map<String, @Nullable Object> object(JsonParser json) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, value(json));
        }
        return object;
    }

    private static @Nullable Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("unexpected " + json.currentToken());
        };
    }

    private static long number(Map<?, ?> line, String name) {
        if (line.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(name + " must be a whole number");
    }

    private static String text(Map<?, ?> line, String name) {
        if (line.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " must be a string");
    }
}
