package ai.kongguard.testkit.llm;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Google's {@code generateContent}. */
public final class GeminiApi implements ModelApi {

    private final String key;

    /** @param key that clients have to send */
    public GeminiApi(String key) {
        this.key = key;
    }

    @Override
    public String basePath() {
        return "";
    }

    @Override
    public List<String> violations(Question question) {
        List<String> found = new ArrayList<>();
        JsonNode config = question.body().path("generationConfig");
        if (!question.method().equals("POST")
                || !question.path().startsWith("/v1beta/models/")
                || !question.path().endsWith(":generateContent")) {
            found.add("path " + question.method() + " " + question.path());
        }
        if (!question.header("x-goog-api-key").equals(key)) {
            found.add("authorization");
        }
        if (question.body().has("tools")) {
            found.add("tools");
        }
        if (config.path("maxOutputTokens").asInt(0) <= 0) {
            found.add("no bound of the output");
        }
        if (!config.path("responseMimeType").asString("").equals("application/json")) {
            found.add("responseMimeType");
        }
        found.addAll(ModelApi.schemaViolations(config.path("responseJsonSchema")));
        return found;
    }

    @Override
    public String system(Question question) {
        return text(question.body().path("systemInstruction"));
    }

    @Override
    public String user(Question question) {
        return text(question.body().path("contents").path(0));
    }

    private static String text(JsonNode content) {
        return content.path("parts").path(0).path("text").asString("");
    }

    @Override
    public String success(String text, long inputTokens, long outputTokens) {
        return """
                {"candidates":[{"content":{"parts":[{"text":%s}],"role":"model"},"finishReason":"STOP","index":0}],\
                %s}"""
                .formatted(ModelApi.quote(text), usage(inputTokens, outputTokens));
    }

    private static String usage(long inputTokens, long outputTokens) {
        return """
                "usageMetadata":{"promptTokenCount":%d,"candidatesTokenCount":%d,"totalTokenCount":%d,\
                "promptTokensDetails":[{"modality":"TEXT","tokenCount":%d}]},"modelVersion":"model-of-the-test",\
                "responseId":"r1\""""
                .formatted(inputTokens, outputTokens, inputTokens + outputTokens, inputTokens);
    }

    @Override
    public String refusal() {
        return "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}," + usage(100, 0) + "}";
    }

    @Override
    public String empty() {
        return "{\"candidates\":[]," + usage(100, 0) + "}";
    }

    @Override
    public String error(int status, String message) {
        String name = status == 401 ? "UNAUTHENTICATED" : status == 429 ? "RESOURCE_EXHAUSTED" : "UNAVAILABLE";
        return "{\"error\":{\"code\":%d,\"message\":%s,\"status\":\"%s\"}}"
                .formatted(status, ModelApi.quote(message), name);
    }

    /** The body of a 429 that says, as Google does, in its details how long to wait. */
    public String rateLimited(int seconds) {
        return """
                {"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED",\
                "details":[{"@type":"type.googleapis.com/google.rpc.Help"},\
                {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"%ds"}]}}\
                """
                .formatted(seconds);
    }
}
