package ai.kongguard.llm.provider;

import ai.kongguard.review.ProviderClass;
import com.google.genai.Client;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import java.time.InstantSource;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.springframework.ai.google.genai.GoogleGenAiChatModel;
import org.springframework.ai.google.genai.GoogleGenAiChatOptions;
import org.springframework.core.retry.RetryTemplate;
import tools.jackson.databind.JsonNode;

/** Google's Gemini by its developer API. */
final class GeminiProvider {

    /** Ends of an answer that are neither its own nor its length. */
    private static final Set<String> DECLINED =
            Set.of("SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE");

    private GeminiProvider() {}

    static ModelProvider create(ModelSettings settings, InstantSource clock) {
        Wire wire = new Wire(settings, GeminiProvider::check, clock);
        Client client = Client.builder()
                .apiKey(settings.apiKey())
                .vertexAI(false)
                .httpOptions(HttpOptions.builder()
                        .baseUrl(settings.baseUrl().toString())
                        .timeout(Math.toIntExact(settings.timeout().toMillis()))
                        .build())
                .clientOptions(ClientOptions.builder()
                        .customHttpClient(
                                new OkHttpClient.Builder().addInterceptor(wire).build())
                        .build())
                .build();
        GoogleGenAiChatModel chat = GoogleGenAiChatModel.builder()
                .genAiClient(client)
                .options(options(settings).build())
                .retryTemplate(new RetryTemplate(failure -> false))
                .build();
        return new ChatModelProvider(
                settings,
                ProviderClass.CLOUD,
                chat,
                schema -> options(settings).outputSchema(schema).build(),
                wire);
    }

    private static GoogleGenAiChatOptions.Builder options(ModelSettings settings) {
        return GoogleGenAiChatOptions.builder()
                .model(settings.model())
                .temperature(settings.temperature())
                .maxOutputTokens(settings.maxOutputTokens())
                .responseMimeType("application/json");
    }

    private static void check(JsonNode root) throws CallFailedException {
        JsonNode candidate = root.path("candidates").path(0);
        if (root.path("promptFeedback").path("blockReason").isString()
                || DECLINED.contains(candidate.path("finishReason").asString(""))) {
            throw new CallFailedException(FailureReason.REFUSED, "a filter declined");
        }
        if (candidate.path("content").path("parts").isEmpty()) {
            throw new CallFailedException(FailureReason.SCHEMA_IGNORED, "no candidates");
        }
    }
}
