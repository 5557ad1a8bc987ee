package ai.kongguard.gateway.simulation;

import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Joins the truth of events with their verdicts, whichever comes first, in memory. A later revision takes the place of
 * the one before, and a record that is read twice counts once. Of the newest events only; those of older ones stay
 * counted as they were.
 */
public final class CountedResults implements RunResults {

    private final String primaryTier;
    private final Map<String, Event> events;
    private final Map<Long, Count> runs;

    /** Remembers so many events and runs; {@code primaryTier} is the one that types are reported for. */
    public CountedResults(String primaryTier, int maxEvents, int maxRuns) {
        this.primaryTier = primaryTier;
        this.events = new Newest<>(maxEvents);
        this.runs = new Newest<>(maxRuns);
    }

    /** The truth of an event was read. */
    public synchronized void labelled(String eventId, long runId, ThreatType type) {
        Event event = events.computeIfAbsent(eventId, id -> new Event());
        if (event.type != null) {
            return;
        }
        event.type = type;
        event.count = runs.computeIfAbsent(runId, id -> new Count());
        event.count.requests++;
        event.count.attacks += type == ThreatType.NONE ? 0 : 1;
        event.verdicts.values().forEach(verdict -> add(event, verdict, 1));
    }

    /** A verdict on a simulated event was read. */
    public synchronized void judged(Verdict verdict) {
        Event event = events.computeIfAbsent(verdict.eventId(), id -> new Event());
        Judged before = event.verdicts.get(verdict.tier());
        if (before != null && before.revision >= verdict.revision()) {
            return;
        }
        boolean blocked = verdict.action().blocks();
        Judged now = new Judged(
                verdict.tier().intern(),
                verdict.revision(),
                blocked,
                before == null ? verdict.pipelineMillis() : before.millis,
                verdict.score(),
                verdict.confidence());
        event.verdicts.put(now.tier, now);
        if (event.type != null) {
            if (before != null) {
                add(event, before, -1);
            }
            add(event, now, 1);
        }
    }

    @Override
    public synchronized Results of(long runId) {
        Count count = runs.get(runId);
        if (count == null) {
            return new Results(0, 0, Map.of(), Map.of());
        }
        Map<String, Tally> tiers = new TreeMap<>(count.tiers);
        long benign = count.requests - count.attacks;
        tiers.put(UNPROTECTED, new Tally(count.attacks, 0, benign, 0, 0, 0, 0));
        return new Results(count.requests, count.attacks, tiers, new TreeMap<>(count.types));
    }

    @Override
    public synchronized @Nullable ThreatType truthOf(String eventId) {
        Event event = events.get(eventId);
        return event == null ? null : event.type;
    }

    private void add(Event event, Judged verdict, int sign) {
        ThreatType type = event.type;
        Count count = event.count;
        if (type == null || count == null) {
            return;
        }
        long attack = type == ThreatType.NONE ? 0 : 1;
        long blocked = verdict.blocked ? 1 : 0;
        Tally one = new Tally(
                attack,
                attack * blocked,
                1 - attack,
                (1 - attack) * blocked,
                verdict.millis,
                verdict.score,
                verdict.confidence);
        merge(count.tiers, verdict.tier, one, sign);
        if (verdict.tier.equals(primaryTier)) {
            merge(count.types, type.wireName(), one, sign);
        }
    }

    private static void merge(Map<String, Tally> into, String key, Tally one, int sign) {
        into.put(key, into.getOrDefault(key, Tally.NOTHING).plus(one, sign));
    }

    private static final class Event {
        private final Map<String, Judged> verdicts = new HashMap<>(2);
        private @Nullable ThreatType type;
        private @Nullable Count count;
    }

    private static final class Count {
        private final Map<String, Tally> tiers = new HashMap<>();
        private final Map<String, Tally> types = new HashMap<>();
        private long requests;
        private long attacks;
    }

    private record Judged(String tier, int revision, boolean blocked, double millis, double score, double confidence) {}
}
