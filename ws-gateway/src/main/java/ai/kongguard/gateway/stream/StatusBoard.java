package ai.kongguard.gateway.stream;

import ai.kongguard.event.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the system is, for the status frame of each second: totals and lag of each tier as its windows say, analyzers that
 * answered degraded, sources that fell silent, runs, and what this replica has still to read. Used under the hub's lock.
 */
public final class StatusBoard {

    private static final int MAX_TIERS = 8;

    /** How long a tier is called degraded after it last was. */
    private static final Duration DEGRADED_FOR = Duration.ofMinutes(1);

    private final Supplier<Map<String, Map<String, @Nullable Object>>> totals;
    private final Function<Instant, List<Map<String, @Nullable Object>>> runs;
    private final Supplier<List<Map<String, @Nullable Object>>> readers;
    private final Supplier<Map<String, Object>> feed;
    private final Map<String, Seen> seen = new TreeMap<>();

    /** What was seen of one tier's verdicts; the reason is null when it was never degraded. */
    private record Seen(String model, Instant judgedAt, @Nullable String reason, @Nullable Instant degradedAt) {

        /** Partitions are read one after the other, so what comes later may be older. */
        Seen with(Seen other) {
            Seen newest = other.judgedAt.isBefore(judgedAt) ? this : other;
            Instant degraded = other.degradedAt;
            boolean later = degraded != null && (degradedAt == null || !degraded.isBefore(degradedAt));
            Seen worst = later ? other : this;
            return new Seen(newest.model, newest.judgedAt, worst.reason, worst.degradedAt);
        }
    }

    /**
     * Where the parts come from, each ready for any JSON writer.
     *
     * @param totals the newest total of each tier
     * @param runs that go on or ended lately, at an instant
     * @param readers this replica's readers
     * @param feed counts of what was shown, sampled and dropped
     */
    public StatusBoard(
            Supplier<Map<String, Map<String, @Nullable Object>>> totals,
            Function<Instant, List<Map<String, @Nullable Object>>> runs,
            Supplier<List<Map<String, @Nullable Object>>> readers,
            Supplier<Map<String, Object>> feed) {
        this.totals = totals;
        this.runs = runs;
        this.readers = readers;
        this.feed = feed;
    }

    /** A verdict came. */
    void judged(Verdict verdict) {
        Seen before = seen.get(verdict.tier());
        if (before == null && seen.size() >= MAX_TIERS) {
            return;
        }
        Instant at = verdict.judgedAt();
        // A second opinion may be anybody's; what the tier judges with are its first answers.
        String model = before == null || verdict.revision() == 0 ? verdict.model() : before.model;
        Seen now = new Seen(model, at, verdict.degraded(), verdict.degraded() == null ? null : at);
        seen.put(verdict.tier(), before == null ? now : before.with(now));
    }

    Map<String, @Nullable Object> at(Instant now, int sessions) {
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("timestamp", now.toString());
        status.put("sessions", sessions);
        status.put("feed", feed.get());
        status.put("tiers", totals.get());
        Map<String, @Nullable Object> analyzers = new TreeMap<>();
        seen.forEach((tier, last) -> analyzers.put(tier, analyzer(last, now)));
        status.put("analyzers", analyzers);
        status.put("runs", runs.apply(now));
        status.put("readers", readers.get());
        return status;
    }

    private static Map<String, @Nullable Object> analyzer(Seen last, Instant now) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Instant degradedAt = last.degradedAt;
        boolean degraded = degradedAt != null && degradedAt.plus(DEGRADED_FOR).isAfter(now);
        json.put("model", last.model);
        json.put("last_judged_at", last.judgedAt.toString());
        json.put("degraded", degraded ? last.reason : null);
        return json;
    }
}
