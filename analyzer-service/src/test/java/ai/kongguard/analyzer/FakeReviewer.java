package ai.kongguard.analyzer;

import ai.kongguard.event.Escalation;
import ai.kongguard.event.ThreatType;
import ai.kongguard.llm.ConfiguredReviewer;
import ai.kongguard.llm.Reviewed;
import ai.kongguard.llm.Reviewer;
import ai.kongguard.llm.ReviewerState;
import ai.kongguard.review.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A model that says what a test wants, and counts how often it was asked about which payload. */
public final class FakeReviewer implements Reviewer {

    static final String MODEL = "fake/model-1";

    private final Function<Escalation, Reviewed> answers;
    private final Duration longest;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    FakeReviewer(Duration longest, Function<Escalation, Reviewed> answers) {
        this.answers = answers;
        this.longest = longest;
    }

    /** Says this score after a while. */
    static FakeReviewer saying(double score, Duration after) {
        return new FakeReviewer(after.plusSeconds(5), escalation -> {
            try {
                Thread.sleep(after.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return nobody("interrupted");
            }
            return said(score, MODEL, null);
        });
    }

    /** An analyzer that asks this one whatever is configured; as configured when it is null. */
    static SpringApplicationBuilder instead(@Nullable Reviewer reviewer) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(AnalyzerConfiguration.class)
                .properties("spring.config.name=analyzer", "spring.main.allow-bean-definition-overriding=true");
        if (reviewer == null) {
            return builder;
        }
        ConfiguredReviewer configured = new ConfiguredReviewer(reviewer, reviewer.model());
        BeanDefinition definition = BeanDefinitionBuilder.genericBeanDefinition(
                        ConfiguredReviewer.class, () -> configured)
                .getBeanDefinition();
        return builder.initializers(context -> context.addBeanFactoryPostProcessor(factory ->
                ((BeanDefinitionRegistry) factory).registerBeanDefinition("configuredReviewer", definition)));
    }

    static Reviewed said(double score, String model, @Nullable String degraded) {
        Answer answer = new Answer(score, ThreatType.SQL_INJECTION, 0.9, "It reads like SQL.");
        return new Reviewed(answer, model, degraded, 100, 20, 0.001, 40);
    }

    static Reviewed nobody(String degraded) {
        return new Reviewed(null, null, degraded, 0, 0, null, 40);
    }

    int calls() {
        return calls.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    Map<String, AtomicInteger> callsByKey() {
        return calls;
    }

    @Override
    public Reviewed review(Escalation escalation) {
        calls.computeIfAbsent(escalation.reviewKey(), key -> new AtomicInteger())
                .incrementAndGet();
        return answers.apply(escalation);
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public long maxMillis() {
        return longest.toMillis();
    }

    @Override
    public ReviewerState state() {
        ReviewerState.ModelState model = new ReviewerState.ModelState(
                "fake", MODEL, "closed", calls(), calls(), Map.of(), 0, 0, 8, 0, 0, null, null, null);
        return new ReviewerState(List.of(model), calls(), 1000, calls(), 100_000, 0, null);
    }

    @Override
    public void close() {}
}
