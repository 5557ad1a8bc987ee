package ai.kongguard.llm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Which models are asked, and within what limits. Defaults that change with the market (models, addresses, prices) and
 * the usual names of environment variables are in {@code llm.properties}.
 *
 * @param providers in the order in which they are asked; when empty, the first of those in the cloud that has a key
 * @param timeout of one call
 * @param totalTimeout of one question, over all its calls and waits
 * @param maxOutputTokens of one answer, thoughts included
 * @param maxResponseSize of one response, decompressed
 * @param prices {@code MODEL=INPUT/OUTPUT}, US dollars per million tokens
 * @param places how many calls of one model run side by side
 * @param retry of calls that fail in a way that passes
 * @param breaker which leaves a model alone that fails
 * @param budget of this process
 */
@Validated
@ConfigurationProperties("kongguard.llm")
public record LlmProperties(
        @DefaultValue List<String> providers,
        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 5) Duration timeout,
        @DefaultValue("25s") @DurationMin(millis = 100) @DurationMax(minutes = 10) Duration totalTimeout,
        @DefaultValue("1024") @Min(64) @Max(65_536) int maxOutputTokens,
        @DefaultValue("256KB") DataSize maxResponseSize,
        @DefaultValue List<String> prices,
        @DefaultValue @Valid Places places,
        @DefaultValue @Valid Retry retry,
        @DefaultValue @Valid Breaker breaker,
        @DefaultValue @Valid Budget budget,
        @DefaultValue @Valid Endpoint openai,
        @DefaultValue @Valid Endpoint groq,
        @DefaultValue @Valid Endpoint gemini,
        @DefaultValue @Valid Endpoint anthropic,
        @DefaultValue @Valid Endpoint ollama) {

    /** @throws IllegalArgumentException if a value is out of range */
    public LlmProperties {
        if (maxResponseSize.toBytes() < 1024 || maxResponseSize.toMegabytes() > 16) {
            throw new IllegalArgumentException(
                    "kongguard.llm.max-response-size must be from 1KB to 16MB, was " + maxResponseSize);
        }
        if (totalTimeout.compareTo(timeout) < 0) {
            throw new IllegalArgumentException(
                    "kongguard.llm.total-timeout must not be below timeout, was " + totalTimeout);
        }
    }

    /**
     * Side by side.
     *
     * @param concurrent calls of one model
     * @param maxWait for one of them to end, after which the next model is asked
     */
    public record Places(
            @DefaultValue("8") @Min(1) @Max(256) int concurrent,
            @DefaultValue("5s") @DurationMin(millis = 0) @DurationMax(minutes = 1) Duration maxWait) {}

    /**
     * Again.
     *
     * @param attempts at one model, the first included
     * @param firstWait after the first, doubled after each further one, and half as much more or less by chance
     * @param maxWait the longest of those; a provider that asks for more is waited for, as long as there is time
     */
    public record Retry(
            @DefaultValue("3") @Min(1) @Max(10) int attempts,
            @DefaultValue("500ms") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration firstWait,
            @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration maxWait) {}

    /**
     * Not for now.
     *
     * @param calls that are looked at, the newest
     * @param failurePercent of those, from which on the model is left alone
     * @param openFor how long
     * @param trialCalls after that, by which it is decided again
     */
    public record Breaker(
            @DefaultValue("10") @Min(1) @Max(1000) int calls,
            @DefaultValue("50") @Min(1) @Max(100) int failurePercent,
            @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(hours = 1) Duration openFor,
            @DefaultValue("2") @Min(1) @Max(100) int trialCalls) {}

    /**
     * What may be spent, over all models.
     *
     * @param callsPerMinute of the clock
     * @param callsPerDay of UTC
     * @param costPerMinute US dollars; 0 for no limit
     * @param costPerDay US dollars; 0 for no limit
     */
    public record Budget(
            @DefaultValue("60") @Min(1) @Max(1_000_000) int callsPerMinute,
            @DefaultValue("5000") @Min(1) @Max(100_000_000) int callsPerDay,
            @DefaultValue("0") @DecimalMin("0") @DecimalMax("1000000") double costPerMinute,
            @DefaultValue("5") @DecimalMin("0") @DecimalMax("1000000") double costPerDay) {}

    /**
     * Where a provider is.
     *
     * @param apiKey secret; empty for none
     * @param baseUrl of its API
     * @param model as the provider calls it
     * @param temperature 0-2; when absent, none is sent, since some models refuse it
     */
    public record Endpoint(
            @DefaultValue("") String apiKey,
            @DefaultValue("") String baseUrl,
            @DefaultValue("") String model,
            @Nullable @DecimalMin("0") @DecimalMax("2") Double temperature) {

        /** Without the key, whole or in part. */
        @Override
        public String toString() {
            return model + " at " + baseUrl + (apiKey.isBlank() ? "" : ", with a key");
        }
    }
}
