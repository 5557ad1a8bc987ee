package ai.kongguard.llm;

import ai.kongguard.event.Escalation;
import ai.kongguard.llm.provider.CallFailedException;
import ai.kongguard.llm.provider.FailureReason;
import ai.kongguard.review.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Asks one model after the other, each only if those before gave no answer. */
final class OrderedReviewer implements Reviewer {

    private final List<GuardedModel> models;
    private final Budget budget;
    private final Duration total;
    private final Duration maxWait;
    private final ExecutorService threads;

    /**
     * @param models at least one
     * @param total time for one question
     * @param maxWait longest wait for a place, which may begin just before that time is over
     * @param threads that calls run on; closed with this reviewer
     */
    OrderedReviewer(
            List<GuardedModel> models, Budget budget, Duration total, Duration maxWait, ExecutorService threads) {
        this.models = List.copyOf(models);
        this.budget = budget;
        this.total = total;
        this.maxWait = maxWait;
        this.threads = threads;
    }

    @Override
    public Reviewed review(Escalation escalation) {
        Deadline deadline = new Deadline(total);
        Spending spending = new Spending();
        FailureReason first = null;
        boolean overBudget = false;
        for (GuardedModel model : models) {
            try {
                Answer answer = model.ask(escalation, spending, deadline);
                return spending.reviewed(answer, model.label(), code(first), deadline.elapsed());
            } catch (CallFailedException failure) {
                first = first == null ? failure.reason() : first;
                overBudget |= failure.reason() == FailureReason.BUDGET;
                if (failure.reason() == FailureReason.INTERRUPTED) {
                    break;
                }
            }
        }
        String degraded = overBudget ? FailureReason.BUDGET.code() : code(first);
        return spending.reviewed(null, null, degraded, deadline.elapsed());
    }

    @Nullable private static String code(@Nullable FailureReason reason) {
        return reason == null ? null : reason.code();
    }

    @Override
    public String model() {
        return models.get(0).label();
    }

    @Override
    public long maxMillis() {
        return total.plus(maxWait).toMillis();
    }

    @Override
    public ReviewerState state() {
        Budget.Limits limits = budget.limits();
        return new ReviewerState(
                models.stream().map(GuardedModel::state).toList(),
                budget.callsThisMinute(),
                limits.callsPerMinute(),
                budget.callsToday(),
                limits.callsPerDay(),
                budget.costToday(),
                limits.costPerDay());
    }

    @Override
    public void close() {
        threads.shutdown();
        models.forEach(GuardedModel::close);
    }
}
