package ai.kongguard.llm;

import ai.kongguard.event.Escalation;
import ai.kongguard.llm.provider.CallFailedException;
import ai.kongguard.llm.provider.Completion;
import ai.kongguard.llm.provider.FailureReason;
import ai.kongguard.llm.provider.ModelProvider;
import ai.kongguard.review.Answer;
import ai.kongguard.review.Prompt;
import ai.kongguard.review.UnusableAnswerException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.concurrent.Callable;

/** One model behind its retries, places, breaker and budget, in this order from the outside. Thread-safe. */
final class GuardedModel implements AutoCloseable {

    private final ModelProvider provider;
    private final String label;
    private final PaidCalls calls;
    private final Questions questions;
    private final AnswerParser answers;
    private final Guards guards;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final ModelStats stats;
    private final LlmMeters meters;

    GuardedModel(
            ModelProvider provider,
            PaidCalls calls,
            Questions questions,
            AnswerParser answers,
            Guards guards,
            ModelStats stats,
            LlmMeters meters) {
        this.provider = provider;
        this.label = provider.provider() + "/" + provider.model();
        this.calls = calls;
        this.questions = questions;
        this.answers = answers;
        this.guards = guards;
        this.bulkhead = guards.bulkhead(label);
        this.breaker = guards.breaker(label);
        this.retry = guards.retry(label);
        this.stats = stats;
        this.meters = meters;
    }

    String label() {
        return label;
    }

    /** @throws CallFailedException of the last attempt, when none was answered */
    Answer ask(Escalation escalation, Spending spending, Deadline deadline) throws CallFailedException {
        Prompt prompt = questions.make(escalation, provider.shownTo());
        try {
            return retry.executeCallable(new Attempts(prompt, spending, deadline));
        } catch (WorthRetryingException gaveUp) {
            throw gaveUp.failure();
        } catch (Exception e) {
            throw asFailure(e);
        }
    }

    private Answer attempt(Prompt prompt, Spending spending, Deadline deadline) throws CallFailedException {
        try {
            Answer answer = answers.read(placed(prompt, spending, deadline).text());
            stats.succeeded();
            meters.attempt(label, "answered");
            return answer;
        } catch (UnusableAnswerException e) {
            throw counted(new CallFailedException(FailureReason.SCHEMA_IGNORED, String.valueOf(e.getMessage())));
        } catch (CallFailedException e) {
            throw counted(e);
        }
    }

    private CallFailedException counted(CallFailedException failure) {
        stats.failed(failure);
        meters.attempt(label, failure.reason().code());
        return failure;
    }

    private Completion placed(Prompt prompt, Spending spending, Deadline deadline) throws CallFailedException {
        stats.queued(1);
        try {
            bulkhead.acquirePermission();
        } catch (BulkheadFullException e) {
            throw CallFailedException.unsent(FailureReason.BUSY, "no place became free in time");
        } catch (AcquirePermissionCancelledException e) {
            throw CallFailedException.unsent(FailureReason.INTERRUPTED, "stopped while waiting for a place");
        } finally {
            stats.queued(-1);
        }
        try {
            if (deadline.left().isNegative()) {
                throw CallFailedException.unsent(FailureReason.TIMEOUT, "no time was left to ask");
            }
            return breaker.executeCallable(() -> calls.call(provider, prompt, spending, deadline));
        } catch (CallNotPermittedException e) {
            throw CallFailedException.unsent(FailureReason.CIRCUIT_OPEN, "it failed too often shortly before");
        } catch (Exception e) {
            throw asFailure(e);
        } finally {
            bulkhead.onComplete();
        }
    }

    /** What our own code throws by mistake is not the provider's failure, and is not hidden as one. */
    private static CallFailedException asFailure(Exception thrown) {
        if (thrown instanceof CallFailedException failure) {
            return failure;
        }
        throw thrown instanceof RuntimeException bug ? bug : new IllegalStateException(thrown);
    }

    ReviewerState.ModelState state() {
        int capacity = bulkhead.getBulkheadConfig().getMaxConcurrentCalls();
        int inFlight = capacity - bulkhead.getMetrics().getAvailableConcurrentCalls();
        return stats.state(provider.provider(), label, breaker.getState().name(), inFlight, capacity);
    }

    @Override
    public void close() {
        provider.close();
    }

    /** The attempts at one question. For one thread. */
    private final class Attempts implements Callable<Answer> {

        private final Prompt prompt;
        private final Spending spending;
        private final Deadline deadline;
        private int made;

        Attempts(Prompt prompt, Spending spending, Deadline deadline) {
            this.prompt = prompt;
            this.spending = spending;
            this.deadline = deadline;
        }

        @Override
        public Answer call() throws CallFailedException, WorthRetryingException {
            made++;
            try {
                return attempt(prompt, spending, deadline);
            } catch (CallFailedException failure) {
                Duration asked = failure.retryAfter();
                Duration wait = asked == null ? Duration.ofMillis(guards.backoffMillis(made)) : asked;
                if (failure.reason().passes() && wait.compareTo(deadline.left()) < 0) {
                    throw new WorthRetryingException(failure, wait);
                }
                throw failure;
            }
        }
    }
}
