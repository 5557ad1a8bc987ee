package ai.kongguard.replay.record;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What was read of one partition and not yet taken. One thread. */
final class PartitionQueue {

    /** Above this the partition is not fetched from. Kafka hands over at most a fetch more. */
    private static final long FULL_BYTES = 1024 * 1024;

    final TopicPartition partition;
    private final Deque<Read> records = new ArrayDeque<>();
    /** The first offset that is not read; {@link Long#MAX_VALUE} when there is no end. */
    private final long end;

    private long bytes;
    private long position;

    PartitionQueue(TopicPartition partition, long begin, long end) {
        this.partition = partition;
        this.position = begin;
        this.end = end;
    }

    void add(ConsumerRecord<byte[], byte[]> record, long nowNanos) {
        if (record.offset() < end) {
            records.add(new Read(record, nowNanos));
            bytes += size(record);
        }
    }

    /** Where the consumer stands; beyond its records there may have been marks of transactions. */
    void reached(long consumerPosition) {
        position = consumerPosition;
    }

    @Nullable ConsumerRecord<byte[], byte[]> head() {
        Read first = records.peek();
        return first == null ? null : first.record();
    }

    ConsumerRecord<byte[], byte[]> take() {
        ConsumerRecord<byte[], byte[]> record = records.remove().record();
        bytes -= size(record);
        return record;
    }

    boolean isFull() {
        return bytes >= FULL_BYTES;
    }

    /** Whether nothing more will be read of it. */
    boolean isRead() {
        return position >= end;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** When its first record was read; only of one that is not empty. */
    long headReadAtNanos() {
        return records.element().atNanos();
    }

    private static long size(ConsumerRecord<byte[], byte[]> record) {
        // What an object and its headers take besides.
        return 200L + Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }

    private record Read(ConsumerRecord<byte[], byte[]> record, long atNanos) {}
}
