package ai.kongguard.testkit.llm;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shapes of one provider's API, from its public documentation. Implementations are immutable. */
public interface ModelApi {

    /** Reads and writes what servers send. */
    JsonMapper JSON = JsonMapper.shared();

    /** What the client's base URL ends with. */
    String basePath();

    /** What the real API would refuse in this question, and what we promise never to send; empty when it is right. */
    List<String> violations(Question question);

    /** The instructions that the client sent, or an empty string. */
    String system(Question question);

    /** The question that the client asked, or an empty string. */
    String user(Question question);

    /** A whole response in which the model says this text. */
    String success(String text, long inputTokens, long outputTokens);

    /** A response in which the model declines to answer, with status 200. */
    String refusal();

    /** A response without any answer, with status 200. */
    String empty();

    /** The body of an error of this status, with a message that may hold secrets. */
    String error(int status, String message);

    /** A JSON string literal. */
    static String quote(String text) {
        return JSON.writeValueAsString(text);
    }

    /** What is wrong with the schema of an object whose properties are all required; empty when nothing. */
    static List<String> schemaViolations(JsonNode schema) {
        if (!"object".equals(schema.path("type").asString(""))) {
            return List.of("no schema of an object");
        }
        return schema.path("properties").isEmpty()
                        || schema.path("required").size()
                                != schema.path("properties").size()
                ? List.of("not every property is required")
                : List.of();
    }

    /** The same, for those APIs that want it said that there are no other properties. */
    static List<String> strictSchemaViolations(JsonNode schema) {
        return schema.path("additionalProperties").asBoolean(true)
                ? List.of("a strict schema has additionalProperties: false")
                : schemaViolations(schema);
    }
}
