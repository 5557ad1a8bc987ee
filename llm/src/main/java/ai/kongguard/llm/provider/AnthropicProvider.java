package ai.kongguard.llm.provider;

import ai.kongguard.review.ProviderClass;
import java.time.InstantSource;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import tools.jackson.databind.JsonNode;

/** Anthropic's messages. */
final class AnthropicProvider {

    private AnthropicProvider() {}

    static ModelProvider create(ModelSettings settings, InstantSource clock) {
        Wire wire = new Wire(settings, AnthropicProvider::check, clock);
        AnthropicChatModel chat = AnthropicChatModel.builder()
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

    private static AnthropicChatOptions.Builder options(ModelSettings settings) {
        return AnthropicChatOptions.builder()
                .model(settings.model())
                .temperature(settings.temperature())
                .maxTokens(settings.maxOutputTokens())
                .timeout(settings.timeout())
                .maxRetries(0);
    }

    private static void check(JsonNode root) throws CallFailedException {
        if (root.path("stop_reason").asString("").equals("refusal")) {
            throw new CallFailedException(FailureReason.REFUSED, "the model declined");
        }
        if (root.path("content").isEmpty()) {
            throw new CallFailedException(FailureReason.SCHEMA_IGNORED, "no content");
        }
    }
}
