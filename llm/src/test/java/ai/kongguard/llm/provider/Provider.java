package ai.kongguard.llm.provider;

import ai.kongguard.review.Prompt;
import ai.kongguard.testkit.llm.AnthropicApi;
import ai.kongguard.testkit.llm.GeminiApi;
import ai.kongguard.testkit.llm.ModelApi;
import ai.kongguard.testkit.llm.ModelServer;
import ai.kongguard.testkit.llm.OllamaApi;
import ai.kongguard.testkit.llm.OpenAiApi;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The APIs that tests run against. */
public enum Provider {
    OPENAI,
    GROQ,
    GEMINI,
    ANTHROPIC,
    OLLAMA;

    /** Must appear nowhere but in a header. */
    public static final String KEY = "sk-test-4f1c9d7e2b";

    /** An answer as the schema asks for it. */
    public static final String ANSWER =
            "{\"score\":0.9,\"threat_type\":\"sql_injection\",\"confidence\":0.8,\"reasoning\":\"a union\"}";

    /** A question with a strict schema. */
    public static final Prompt PROMPT = new Prompt(
            "Judge the request.",
            "{\"query\":\"id=1' UNION SELECT\"}",
            """
            {"type":"object","properties":{"score":{"type":"number"},"threat_type":{"type":"string",\
            "enum":["none","sql_injection"]},"confidence":{"type":"number"},"reasoning":{"type":"string"}},\
            "required":["score","threat_type","confidence","reasoning"],"additionalProperties":false}""",
            "p1");

    /** As it is configured. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The shapes of its API. */
    public ModelApi api() {
        return switch (this) {
            case OPENAI, GROQ -> new OpenAiApi(KEY);
            case GEMINI -> new GeminiApi(KEY);
            case ANTHROPIC -> new AnthropicApi(KEY);
            case OLLAMA -> new OllamaApi();
        };
    }

    /** A server that answers well. */
    public ModelServer serve() {
        return new ModelServer(api(), ANSWER);
    }

    /** A client of that server, which waits longer than any test needs. */
    ModelProvider client(ModelServer server) {
        return client(server.baseUrl(), Duration.ofSeconds(10));
    }

    ModelProvider client(String baseUrl, Duration timeout) {
        return client(baseUrl, timeout, 0.0);
    }

    ModelProvider client(String baseUrl, Duration timeout, @Nullable Double temperature) {
        String key = this == OLLAMA ? "" : KEY;
        return Providers.create(
                new ModelSettings(id(), URI.create(baseUrl), key, "model-1", temperature, 500, timeout, 20_000),
                InstantSource.system());
    }
}
