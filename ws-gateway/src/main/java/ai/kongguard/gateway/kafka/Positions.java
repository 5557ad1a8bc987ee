package ai.kongguard.gateway.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where one reader stands in each partition. It outlives the reader's consumers, so that a new one goes on where the
 * last one failed. Used by the reader's thread.
 */
final class Positions {

    private final String topic;
    private final long tail;
    private final @Nullable Instant since;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> liveFrom = new HashMap<>();

    /** Begins {@code tail} offsets, of which transaction markers take some, before the end of each partition. */
    Positions(String topic, long tail) {
        this(topic, tail, null);
    }

    private Positions(String topic, long tail, @Nullable Instant since) {
        this.topic = topic;
        this.tail = tail;
        this.since = since;
    }

    /** Begins, in each partition, at the first record that is not older. */
    static Positions since(String topic, Instant since) {
        return new Positions(topic, 0, since);
    }

    /** Assigns all partitions that there are, each where we stand. */
    void assign(Consumer<?, ?> consumer) {
        List<TopicPartition> added = added(consumer);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(added);
        if (next.isEmpty()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(added);
            Map<TopicPartition, Long> begin = since == null ? Map.of() : offsetsAt(consumer, added, since);
            first.replaceAll((partition, offset) -> {
                long end = ends.getOrDefault(partition, 0L);
                return since == null ? Math.max(offset, end - tail) : begin.getOrDefault(partition, end);
            });
            liveFrom.putAll(ends);
        } else {
            // Partitions that are added while we run are new from their first record on.
            liveFrom.putAll(first);
        }
        next.putAll(first);
        consumer.assign(next.keySet());
        next.forEach(consumer::seek);
    }

    /** Whether the topic has partitions that are not assigned. */
    boolean lacksAny(Consumer<?, ?> consumer) {
        return !added(consumer).isEmpty();
    }

    boolean isLive(TopicPartition partition, long offset) {
        return offset >= liveFrom.getOrDefault(partition, 0L);
    }

    /** A record was taken in. */
    void passed(TopicPartition partition, long offset) {
        next.put(partition, offset + 1);
    }

    /** Takes over where the consumer stands, past transaction markers too. */
    void follow(Consumer<?, ?> consumer) {
        next.replaceAll((partition, offset) -> consumer.position(partition));
    }

    /** The next offset of each partition; a view. */
    Map<TopicPartition, Long> next() {
        return Collections.unmodifiableMap(next);
    }

    void rewind(Consumer<?, ?> consumer) {
        next.putAll(consumer.beginningOffsets(next.keySet()));
        next.forEach(consumer::seek);
    }

    /** Offsets between us and where live began; 0 when it is reached, -1 when there is no partition yet. */
    long remaining() {
        if (next.isEmpty()) {
            return -1;
        }
        return next.entrySet().stream()
                .mapToLong(at -> Math.max(0, liveFrom.getOrDefault(at.getKey(), 0L) - at.getValue()))
                .sum();
    }

    /** Where records begin that are not older than {@code since}, of the partitions that have any. */
    private static Map<TopicPartition, Long> offsetsAt(
            Consumer<?, ?> consumer, List<TopicPartition> partitions, Instant since) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        consumer.offsetsForTimes(times).forEach((partition, at) -> {
            if (at != null) {
                offsets.put(partition, at.offset());
            }
        });
        return offsets;
    }

    private List<TopicPartition> added(Consumer<?, ?> consumer) {
        List<TopicPartition> added = new ArrayList<>();
        for (var info : consumer.partitionsFor(topic)) {
            TopicPartition partition = new TopicPartition(topic, info.partition());
            if (!next.containsKey(partition)) {
                added.add(partition);
            }
        }
        return added;
    }
}
