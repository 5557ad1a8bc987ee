package ai.kongguard.gateway.tiers;

import ai.kongguard.event.TierStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What analyzers told of their reviewing: the newest of each, and one a minute of the last day, so that what happened
 * since some time can be told. Bounded by {@value #MAX_ANALYZERS} analyzers. Thread-safe.
 */
public final class TierBoard {

    private static final int MAX_ANALYZERS = 64;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration SPACING = Duration.ofMinutes(1);

    /** An analyzer that lives says something twice a minute. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(90);

    private final String primaryTier;
    private final InstantSource clock;
    private final Map<String, Deque<TierStatus>> told = new TreeMap<>();

    /** {@code primaryTier} is the one whose provider is named first. */
    public TierBoard(String primaryTier, InstantSource clock) {
        this.primaryTier = primaryTier;
        this.clock = clock;
    }

    /** A status was read; they come in the order in which each analyzer wrote them. */
    public synchronized void told(TierStatus status) {
        Deque<TierStatus> history = told.get(status.key());
        if (history == null) {
            if (told.size() >= MAX_ANALYZERS) {
                return;
            }
            history = new ArrayDeque<>();
            told.put(status.key(), history);
        }
        TierStatus last = history.pollLast();
        if (last != null) {
            TierStatus before = history.peekLast();
            if (before == null || !last.at().isBefore(before.at().plus(SPACING))) {
                history.addLast(last);
            }
        }
        history.addLast(status);
        Instant oldest = clock.instant().minus(KEPT);
        while (history.size() > 1 && first(history).at().isBefore(oldest)) {
            history.removeFirst();
        }
    }

    /** The newest of each analyzer that said anything within a day, by tier and instance. */
    public synchronized List<TierStatus> newest() {
        Instant oldest = clock.instant().minus(KEPT);
        told.values().removeIf(history -> last(history).at().isBefore(oldest));
        return told.values().stream()
                .map(TierBoard::last)
                .sorted(Comparator.comparing(TierStatus::tier).thenComparing(TierStatus::instance))
                .toList();
    }

    /** Those of the newest whose analyzer lives and has a model to ask. */
    public List<TierStatus> asking() {
        return newest().stream()
                .filter(status -> status.configured() && !isGone(status))
                .toList();
    }

    /** Whether its analyzer has said nothing for so long that it is not there any more. Who has no model need not say it again. */
    public boolean isGone(TierStatus status) {
        return status.configured() && status.at().plus(GONE_AFTER).isBefore(clock.instant());
    }

    /** Why a tier judges nothing, when all of its analyzers say so; null when one does, or none is known. */
    public @Nullable String whyItJudgesNothing(String tier) {
        String reason = null;
        for (TierStatus status : newest()) {
            if (status.tier().equals(tier)) {
                if (status.judges()) {
                    return null;
                }
                reason = status.reason() == null ? "its analyzers say so" : status.reason();
            }
        }
        return reason;
    }

    /** What each analyzer said from this time on, oldest first, with the last one before it; of the last day at most. */
    public synchronized List<List<TierStatus>> since(Instant from) {
        List<List<TierStatus>> all = new ArrayList<>();
        for (Deque<TierStatus> history : told.values()) {
            List<TierStatus> some = new ArrayList<>();
            TierStatus before = null;
            for (TierStatus status : history) {
                if (status.at().isBefore(from)) {
                    before = status;
                } else {
                    some.add(status);
                }
            }
            if (before != null) {
                some.add(0, before);
            }
            all.add(some);
        }
        return all;
    }

    /** Who is asked first in the primary tier, else in another, else the primary tier itself. */
    public String provider() {
        List<TierStatus> asking = asking();
        TierStatus chosen = null;
        for (TierStatus status : asking) {
            if (status.tier().equals(primaryTier)) {
                chosen = status;
            }
        }
        return provider(chosen == null && !asking.isEmpty() ? asking.get(0) : chosen);
    }

    private String provider(@Nullable TierStatus status) {
        return status == null || status.models().isEmpty()
                ? primaryTier
                : status.models().get(0).provider();
    }

    private static TierStatus first(Deque<TierStatus> history) {
        return history.getFirst();
    }

    private static TierStatus last(Deque<TierStatus> history) {
        return history.getLast();
    }
}
