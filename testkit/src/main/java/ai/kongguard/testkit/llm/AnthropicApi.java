package ai.kongguard.testkit.llm;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Anthropic's messages. */
public final class AnthropicApi implements ModelApi {

    private final String key;

    /** @param key that clients have to send */
    public AnthropicApi(String key) {
        this.key = key;
    }

    @Override
    public String basePath() {
        return "";
    }

    @Override
    public List<String> violations(Question question) {
        List<String> found = new ArrayList<>();
        JsonNode body = question.body();
        if (!question.method().equals("POST") || !question.path().equals("/v1/messages")) {
            found.add("path " + question.method() + " " + question.path());
        }
        if (!question.header("x-api-key").equals(key)) {
            found.add("authorization");
        }
        if (question.header("anthropic-version").isEmpty()) {
            found.add("anthropic-version: header is required");
        }
        if (body.path("model").asString("").isEmpty()) {
            found.add("model: Field required");
        }
        if (body.path("stream").asBoolean(false)) {
            found.add("stream");
        }
        if (body.path("tools").size() > 0) {
            found.add("tools");
        }
        if (body.path("max_tokens").asInt(0) <= 0) {
            found.add("max_tokens: Field required");
        }
        JsonNode format = body.path("output_config").path("format");
        if (!format.path("type").asString("").equals("json_schema")) {
            found.add("output_config.format");
        }
        found.addAll(ModelApi.strictSchemaViolations(format.path("schema")));
        return found;
    }

    @Override
    public String system(Question question) {
        JsonNode system = question.body().path("system");
        return system.isString()
                ? system.asString()
                : system.path(0).path("text").asString("");
    }

    @Override
    public String user(Question question) {
        JsonNode content = question.body().path("messages").path(0).path("content");
        return content.isString()
                ? content.asString()
                : content.path(0).path("text").asString("");
    }

    @Override
    public String success(String text, long inputTokens, long outputTokens) {
        String block = "{\"type\":\"text\",\"text\":" + ModelApi.quote(text) + "}";
        return message(block, "end_turn", inputTokens, outputTokens);
    }

    @Override
    public String refusal() {
        return message("", "refusal", 100, 1);
    }

    @Override
    public String empty() {
        return message("", "end_turn", 100, 1);
    }

    private static String message(String content, String stopReason, long inputTokens, long outputTokens) {
        return """
                {"id":"msg_01XFDUDYJgAACzvnptvVoYEL","type":"message","role":"assistant","model":"model-of-the-test",\
                "content":[%s],"stop_reason":"%s","stop_sequence":null,"usage":{"input_tokens":%d,\
                "cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":%d,\
                "service_tier":"standard"}}"""
                .formatted(content, stopReason, inputTokens, outputTokens);
    }

    @Override
    public String error(int status, String message) {
        String type = status == 401
                ? "authentication_error"
                : status == 429 ? "rate_limit_error" : status == 529 ? "overloaded_error" : "api_error";
        return "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":%s},\"request_id\":\"req_011CSHoEeqs5\"}"
                .formatted(type, ModelApi.quote(message));
    }
}
