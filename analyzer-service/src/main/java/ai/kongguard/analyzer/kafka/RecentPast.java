package ai.kongguard.analyzer.kafka;

import ai.kongguard.analyzer.AnalyzerMeters;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the records that lie before the positions of freshly assigned partitions, as far back as the past matters:
 * from the event time of the last record that was judged, not from now, since the analyzer may have been away. A
 * consumer of its own, without a group, does it and is closed, so that the position of the one that judges is never
 * touched. Any thread may call.
 */
public final class RecentPast {

    private static final Logger LOG = LoggerFactory.getLogger(RecentPast.class);

    /** Records that tell the event time of the last one; some may be transaction marks, some out of order. */
    private static final int ANCHORS = 100;

    private static final Duration POLL = Duration.ofMillis(100);

    private final Supplier<KafkaConsumer<String, byte[]>> consumers;
    private final Duration memory;
    private final int maxRecords;
    private final Duration timeout;
    private final AnalyzerMeters meters;

    /**
     * @param memory how far back the past matters
     * @param maxRecords of one partition; 0 reads nothing
     * @param timeout after which it is given up, with what was read until then
     */
    public RecentPast(
            Supplier<KafkaConsumer<String, byte[]>> consumers,
            Duration memory,
            int maxRecords,
            Duration timeout,
            AnalyzerMeters meters) {
        this.consumers = consumers;
        this.memory = memory;
        this.maxRecords = maxRecords;
        this.timeout = timeout;
        this.meters = meters;
    }

    /**
     * Hands over the recent records below each position, a partition's in order. When it fails or takes too long that
     * is logged and counted, and judging begins without the rest: a client is then noticed later, nothing is lost.
     */
    void read(Map<TopicPartition, Long> positions, Consumer<ConsumerRecord<String, byte[]>> each) {
        if (maxRecords == 0 || positions.isEmpty()) {
            return;
        }
        long started = System.nanoTime();
        Reading reading = new Reading(positions, started + timeout.toNanos(), each);
        boolean whole = false;
        try (KafkaConsumer<String, byte[]> consumer = consumers.get()) {
            whole = reading.run(consumer);
            if (!whole) {
                LOG.warn("The recent past of {} was not read in {}: clients are known in part", positions, timeout);
            }
        } catch (RuntimeException e) {
            LOG.warn("The recent past of {} could not be read: clients are known in part", positions, e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        meters.rebuild(reading.records, whole, took);
        LOG.info("Read {} records of the recent past in {} ms", reading.records, took.toMillis());
    }

    private final class Reading {

        private final Map<TopicPartition, Long> ends = new HashMap<>();
        private final long deadline;
        private final Consumer<ConsumerRecord<String, byte[]>> each;
        private int records;

        Reading(Map<TopicPartition, Long> positions, long deadline, Consumer<ConsumerRecord<String, byte[]>> each) {
            this.ends.putAll(positions);
            this.deadline = deadline;
            this.each = each;
        }

        /** Whether all was read. */
        boolean run(KafkaConsumer<String, byte[]> consumer) {
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet(), timeout);
            ends.entrySet().removeIf(end -> end.getValue() <= beginnings.getOrDefault(end.getKey(), 0L));
            if (ends.isEmpty()) {
                return true;
            }
            consumer.assign(ends.keySet());
            Map<TopicPartition, Long> newest = new HashMap<>();
            ends.forEach((p, end) -> consumer.seek(p, Math.max(beginnings.getOrDefault(p, 0L), end - ANCHORS)));
            if (!poll(consumer, r -> newest.merge(partition(r), r.timestamp(), Math::max))) {
                return false;
            }
            newest.replaceAll((partition, time) -> Math.max(0, time - memory.toMillis()));
            Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(newest, timeout);
            ends.forEach((p, end) -> {
                OffsetAndTimestamp start = starts.get(p);
                long from = start == null ? end : start.offset();
                consumer.seek(p, Math.max(beginnings.getOrDefault(p, 0L), Math.max(from, end - maxRecords)));
            });
            return poll(consumer, r -> {
                records++;
                each.accept(r);
            });
        }

        private boolean poll(KafkaConsumer<String, byte[]> consumer, Consumer<ConsumerRecord<String, byte[]>> action) {
            while (ends.keySet().stream().anyMatch(p -> consumer.position(p, timeout) < end(p))) {
                if (System.nanoTime() - deadline > 0) {
                    return false;
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < end(partition(record))) {
                        action.accept(record);
                    }
                }
            }
            return true;
        }

        private long end(TopicPartition partition) {
            return ends.getOrDefault(partition, 0L);
        }
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
