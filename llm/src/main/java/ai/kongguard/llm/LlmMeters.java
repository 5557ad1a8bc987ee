package ai.kongguard.llm;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the models of this process are counted by, and Resilience4j's own meters about them. Thread-safe. */
final class LlmMeters {

    private final MeterRegistry registry;

    LlmMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Binds what watches over the models. */
    void bind(BulkheadRegistry bulkheads, CircuitBreakerRegistry breakers, RetryRegistry retries) {
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(registry);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(registry);
    }

    /** One attempt ended; {@code outcome} is {@code answered} or the code of a reason. */
    void attempt(String model, String outcome) {
        Counter.builder("kongguard.llm.attempts")
                .description("Attempts to ask a model, by how they ended; some end before a call is made")
                .tag("model", model)
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    /** One call was answered, usably or not. */
    void answered(String model, Duration took) {
        Timer.builder("kongguard.llm.call")
                .description("Time until a model's answer was whole")
                .tag("model", model)
                .register(registry)
                .record(took);
    }

    /** One call told what it used. */
    void used(String model, long inputTokens, long outputTokens, @Nullable Double usd) {
        tokens(model, "input").increment(inputTokens);
        tokens(model, "output").increment(outputTokens);
        if (usd != null) {
            Counter.builder("kongguard.llm.cost")
                    .description("Spent on a model at the configured prices; absent without a price")
                    .baseUnit("usd")
                    .tag("model", model)
                    .register(registry)
                    .increment(usd);
        }
    }

    private Counter tokens(String model, String direction) {
        return Counter.builder("kongguard.llm.tokens")
                .description("Tokens that calls told they used")
                .tag("model", model)
                .tag("direction", direction)
                .register(registry);
    }
}
