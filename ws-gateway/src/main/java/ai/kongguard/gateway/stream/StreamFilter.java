package ai.kongguard.gateway.stream;

import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import java.util.Set;

/**
 * Which verdicts a client wants: those that match every part; an empty part matches all. Immutable.
 *
 * @param tiers names of tiers
 * @param minScore 0-1
 * @param types what the tier called it
 * @param actions what the tier asked for
 * @param sources of events, such as {@code kong}
 * @param path how the raw path begins
 */
public record StreamFilter(
        Set<String> tiers,
        double minScore,
        Set<ThreatType> types,
        Set<Action> actions,
        Set<String> sources,
        String path) {

    /** Matches everything. */
    public static final StreamFilter ALL = new StreamFilter(Set.of(), 0, Set.of(), Set.of(), Set.of(), "");

    public StreamFilter {
        tiers = Set.copyOf(tiers);
        types = Set.copyOf(types);
        actions = Set.copyOf(actions);
        sources = Set.copyOf(sources);
    }

    /** Whether the client wants it. */
    public boolean matches(Verdict verdict) {
        return verdict.score() >= minScore
                && (tiers.isEmpty() || tiers.contains(verdict.tier()))
                && (types.isEmpty() || types.contains(verdict.threatType()))
                && (actions.isEmpty() || actions.contains(verdict.action()))
                && (sources.isEmpty() || sources.contains(verdict.source()))
                && verdict.path().startsWith(path);
    }
}
