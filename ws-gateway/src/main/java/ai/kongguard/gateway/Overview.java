package ai.kongguard.gateway;

import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the primary tier has made of all traffic, read off the topics; counts nothing itself. Thread-safe. */
public final class Overview {

    private final String tier;
    private final WindowHistory windows;
    private final VerdictHistory verdicts;
    private final InstantSource clock;

    public Overview(String tier, WindowHistory windows, VerdictHistory verdicts, InstantSource clock) {
        this.tier = tier;
        this.windows = windows;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** The tier that this is about. */
    public String tier() {
        return tier;
    }

    /** Everything since the first record; null when metrics-streams has told nothing yet. */
    public @Nullable MetricsWindow total() {
        byte[] total = windows.total(tier);
        return total == null ? null : RecordCodec.METRICS_WINDOW.decode(total);
    }

    /** Requests that were called some threat. */
    public static long threats(MetricsWindow window) {
        return threatTypes(window).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many requests were called which threat, by the name of its type; those that are none are left out. */
    public static Map<String, Long> threatTypes(MetricsWindow window) {
        Map<String, Long> types = new TreeMap<>();
        window.threatTypes().forEach((type, count) -> {
            if (type != ThreatType.NONE && count > 0) {
                types.put(type.wireName(), count);
            }
        });
        return types;
    }

    /** Benign events that were caught, as far as their truth is known; null when no truth is. */
    public static @Nullable Long falsePositives(MetricsWindow window) {
        Confusion truth = window.truth();
        return truth == null ? null : truth.falsePositives();
    }

    /** Threats of about the last {@code span}, at most a day, by windows of 5 min; null when none of them was seen. */
    public @Nullable Long threatsWithin(Duration span) {
        Instant now = clock.instant();
        List<MetricsWindow> adjacent = windows.windows(tier, Step.FIVE_MINUTES, now.minus(span), now).stream()
                .map(RecordCodec.METRICS_WINDOW::decode)
                .filter(window -> window.start().toEpochMilli() % window.sizeMs() == 0)
                .toList();
        return adjacent.isEmpty()
                ? null
                : adjacent.stream().mapToLong(Overview::threats).sum();
    }

    /** What decided the newest verdicts, the newest first; empty before the first. */
    public Set<String> models() {
        Set<String> models = new LinkedHashSet<>();
        List<Verdict> oldestFirst = verdicts.oldestFirst();
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            models.add(oldestFirst.get(i).model());
        }
        return models;
    }

    /** When the newest verdict was made; null before the first. */
    public @Nullable Instant newestVerdictAt() {
        List<Verdict> oldestFirst = verdicts.oldestFirst();
        return oldestFirst.isEmpty()
                ? null
                : oldestFirst.get(oldestFirst.size() - 1).judgedAt();
    }
}
