package ai.kongguard.gateway.stream;

import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A place in the verdict topic: of each partition the offset of the next record. The same in every replica and after
 * every restart. A partition that is not named is one that did not exist, so its next record is the first. Immutable.
 */
public final class Cursor implements Arrival {

    /** The beginning of the topic. */
    public static final Cursor START = new Cursor(new TreeMap<>());

    private static final int MAX_PARTITIONS = 1_000;
    private static final int MAX_LENGTH = 24_000;

    private final SortedMap<Integer, Long> next;

    private Cursor(SortedMap<Integer, Long> next) {
        this.next = next;
    }

    /** Next offsets by partition. */
    public static Cursor of(Map<Integer, Long> next) {
        return new Cursor(new TreeMap<>(next));
    }

    /**
     * What {@link #toString()} wrote, such as {@code 0-1204.1-998}.
     *
     * @throws InvalidParameterException if it is something else
     */
    public static Cursor parse(String text) {
        TreeMap<Integer, Long> next = new TreeMap<>();
        if (text.length() > MAX_LENGTH) {
            throw invalid();
        }
        for (String part : text.split("\\.", MAX_PARTITIONS + 1)) {
            int dash = part.indexOf('-');
            try {
                int partition = Integer.parseInt(part.substring(0, Math.max(0, dash)));
                long offset = Long.parseLong(part.substring(dash + 1));
                if (partition < 0 || offset < 0 || next.put(partition, offset) != null) {
                    throw invalid();
                }
            } catch (NumberFormatException e) {
                throw invalid();
            }
        }
        if (next.size() > MAX_PARTITIONS) {
            throw invalid();
        }
        return new Cursor(next);
    }

    /** The next offset of a partition; 0 if it is not named. */
    public long next(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** Partitions that are named, and their next offsets. */
    public Map<Integer, Long> offsets() {
        return Map.copyOf(next);
    }

    /** The later of both in each partition. */
    Cursor orLater(Cursor other) {
        TreeMap<Integer, Long> later = new TreeMap<>(next);
        other.next.forEach((partition, offset) -> later.merge(partition, offset, Math::max));
        return new Cursor(later);
    }

    /** Whether it lies after {@code other} in some partition. */
    boolean isAheadOf(Cursor other) {
        return next.entrySet().stream().anyMatch(at -> at.getValue() > other.next(at.getKey()));
    }

    /** Offsets from here to {@code later}, of which transaction markers take some. */
    long distanceTo(Cursor later) {
        return later.next.entrySet().stream()
                .mapToLong(at -> Math.max(0, at.getValue() - next(at.getKey())))
                .sum();
    }

    private static InvalidParameterException invalid() {
        return new InvalidParameterException("cursor", "must be as a batch gave it, like 0-1204.1-998");
    }

    /** For clients, who give it back as it is. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(".");
        next.forEach((partition, offset) -> text.add(partition + "-" + offset));
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor cursor && cursor.next.equals(next);
    }

    @Override
    public int hashCode() {
        return next.hashCode();
    }
}
