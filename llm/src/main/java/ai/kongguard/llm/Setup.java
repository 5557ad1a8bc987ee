package ai.kongguard.llm;

import ai.kongguard.llm.provider.ModelSettings;
import ai.kongguard.llm.provider.Providers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out which models the properties ask for, and what is missing of them. Immutable. */
final class Setup {

    private static final String OLLAMA = "ollama";

    /** Those in the cloud, in the order in which a key is looked for; with the variable that usually holds it. */
    private static final List<Map.Entry<String, String>> KEYS = List.of(
            Map.entry("gemini", "GEMINI_API_KEY"),
            Map.entry("openai", "OPENAI_API_KEY"),
            Map.entry("anthropic", "ANTHROPIC_API_KEY"),
            Map.entry("groq", "GROQ_API_KEY"));

    private final List<ModelSettings> models = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /** @throws IllegalArgumentException if a property cannot be used; the message names it, and no key */
    Setup(LlmProperties properties) {
        for (String provider : wanted(properties)) {
            LlmProperties.Endpoint endpoint = endpoint(properties, provider);
            String variable = keyVariable(provider);
            if (variable != null && endpoint.apiKey().isBlank()) {
                missing.add(variable);
            } else {
                models.add(settings(properties, provider, endpoint));
            }
        }
    }

    /** In the order in which they are asked; empty when there is none that could be. */
    List<ModelSettings> models() {
        return List.copyOf(models);
    }

    /** What is asked, or what would have to be set. */
    String says() {
        if (models.isEmpty()) {
            return "not configured: set "
                    + (missing.isEmpty()
                            ? "AI_PROVIDER=ollama, or a key such as OPENAI_API_KEY"
                            : String.join(" or ", missing));
        }
        String asked = String.join(
                ", then ",
                models.stream().map(m -> m.provider() + "/" + m.model()).toList());
        return missing.isEmpty() ? asked : asked + "; not configured: set " + String.join(" and ", missing);
    }

    private static Iterable<String> wanted(LlmProperties properties) {
        LinkedHashSet<String> named = new LinkedHashSet<>();
        for (String name : properties.providers()) {
            String provider = name.strip().toLowerCase(Locale.ROOT);
            if (!provider.isEmpty() && !named.add(provider)) {
                throw new IllegalArgumentException(
                        "kongguard.llm.providers (AI_PROVIDER) names " + provider + " twice");
            }
        }
        for (String provider : named) {
            if (!Providers.names().contains(provider)) {
                throw new IllegalArgumentException("kongguard.llm.providers (AI_PROVIDER) names " + provider
                        + "; it may name gemini, openai, anthropic, groq and ollama");
            }
        }
        return named.isEmpty() ? firstWithKey(properties) : named;
    }

    private static List<String> firstWithKey(LlmProperties properties) {
        return KEYS.stream()
                .map(Map.Entry::getKey)
                .filter(provider -> !endpoint(properties, provider).apiKey().isBlank())
                .limit(1)
                .toList();
    }

    private static LlmProperties.Endpoint endpoint(LlmProperties properties, String provider) {
        return switch (provider) {
            case "openai" -> properties.openai();
            case "groq" -> properties.groq();
            case "gemini" -> properties.gemini();
            case "anthropic" -> properties.anthropic();
            case OLLAMA -> properties.ollama();
            default -> throw new IllegalArgumentException(provider);
        };
    }

    @Nullable private static String keyVariable(String provider) {
        return KEYS.stream()
                .filter(key -> key.getKey().equals(provider))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static ModelSettings settings(LlmProperties properties, String provider, LlmProperties.Endpoint endpoint) {
        String prefix = "kongguard.llm." + provider;
        String key = endpoint.apiKey().strip();
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(prefix + ".api-key holds a character that no key has");
        }
        if (endpoint.model().isBlank()) {
            throw new IllegalArgumentException(prefix + ".model is empty");
        }
        return new ModelSettings(
                provider,
                url(prefix + ".base-url", endpoint.baseUrl().strip(), provider.equals(OLLAMA)),
                key,
                endpoint.model().strip(),
                endpoint.temperature(),
                properties.maxOutputTokens(),
                properties.timeout(),
                properties.maxResponseSize().toBytes());
    }

    /** @param bare whether a host without scheme will do, as Ollama's own variable has it */
    private static URI url(String property, String text, boolean bare) {
        String whole = bare && !text.isEmpty() && !text.contains("://") ? "http://" + text : text;
        try {
            URI uri = new URI(whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, without the text, which may hold a password.
        }
        throw new IllegalArgumentException(property + " is not http(s)://HOST, with a port and a path if need be, and"
                + " without user, query and fragment");
    }
}
