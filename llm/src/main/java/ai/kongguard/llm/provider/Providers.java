package ai.kongguard.llm.provider;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The providers by name. */
public final class Providers {

    private static final Map<String, BiFunction<ModelSettings, InstantSource, ModelProvider>> BY_NAME = Map.of(
            "openai", OpenAiProvider::create,
            "groq", OpenAiProvider::create,
            "gemini", GeminiProvider::create,
            "anthropic", AnthropicProvider::create,
            "ollama", OllamaProvider::create);

    private Providers() {}

    /** All names, in no order. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /**
     * Makes the client; nothing is sent yet.
     *
     * @param clock for answers that say until when to wait
     * @throws IllegalArgumentException if nobody has that name
     */
    public static ModelProvider create(ModelSettings settings, InstantSource clock) {
        var maker = BY_NAME.get(settings.provider());
        if (maker == null) {
            throw new IllegalArgumentException("no provider is called " + settings.provider());
        }
        return maker.apply(settings, clock);
    }
}
