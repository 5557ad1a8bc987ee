package ai.kongguard.analyzer.review;

import ai.kongguard.event.TierStatus;
import ai.kongguard.llm.ReviewerState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How reviewing goes in this analyzer, in the words of {@link TierStatus}. Thread-safe. */
public final class TierReport implements Supplier<TierStatus> {

    private final String tier;
    private final String instance;
    private final boolean judges;
    private final @Nullable String reason;
    private final @Nullable Supplier<ReviewerState> state;
    private final @Nullable Supplier<AskedOnce.Counts> counts;
    private final IntSupplier held;
    private final InstantSource clock;
    private final Instant since;

    private TierReport(
            String tier,
            String instance,
            boolean judges,
            @Nullable String reason,
            @Nullable Supplier<ReviewerState> state,
            @Nullable Supplier<AskedOnce.Counts> counts,
            IntSupplier held,
            InstantSource clock) {
        this.tier = tier;
        this.instance = instance;
        this.judges = judges;
        this.reason = reason;
        this.state = state;
        this.counts = counts;
        this.held = held;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Of a tier without a model, for a reason that is a sentence. */
    public static TierReport withoutModel(
            String tier, String instance, boolean judges, String reason, InstantSource clock) {
        return new TierReport(tier, instance, judges, reason, null, null, () -> 0, clock);
    }

    /**
     * Of a tier with a model.
     *
     * @param trouble a sentence about why it is not asked all the same; null when it is
     * @param held escalations that are worked on now
     */
    public static TierReport withModel(
            String tier,
            String instance,
            @Nullable String trouble,
            Supplier<ReviewerState> state,
            Supplier<AskedOnce.Counts> counts,
            IntSupplier held,
            InstantSource clock) {
        return new TierReport(tier, instance, true, trouble, state, counts, held, clock);
    }

    /** Whether the tier judges traffic. */
    public boolean judges() {
        return judges;
    }

    /** A sentence about why no model is asked; null when one is. */
    public @Nullable String reason() {
        return reason;
    }

    @Override
    public TierStatus get() {
        Instant now = clock.instant();
        if (state == null || counts == null) {
            String why = reason == null ? "No model is configured" : reason;
            return TierStatus.withoutModel(tier, instance, why, judges, since, now);
        }
        ReviewerState told = state.get();
        AskedOnce.Counts memory = counts.get();
        List<TierStatus.Model> models =
                told.models().stream().map(TierReport::model).toList();
        TierStatus.Budget budget = new TierStatus.Budget(
                told.callsThisMinute(),
                told.callsPerMinute(),
                told.callsToday(),
                told.callsPerDay(),
                told.costToday(),
                told.costPerDay());
        return new TierStatus(
                TierStatus.SCHEMA,
                tier,
                instance,
                true,
                reason,
                judges,
                models,
                budget,
                new TierStatus.Memory(memory.answers(), memory.asked(), memory.remembered(), memory.waited()),
                held.getAsInt(),
                since,
                now);
    }

    private static TierStatus.Model model(ReviewerState.ModelState m) {
        return new TierStatus.Model(
                m.provider(),
                m.model(),
                m.breaker(),
                m.calls(),
                m.succeeded(),
                m.failed(),
                m.inFlight(),
                m.queued(),
                m.capacity(),
                m.inputTokens(),
                m.outputTokens(),
                m.costUsd(),
                m.latencyMillis(),
                m.lastError());
    }
}
