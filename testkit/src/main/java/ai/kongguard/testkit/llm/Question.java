package ai.kongguard.testkit.llm;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a client sent. Immutable, as long as nobody writes to {@code body}.
 *
 * @param method such as {@code POST}
 * @param path with the query
 * @param headers names in lower case
 * @param body missing node when it is no JSON
 */
public record Question(String method, String path, Map<String, String> headers, JsonNode body) {

    /** A header's value, or an empty string. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
