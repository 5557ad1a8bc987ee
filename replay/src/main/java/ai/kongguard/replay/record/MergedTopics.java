package ai.kongguard.replay.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The records of some partitions as one sequence by timestamp; each partition keeps its own order. A partition that is ahead is
 * paused, so that memory does not grow with their length. One thread.
 */
final class MergedTopics {

    private static final Duration POLL = Duration.ofMillis(100);

    /** How long a followed partition without records holds up the others, whose records might be younger than its next one. */
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private static final Comparator<ConsumerRecord<byte[], byte[]>> ORDER =
            Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                    // An event before what is said about it: gateway... before threat...
                    .thenComparing(ConsumerRecord::topic)
                    .thenComparingInt(ConsumerRecord::partition);

    private final Consumer<byte[], byte[]> consumer;
    private final LongSupplier nanos;
    private final Map<TopicPartition, PartitionQueue> queues = new LinkedHashMap<>();

    /** @param ranges offsets to read; those whose end is {@link Long#MAX_VALUE} are followed */
    MergedTopics(Consumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetRange> ranges, LongSupplier nanos) {
        this.consumer = consumer;
        this.nanos = nanos;
        consumer.assign(ranges.keySet());
        ranges.forEach((partition, range) -> {
            consumer.seek(partition, range.from());
            queues.put(partition, new PartitionQueue(partition, range.from(), range.to()));
        });
    }

    /** The next record; null after the last, or when it shall stop and what was read is given out. */
    @Nullable ConsumerRecord<byte[], byte[]> next(BooleanSupplier stop) {
        while (true) {
            PartitionQueue first = first();
            if (stop.getAsBoolean()) {
                return first == null ? null : first.take();
            }
            boolean all = queues.values().stream().allMatch(queue -> !queue.isEmpty() || queue.isRead());
            if (first != null && (all || (isHeldUp(first) && isWaiting()))) {
                return first.take();
            }
            if (all) {
                return null;
            }
            poll();
        }
    }

    private boolean isHeldUp(PartitionQueue queue) {
        return nanos.getAsLong() - queue.headReadAtNanos() > PATIENCE_NANOS;
    }

    /** Whether every partition without records has none at the broker either. */
    private boolean isWaiting() {
        return queues.values().stream()
                .filter(queue -> queue.isEmpty() && !queue.isRead())
                .allMatch(queue -> consumer.currentLag(queue.partition).orElse(1) == 0);
    }

    private @Nullable PartitionQueue first() {
        PartitionQueue first = null;
        ConsumerRecord<byte[], byte[]> least = null;
        for (PartitionQueue queue : queues.values()) {
            ConsumerRecord<byte[], byte[]> head = queue.head();
            if (head != null && (least == null || ORDER.compare(head, least) < 0)) {
                first = queue;
                least = head;
            }
        }
        return first;
    }

    private void poll() {
        List<TopicPartition> pause = new ArrayList<>();
        List<TopicPartition> resume = new ArrayList<>();
        for (PartitionQueue queue : queues.values()) {
            (queue.isFull() || queue.isRead() ? pause : resume).add(queue.partition);
        }
        consumer.pause(pause);
        consumer.resume(resume);
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            PartitionQueue queue = queues.get(new TopicPartition(record.topic(), record.partition()));
            if (queue != null) {
                queue.add(record, nanos.getAsLong());
            }
        }
        for (TopicPartition partition : resume) {
            PartitionQueue queue = queues.get(partition);
            if (queue != null) {
                queue.reached(consumer.position(partition));
            }
        }
    }
}
