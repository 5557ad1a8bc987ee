package ai.kongguard.metrics;

import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.Tally;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests by name, of which the first {@value #MAX_TRACKED} names are told apart. Used by one stream thread. */
final class NameTally {

    /** More than are shown, so that those which are shown are the largest. */
    static final int MAX_TRACKED = 256;

    private static final int MAX_LENGTH = 200;

    private final Map<String, long[]> counts = new HashMap<>();

    /** Adds requests and, of these, blocked ones; either may be negative when a count moves. */
    void add(@Nullable String name, long requests, long blocked) {
        String known = name == null || name.isEmpty() ? MetricsWindow.NO_NAME : name;
        known = known.length() > MAX_LENGTH ? known.substring(0, MAX_LENGTH) : known;
        long[] count = counts.get(known);
        if (count == null) {
            boolean kept = counts.size() < MAX_TRACKED || known.equals(MetricsWindow.NO_NAME);
            known = kept ? known : MetricsWindow.OTHER;
            count = counts.computeIfAbsent(known, added -> new long[2]);
        }
        count[0] += requests;
        count[1] += blocked;
    }

    void add(NameTally other) {
        other.counts.forEach((name, count) -> add(name, count[0], count[1]));
    }

    /** The names with the most requests, and all others as one. */
    Map<String, Tally> top() {
        List<Map.Entry<String, long[]>> sorted = counts.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, long[]> e) -> -e.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .toList();
        Map<String, Tally> top = new LinkedHashMap<>();
        long requests = 0;
        long blocked = 0;
        for (Map.Entry<String, long[]> entry : sorted) {
            long[] count = entry.getValue();
            if (top.size() < MetricsWindow.MAX_NAMES && !entry.getKey().equals(MetricsWindow.OTHER)) {
                top.put(entry.getKey(), new Tally(count[0], count[1]));
            } else {
                requests += count[0];
                blocked += count[1];
            }
        }
        if (requests != 0) {
            top.put(MetricsWindow.OTHER, new Tally(requests, blocked));
        }
        return top;
    }

    void write(BinaryOutput output) {
        output.writeLong(counts.size());
        counts.forEach(
                (name, count) -> output.writeText(name).writeLong(count[0]).writeLong(count[1]));
    }

    static NameTally read(BinaryInput input) {
        NameTally tally = new NameTally();
        int size = input.readInt();
        for (int i = 0; i < size; i++) {
            tally.counts.put(input.readText(), new long[] {input.readLong(), input.readLong()});
        }
        return tally;
    }
}
