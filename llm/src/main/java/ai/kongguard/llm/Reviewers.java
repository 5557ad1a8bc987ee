package ai.kongguard.llm;

import ai.kongguard.llm.provider.ModelSettings;
import ai.kongguard.llm.provider.Providers;
import ai.kongguard.review.ProviderClass;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes reviewers of properties. */
final class Reviewers {

    private static final long IDLE_SECONDS = 30;

    private Reviewers() {}

    /** @throws IllegalArgumentException if a property cannot be used; the message names it, and no key */
    static ConfiguredReviewer create(
            LlmProperties properties,
            Questions questions,
            AnswerParser answers,
            MeterRegistry registry,
            InstantSource clock) {
        Setup setup = new Setup(properties);
        List<ModelSettings> models = setup.models();
        if (models.isEmpty()) {
            return new ConfiguredReviewer(null, setup.says());
        }
        Map<String, Price> prices = Price.byModel(properties.prices());
        Budget budget = new Budget(limits(properties.budget()), clock);
        LlmMeters meters = new LlmMeters(registry);
        Guards guards = new Guards(properties, meters);
        ThreadPoolExecutor threads =
                threads(2 * models.size() * properties.places().concurrent());
        List<GuardedModel> guarded = new ArrayList<>();
        for (ModelSettings model : models) {
            Price price = prices.get(model.model());
            ModelStats stats = new ModelStats(price != null);
            PaidCalls calls = new PaidCalls(
                    budget, price, properties.maxOutputTokens(), properties.timeout(), threads, stats, meters);
            var provider = Providers.create(model, clock);
            requirePrice(price, provider.shownTo(), model, budget.limits());
            guarded.add(new GuardedModel(provider, calls, questions, answers, guards, stats, meters));
        }
        Reviewer reviewer = new OrderedReviewer(
                guarded, budget, properties.totalTimeout(), properties.places().maxWait(), threads);
        return new ConfiguredReviewer(reviewer, setup.says());
    }

    /** A limit on money that leaves out what nobody knows the price of would be none. */
    private static void requirePrice(
            @Nullable Price price, ProviderClass shownTo, ModelSettings model, Budget.Limits limits) {
        boolean limited = limits.costPerMinute() != null || limits.costPerDay() != null;
        if (price == null && limited && shownTo == ProviderClass.CLOUD) {
            throw new IllegalArgumentException("kongguard.llm.prices has no price of " + model.model()
                    + ", so that kongguard.llm.budget.cost-per-minute and cost-per-day cannot be kept: add "
                    + model.model() + "=INPUT/OUTPUT in US dollars per million tokens, or set both to 0");
        }
    }

    private static Budget.Limits limits(LlmProperties.Budget budget) {
        return new Budget.Limits(
                budget.callsPerMinute(),
                budget.callsPerDay(),
                budget.costPerMinute() == 0 ? null : (Double) budget.costPerMinute(),
                budget.costPerDay() == 0 ? null : (Double) budget.costPerDay());
    }

    private static ThreadPoolExecutor threads(int most) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "llm-call-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
