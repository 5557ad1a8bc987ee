package ai.kongguard.llm;

import ai.kongguard.llm.provider.CallFailedException;
import ai.kongguard.llm.provider.Completion;
import ai.kongguard.llm.provider.FailureReason;
import ai.kongguard.llm.provider.ModelProvider;
import ai.kongguard.review.Prompt;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls one model within the budget and the time that is left. Thread-safe. */
final class PaidCalls {

    private final Budget budget;

    @Nullable private final Price price;

    private final int maxOutputTokens;
    private final Duration timeout;
    private final ExecutorService threads;
    private final ModelStats stats;
    private final LlmMeters meters;

    /**
     * @param price null when it is not configured
     * @param timeout of one call
     * @param threads that calls run on, so that whoever asks can leave a call that hangs
     */
    PaidCalls(
            Budget budget,
            @Nullable Price price,
            int maxOutputTokens,
            Duration timeout,
            ExecutorService threads,
            ModelStats stats,
            LlmMeters meters) {
        this.budget = budget;
        this.price = price;
        this.maxOutputTokens = maxOutputTokens;
        this.timeout = timeout;
        this.threads = threads;
        this.stats = stats;
        this.meters = meters;
    }

    /** @throws CallFailedException also when the budget forbids the call */
    Completion call(ModelProvider provider, Prompt prompt, Spending spending, Deadline deadline)
            throws CallFailedException {
        Budget.Reservation reserved = budget.reserve(price == null ? 0 : price.atMost(prompt, maxOutputTokens));
        if (reserved == null) {
            throw CallFailedException.unsent(FailureReason.BUDGET, "the budget of this minute or day is spent");
        }
        try {
            long start = System.nanoTime();
            stats.sent();
            Completion completion = limited(provider, prompt, deadline);
            long took = System.nanoTime() - start;
            stats.answered(took);
            String label = provider.provider() + "/" + provider.model();
            meters.answered(label, Duration.ofNanos(took));
            settle(label, reserved, completion, spending);
            return completion;
        } catch (CallFailedException failure) {
            if (failure.free()) {
                budget.settle(reserved, 0);
            } else {
                spending.add(0, 0, null);
            }
            throw failure;
        }
    }

    private void settle(String label, Budget.Reservation reserved, Completion completion, Spending spending) {
        Long input = completion.inputTokens();
        Long output = completion.outputTokens();
        if (input == null || output == null) {
            spending.add(0, 0, null);
            return;
        }
        Double usd = price == null ? null : (Double) price.of(input, output);
        if (usd != null) {
            budget.settle(reserved, usd);
        }
        spending.add(input, output, usd);
        stats.used(input, output, usd);
        meters.used(label, input, output, usd);
    }

    private Completion limited(ModelProvider provider, Prompt prompt, Deadline deadline) throws CallFailedException {
        Duration left = deadline.left();
        TimeLimiter limiter = TimeLimiter.of(left.compareTo(timeout) < 0 ? left : timeout);
        try {
            return limiter.executeFutureSupplier(() -> threads.submit(() -> provider.complete(prompt)));
        } catch (CallFailedException failure) {
            throw failure;
        } catch (TimeoutException late) {
            throw new CallFailedException(FailureReason.TIMEOUT, "no whole response within the timeout");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CallFailedException(FailureReason.INTERRUPTED, "stopped while waiting for an answer");
        } catch (RejectedExecutionException full) {
            throw threads.isShutdown()
                    ? CallFailedException.unsent(FailureReason.INTERRUPTED, "stopped")
                    : CallFailedException.unsent(FailureReason.BUSY, "calls that hang hold all threads");
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }
}
