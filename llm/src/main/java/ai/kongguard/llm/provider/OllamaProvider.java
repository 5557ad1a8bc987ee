package ai.kongguard.llm.provider;

import ai.kongguard.review.ProviderClass;
import java.time.InstantSource;
import org.springframework.ai.ollama.OllamaChatModel;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Ollama, on the operator's own machines. */
final class OllamaProvider {

    private OllamaProvider() {}

    static ModelProvider create(ModelSettings settings, InstantSource clock) {
        Wire wire = new Wire(settings, OllamaProvider::check, clock);
        OllamaApi api = OllamaApi.builder()
                .baseUrl(settings.baseUrl().toString())
                .restClientBuilder(RestClient.builder()
                        .requestFactory(new SimpleClientHttpRequestFactory())
                        .requestInterceptor(new WireResponse.Exchange(wire)))
                .webClientBuilder(WebClient.builder()
                        .clientConnector((method, uri, request) ->
                                Mono.error(new UnsupportedOperationException("streaming is not used"))))
                .build();
        OllamaChatModel chat = OllamaChatModel.builder()
                .ollamaApi(api)
                .options(options(settings).build())
                .retryTemplate(new RetryTemplate(failure -> false))
                .build();
        return new ChatModelProvider(
                settings,
                ProviderClass.LOCAL,
                chat,
                schema -> options(settings).outputSchema(schema).build(),
                wire);
    }

    private static OllamaChatOptions.Builder options(ModelSettings settings) {
        return OllamaChatOptions.builder()
                .model(settings.model())
                .temperature(settings.temperature())
                .numPredict(settings.maxOutputTokens());
    }

    private static void check(JsonNode root) throws CallFailedException {
        if (!root.path("message").path("content").isString()) {
            throw new CallFailedException(FailureReason.SCHEMA_IGNORED, "no message");
        }
    }
}
