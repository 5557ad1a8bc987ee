package ai.kongguard.replay.record;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Some offsets of one partition.
 *
 * @param from the first
 * @param to the first that is no longer in it
 */
public record OffsetRange(long from, long to) {

    public OffsetRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("offsets must be FROM-TO with FROM below TO, was " + from + "-" + to);
        }
    }

    /**
     * From {@code PARTITION:FROM-TO,...}; a missing FROM is 0, a missing TO the end.
     *
     * @throws IllegalArgumentException if it is not of this form
     */
    public static Map<Integer, OffsetRange> parse(String text) {
        Map<Integer, OffsetRange> ranges = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            int dash = part.indexOf('-', colon + 1);
            try {
                int partition = Integer.parseInt(part.substring(0, colon).strip());
                String from = part.substring(colon + 1, dash).strip();
                String to = part.substring(dash + 1).strip();
                OffsetRange range = new OffsetRange(
                        from.isEmpty() ? 0 : Long.parseLong(from), to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to));
                if (partition < 0 || ranges.put(partition, range) != null) {
                    throw new IllegalArgumentException(
                            "offsets: partition " + partition + " is negative or named twice");
                }
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new IllegalArgumentException("offsets must be PARTITION:FROM-TO,..., was " + text, e);
            }
        }
        return ranges;
    }

    boolean contains(long offset) {
        return from <= offset && offset < to;
    }

    @Override
    public String toString() {
        return from + "-" + (to == Long.MAX_VALUE ? "" : to);
    }
}
