package ai.kongguard.replay.record;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Tells the event that a record is about, without reading all of its value. */
final class EventIds {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private EventIds() {}

    /** Of a value of traffic or verdicts; null when it cannot be told. */
    static @Nullable String of(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = json.currentName().equals("event_id");
                JsonToken token = json.nextToken();
                if (wanted) {
                    return token == JsonToken.VALUE_STRING ? json.getString() : null;
                }
                json.skipChildren();
            }
            return null;
        } catch (JacksonException e) {
            // Whatever lies in the topic is recorded as it is; it only belongs to no event.
            return null;
        }
    }
}
