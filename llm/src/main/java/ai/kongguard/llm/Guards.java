package ai.kongguard.llm;

import ai.kongguard.llm.provider.CallFailedException;
import ai.kongguard.review.Answer;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;

/** Places, breakers and retries of all models, each by the model's name. */
final class Guards {

    private static final double JITTER = 0.5;

    private final BulkheadRegistry bulkheads;
    private final CircuitBreakerRegistry breakers;
    private final RetryRegistry retries;
    private final IntervalFunction backoff;

    Guards(LlmProperties properties, LlmMeters meters) {
        bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(properties.places().concurrent())
                .maxWaitDuration(properties.places().maxWait())
                .build());
        breakers = CircuitBreakerRegistry.of(breakerConfig(properties.breaker()));
        retries = RetryRegistry.of(RetryConfig.<Answer>custom()
                .maxAttempts(properties.retry().attempts())
                .retryOnException(WorthRetryingException.class::isInstance)
                .intervalBiFunction((attempt, outcome) -> outcome.getLeft() instanceof WorthRetryingException failure
                        ? failure.waitBefore().toMillis()
                        : 0L)
                .build());
        backoff = IntervalFunction.ofExponentialRandomBackoff(
                properties.retry().firstWait(), 2, JITTER, properties.retry().maxWait());
        meters.bind(bulkheads, breakers, retries);
    }

    /** An attacker can make a model decline or ignore the schema, and so must not open a breaker by it. */
    private static CircuitBreakerConfig breakerConfig(LlmProperties.Breaker breaker) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(breaker.calls())
                .minimumNumberOfCalls(breaker.calls())
                .failureRateThreshold(breaker.failurePercent())
                .waitDurationInOpenState(breaker.openFor())
                .permittedNumberOfCallsInHalfOpenState(breaker.trialCalls())
                .recordException(thrown -> thrown instanceof CallFailedException failure
                        && failure.reason().isProviders())
                .ignoreException(thrown -> thrown instanceof CallFailedException failure
                        && failure.reason().isOurs())
                .build();
    }

    Bulkhead bulkhead(String model) {
        return bulkheads.bulkhead(model);
    }

    CircuitBreaker breaker(String model) {
        return breakers.circuitBreaker(model);
    }

    Retry retry(String model) {
        return retries.retry(model);
    }

    /** How long to wait after this attempt, from 1, when the provider does not say, in milliseconds. */
    long backoffMillis(int attempt) {
        return backoff.apply(attempt);
    }
}
