package ai.kongguard.gateway;

import ai.kongguard.event.MetricsWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The windows of the window topic that charts are drawn from, encoded as they came: a few kB each, and fewer of the short
 * ones. Bounded by age and by {@value #MAX_TIERS} tiers. Thread-safe.
 */
public final class WindowHistory {

    private static final int MAX_TIERS = 8;

    /** How far ahead of our clock a window may begin. */
    private static final long AHEAD_MS = Duration.ofMinutes(1).toMillis();

    private final InstantSource clock;
    private final Map<String, Tier> tiers = new TreeMap<>();

    /** What one tier had. */
    private static final class Tier {
        private final Map<Step, NavigableMap<Long, byte[]>> windows = new TreeMap<>();
        private byte @Nullable [] total;
    }

    public WindowHistory(InstantSource clock) {
        this.clock = clock;
    }

    /** A window record was read, which is of no run; {@code value} are its bytes. What is too old or from too many tiers is left out. */
    public synchronized void add(MetricsWindow window, byte[] value) {
        Tier tier = tiers.get(window.tier());
        if (tier == null) {
            if (tiers.size() >= MAX_TIERS) {
                return;
            }
            tier = new Tier();
            tiers.put(window.tier(), tier);
        }
        if (window.sizeMs() == MetricsWindow.TOTAL) {
            tier.total = value;
            return;
        }
        Step step = Step.ofSize(window.sizeMs());
        long start = window.start().toEpochMilli();
        long now = clock.millis();
        if (step == null || start > now + AHEAD_MS) {
            return;
        }
        NavigableMap<Long, byte[]> windows = tier.windows.computeIfAbsent(step, added -> new TreeMap<>());
        long oldest = now - step.kept().toMillis();
        if (start >= oldest) {
            windows.put(start, value);
        }
        windows.headMap(oldest).clear();
    }

    /** Tiers of which anything is known, by name. */
    public synchronized List<String> tiers() {
        return List.copyOf(tiers.keySet());
    }

    /** Windows of one tier that begin from {@code from} on and before {@code to}, oldest first. */
    public synchronized List<byte[]> windows(String tier, Step step, Instant from, Instant to) {
        Tier known = tiers.get(tier);
        NavigableMap<Long, byte[]> windows = known == null ? null : known.windows.get(step);
        return windows == null
                ? List.of()
                : new ArrayList<>(
                        windows.subMap(from.toEpochMilli(), to.toEpochMilli()).values());
    }

    /** The newest total of a tier; null when there is none. */
    public synchronized byte @Nullable [] total(String tier) {
        Tier known = tiers.get(tier);
        return known == null ? null : known.total;
    }
}
