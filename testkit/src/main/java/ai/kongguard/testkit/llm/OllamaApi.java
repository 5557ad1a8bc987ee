package ai.kongguard.testkit.llm;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Ollama's {@code /api/chat}. */
public final class OllamaApi implements ModelApi {

    @Override
    public String basePath() {
        return "";
    }

    @Override
    public List<String> violations(Question question) {
        List<String> found = new ArrayList<>();
        JsonNode body = question.body();
        if (!question.method().equals("POST") || !question.path().equals("/api/chat")) {
            found.add("path " + question.method() + " " + question.path());
        }
        if (body.path("model").asString("").isEmpty()) {
            found.add("model is required");
        }
        if (body.path("stream").asBoolean(true)) {
            found.add("stream, which is on unless it is switched off");
        }
        if (body.path("tools").size() > 0) {
            found.add("tools");
        }
        if (body.path("options").path("num_predict").asInt(0) <= 0) {
            found.add("no bound of the output");
        }
        found.addAll(ModelApi.schemaViolations(body.path("format")));
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
        return """
                {"model":"model-of-the-test","created_at":"2026-11-23T10:26:02.147Z","message":{"role":"assistant",\
                "content":%s},"done":true,"done_reason":"stop","total_duration":4883583458,"load_duration":1334875,\
                "prompt_eval_count":%d,"prompt_eval_duration":342546000,"eval_count":%d,"eval_duration":4535599000}\
                """
                .formatted(ModelApi.quote(text), inputTokens, outputTokens);
    }

    /** Ollama has no such answer; its models decline in prose. */
    @Override
    public String refusal() {
        return success("I cannot help with that.", 100, 7);
    }

    @Override
    public String empty() {
        return success("", 100, 0);
    }

    @Override
    public String error(int status, String message) {
        return "{\"error\":" + ModelApi.quote(message) + "}";
    }
}
