package ai.kongguard.replay.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.intake.Entry;
import ai.kongguard.intake.MalformedEntryException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects whose fields are not ours. */
final class JsonObjects {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .build();

    private JsonObjects() {}

    /** With a replacement for what is no UTF-8, as ingest does. */
    static Map<String, @Nullable Object> read(Entry entry) {
        return read(new String(entry.buffer(), entry.offset(), entry.length(), UTF_8));
    }

    /** @throws MalformedEntryException if it is no object */
    static Map<String, @Nullable Object> read(String text) {
        try {
            Map<String, @Nullable Object> object = MAPPER.readValue(text, new TypeReference<>() {});
            if (object == null) {
                throw new MalformedEntryException("must be an object");
            }
            return object;
        } catch (JacksonException e) {
            // Its message would quote the payload.
            throw new MalformedEntryException("not a valid JSON object");
        }
    }

    /** The first of these fields that has a scalar; null when none has, or it is empty or {@code -}. */
    static @Nullable String text(Map<String, ? extends @Nullable Object> object, String... names) {
        for (String name : names) {
            Object value = object.get(name);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                String text = value.toString();
                if (!text.isEmpty() && !text.equals("-")) {
                    return text;
                }
            }
        }
        return null;
    }
}
