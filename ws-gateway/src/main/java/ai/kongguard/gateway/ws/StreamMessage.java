package ai.kongguard.gateway.ws;

import ai.kongguard.gateway.stream.InvalidParameterException;
import ai.kongguard.gateway.stream.StreamRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client of {@code /stream} said: another subscription, or a ping.
 *
 * @param request what it wants from now on; null when it is a ping
 * @param id what the ping is to be answered with; empty when it is none
 */
record StreamMessage(@Nullable StreamRequest request, String id) {

    private static final int MAX_DEPTH = 4;
    private static final int MAX_ID = 64;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    /** Reads {@code {"type":"subscribe","filter":{...}}} with the parameters of the query, or {@code {"type":"ping","id":"..."}}. */
    static StreamMessage parse(String text) {
        JsonNode json = json(text);
        switch (json.path("type").asString("")) {
            case "subscribe" -> {
                return new StreamMessage(StreamRequest.of(parameters(json.path("filter"))), "");
            }
            case "ping" -> {
                String id = json.path("id").asString("");
                if (id.length() > MAX_ID) {
                    throw new InvalidParameterException("id", "must be at most " + MAX_ID + " characters long");
                }
                return new StreamMessage(null, id);
            }
            default -> throw new InvalidParameterException("type", "must be subscribe or ping");
        }
    }

    private static JsonNode json(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw new InvalidParameterException("message", "must be a JSON object");
        }
        throw new InvalidParameterException("message", "must be a JSON object");
    }

    private static Map<String, List<String>> parameters(JsonNode json) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            JsonNode value = field.getValue();
            List<String> values = new ArrayList<>();
            if (value.isArray()) {
                value.forEach(one -> values.add(one.asString("")));
            } else if (!value.isNull()) {
                values.add(value.asString(""));
            }
            parameters.put(field.getKey(), values);
        }
        return parameters;
    }
}
