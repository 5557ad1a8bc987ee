package ai.kongguard.gateway.tiers;

import ai.kongguard.event.TierStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one provider did in a time, over all tiers and analyzers. Immutable.
 *
 * @param calls sent
 * @param succeeded calls with a usable answer
 * @param failed the others, by reason
 * @param tokens in and out
 * @param costUsd null when a price is not configured
 * @param latencySumMillis of the calls that succeeded
 * @param since from when on this is known
 */
public record ProviderUse(
        long calls,
        long succeeded,
        Map<String, Long> failed,
        long tokens,
        @Nullable Double costUsd,
        double latencySumMillis,
        Instant since) {

    /** By provider, of what analyzers said, each oldest first; counts begin anew when an analyzer does. */
    public static Map<String, ProviderUse> of(List<List<TierStatus>> told, Instant from) {
        Map<String, ProviderUse> uses = new TreeMap<>();
        for (List<TierStatus> history : told) {
            TierStatus before = null;
            for (TierStatus now : history) {
                if (!now.at().isBefore(from)) {
                    for (TierStatus.Model model : now.models()) {
                        uses.merge(model.provider(), step(now, model, before, from), ProviderUse::plus);
                    }
                }
                before = now;
            }
        }
        return uses;
    }

    /** Calls without a usable answer. */
    public long failures() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of the calls that succeeded; null without any. */
    public @Nullable Double meanLatencyMillis() {
        return succeeded == 0 ? null : Double.valueOf(latencySumMillis / succeeded);
    }

    /** What a model did between two statuses of its analyzer, or since that began to count. */
    private static ProviderUse step(TierStatus now, TierStatus.Model model, @Nullable TierStatus before, Instant from) {
        if (before != null && before.since().equals(now.since())) {
            for (TierStatus.Model then : before.models()) {
                if (then.model().equals(model.model())) {
                    return all(model, before.at().isBefore(from) ? from : before.at())
                            .minus(all(then, before.at()));
                }
            }
        }
        if (now.since().isBefore(from)) {
            // Counted from before the time that is asked about, and nobody told how much of it then.
            return all(model, now.at()).minus(all(model, now.at()));
        }
        return all(model, now.since());
    }

    private static ProviderUse all(TierStatus.Model model, Instant since) {
        Double latency = model.latencyMillis();
        return new ProviderUse(
                model.calls(),
                model.succeeded(),
                model.failed(),
                model.inputTokens() + model.outputTokens(),
                model.costUsd(),
                latency == null ? 0 : latency * model.succeeded(),
                since);
    }

    private ProviderUse minus(ProviderUse then) {
        Map<String, Long> left = new TreeMap<>(failed);
        then.failed.forEach((reason, times) -> left.merge(reason, -times, Long::sum));
        left.values().removeIf(times -> times <= 0);
        return new ProviderUse(
                calls - then.calls,
                succeeded - then.succeeded,
                left,
                tokens - then.tokens,
                costUsd == null || then.costUsd == null ? null : Double.valueOf(costUsd - then.costUsd),
                latencySumMillis - then.latencySumMillis,
                since);
    }

    private ProviderUse plus(ProviderUse other) {
        Map<String, Long> both = new TreeMap<>(failed);
        other.failed.forEach((reason, times) -> both.merge(reason, times, Long::sum));
        return new ProviderUse(
                calls + other.calls,
                succeeded + other.succeeded,
                both,
                tokens + other.tokens,
                costUsd == null || other.costUsd == null ? null : Double.valueOf(costUsd + other.costUsd),
                latencySumMillis + other.latencySumMillis,
                since.isBefore(other.since) ? since : other.since);
    }
}
