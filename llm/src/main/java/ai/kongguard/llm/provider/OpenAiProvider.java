package ai.kongguard.llm.provider;

import ai.kongguard.review.ProviderClass;
import java.time.InstantSource;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import tools.jackson.databind.JsonNode;

/** Chat completions of OpenAI, Groq, and whatever else speaks them at another base URL. */
final class OpenAiProvider {

    private OpenAiProvider() {}

    static ModelProvider create(ModelSettings settings, InstantSource clock) {
        Wire wire = new Wire(settings, OpenAiProvider::check, clock);
        OpenAiChatModel chat = OpenAiChatModel.builder()
                .options(options(settings)
                        .baseUrl(settings.baseUrl().toString())
                        .apiKey(settings.apiKey())
                        .build())
                .httpClientBuilderCustomizer(http -> http.interceptor(wire))
                .build();
        return new ChatModelProvider(
                settings,
                ProviderClass.CLOUD,
                chat,
                schema -> options(settings).outputSchema(schema).build(),
                wire);
    }

    private static OpenAiChatOptions.Builder options(ModelSettings settings) {
        return OpenAiChatOptions.builder()
                .model(settings.model())
                .temperature(settings.temperature())
                .maxCompletionTokens(settings.maxOutputTokens())
                .timeout(settings.timeout())
                .maxRetries(0);
    }

    private static void check(JsonNode root) throws CallFailedException {
        JsonNode choice = root.path("choices").path(0);
        if (choice.isMissingNode()) {
            throw new CallFailedException(FailureReason.SCHEMA_IGNORED, "no choices");
        }
        if (choice.path("message").path("refusal").isString()
                || choice.path("finish_reason").asString("").equals("content_filter")) {
            throw new CallFailedException(FailureReason.REFUSED, "the model declined");
        }
    }
}
