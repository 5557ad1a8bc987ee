package ai.kongguard.gateway.http;

import ai.kongguard.detect.normalize.CanonicalTexts;
import ai.kongguard.event.Finding;
import ai.kongguard.gateway.VerdictJson;
import ai.kongguard.gateway.events.FoundEvent;
import ai.kongguard.gateway.stream.PositionedVerdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** An event with its verdicts, as people look at it: fields as on the topics, instants as text. */
final class EventJson {

    /** Half of a surrogate pair, which a text that was cut may end with, is only written when it is escaped. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_EMPTY)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private EventJson() {}

    static byte[] of(FoundEvent found) {
        FoundEvent.Stored stored = found.stored();
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(8 * 1024);
        try (JsonGenerator json = JSON.createGenerator(buffer)) {
            json.writeStartObject();
            json.writePOJOProperty("event", stored == null ? null : stored.event());
            json.writeArrayPropertyStart("verdicts");
            for (PositionedVerdict at : found.verdicts()) {
                json.writeStartObject();
                VerdictJson.writeStreamedFields(json, at.verdict());
                position(json, null, at.partition(), at.offset());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (stored == null) {
                json.writeNullProperty("position");
            } else {
                position(json, stored.topic(), stored.partition(), stored.offset());
            }
            Map<String, String> canonical =
                    stored == null ? Map.of() : CanonicalTexts.of(stored.event(), accusedHeaders(found));
            json.writePOJOProperty("canonical", canonical);
            truth(json, stored == null ? null : stored.truth());
            json.writeBooleanProperty("complete", found.complete());
            json.writeEndObject();
        }
        return buffer.toByteArray();
    }

    /** Names of the headers that findings point to. */
    private static Set<String> accusedHeaders(FoundEvent found) {
        Set<String> names = new TreeSet<>();
        for (PositionedVerdict at : found.verdicts()) {
            for (Finding finding : at.verdict().findings()) {
                String field = finding.field();
                if (field.startsWith("header.")) {
                    names.add(field.substring("header.".length()));
                } else if (field.startsWith("cookie.")) {
                    names.add("cookie");
                }
            }
        }
        return names;
    }

    private static void position(JsonGenerator json, @Nullable String topic, int partition, long offset) {
        json.writeObjectPropertyStart("position");
        if (topic != null) {
            json.writeStringProperty("topic", topic);
        }
        json.writeNumberProperty("partition", partition);
        json.writeNumberProperty("offset", offset);
        json.writeEndObject();
    }

    private static void truth(JsonGenerator json, FoundEvent.@Nullable Truth truth) {
        if (truth == null) {
            json.writeNullProperty("truth");
            return;
        }
        json.writeObjectPropertyStart("truth");
        json.writeStringProperty("label", truth.label());
        json.writePOJOProperty("type", truth.type());
        json.writePOJOProperty("run", truth.run());
        json.writeEndObject();
    }
}
