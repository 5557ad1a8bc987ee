package ai.kongguard.llm.provider;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to ask one model. Immutable.
 *
 * @param provider such as {@code openai}
 * @param baseUrl of its API
 * @param apiKey secret; empty for none
 * @param model as the provider calls it
 * @param temperature null to send none, since some models refuse it
 * @param maxOutputTokens of one answer
 * @param timeout of one call, from the connection to the last byte
 * @param maxResponseBytes of one response, decompressed
 */
public record ModelSettings(
        String provider,
        URI baseUrl,
        String apiKey,
        String model,
        @Nullable Double temperature,
        int maxOutputTokens,
        Duration timeout,
        long maxResponseBytes) {

    /** Without the key. */
    @Override
    public String toString() {
        return provider + "/" + model + " at " + baseUrl;
    }
}
