package ai.kongguard.testkit.llm;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Chat completions, as OpenAI, Groq and many local servers speak them. */
public final class OpenAiApi implements ModelApi {

    private final String key;

    /** @param key that clients have to send */
    public OpenAiApi(String key) {
        this.key = key;
    }

    @Override
    public String basePath() {
        return "/v1";
    }

    @Override
    public List<String> violations(Question question) {
        List<String> found = new ArrayList<>();
        JsonNode body = question.body();
        if (!question.method().equals("POST") || !question.path().equals("/v1/chat/completions")) {
            found.add("Invalid URL (" + question.method() + " " + question.path() + ")");
        }
        if (!question.header("authorization").equals("Bearer " + key)) {
            found.add("authorization");
        }
        if (body.path("model").asString("").isEmpty()) {
            found.add("you must provide a model parameter");
        }
        if (body.path("stream").asBoolean(false)) {
            found.add("stream");
        }
        if (body.has("tools")) {
            found.add("tools");
        }
        if (body.path("max_completion_tokens").asInt(0) <= 0) {
            found.add("no bound of the output");
        }
        JsonNode format = body.path("response_format");
        if (!format.path("type").asString("").equals("json_schema")
                || !format.path("json_schema").path("strict").asBoolean(false)
                || format.path("json_schema").path("name").asString("").isEmpty()) {
            found.add("response_format");
        }
        found.addAll(ModelApi.strictSchemaViolations(format.path("json_schema").path("schema")));
        return found;
    }

    @Override
    public String system(Question question) {
        return message(question, "system");
    }

    @Override
    public String user(Question question) {
        return message(question, "user");
    }

    private static String message(Question question, String role) {
        for (JsonNode message : question.body().path("messages")) {
            if (message.path("role").asString("").equals(role)) {
                return message.path("content").asString("");
            }
        }
        return "";
    }

    @Override
    public String success(String text, long inputTokens, long outputTokens) {
        return completion("\"content\":" + ModelApi.quote(text) + ",\"refusal\":null", inputTokens, outputTokens);
    }

    @Override
    public String refusal() {
        return completion("\"content\":null,\"refusal\":\"I'm sorry, I can't assist with that.\"", 100, 9);
    }

    private static String completion(String content, long inputTokens, long outputTokens) {
        return """
                {"id":"chatcmpl-CX1","object":"chat.completion","created":1795400762,"model":"model-of-the-test",\
                "choices":[{"index":0,"message":{"role":"assistant",%s,"annotations":[]},"logprobs":null,\
                "finish_reason":"stop"}],"usage":{"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d,\
                "prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":\
                {"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,\
                "rejected_prediction_tokens":0}},"service_tier":"default","system_fingerprint":"fp_51db84afab"}\
                """
                .formatted(content, inputTokens, outputTokens, inputTokens + outputTokens);
    }

    @Override
    public String empty() {
        return """
                {"id":"chatcmpl-CX2","object":"chat.completion","created":1795400762,"model":"model-of-the-test",\
                "choices":[],"usage":{"prompt_tokens":100,"completion_tokens":0,"total_tokens":100}}\
                """;
    }

    @Override
    public String error(int status, String message) {
        String code = status == 401 ? "invalid_api_key" : status == 429 ? "rate_limit_exceeded" : "server_error";
        return "{\"error\":{\"message\":%s,\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"%s\"}}"
                .formatted(ModelApi.quote(message), code);
    }
}
