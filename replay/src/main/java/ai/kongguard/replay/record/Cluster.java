package ai.kongguard.replay.record;

import ai.kongguard.event.TopicSpec;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The topics to read from, by plain consumers without a group, so that nobody notices. Each call opens its own. */
final class Cluster {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MEGABYTE = 1024 * 1024;

    private final Map<String, Object> clientConfig;
    private final String topicPrefix;

    /** @param clientConfig at least {@code bootstrap.servers} */
    Cluster(Map<String, Object> clientConfig, String topicPrefix) {
        this.clientConfig = clientConfig;
        this.topicPrefix = topicPrefix;
    }

    String topic(TopicSpec spec) {
        return topicPrefix + spec.name();
    }

    /** Sees committed records only, and fetches no more at once than a small heap holds. */
    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // What retention takes away while it is read is told by an error, and not passed over.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * MEGABYTE);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MEGABYTE);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * What lies in a topic now, from a time on.
     *
     * @param fromMs epoch milliseconds; null from the oldest on
     * @throws IllegalArgumentException when the topic does not exist, or no broker answers
     */
    Map<TopicPartition, OffsetRange> ranges(Consumer<?, ?> consumer, TopicSpec spec, @Nullable Long fromMs) {
        List<TopicPartition> partitions;
        Map<TopicPartition, Long> begins;
        Map<TopicPartition, Long> ends;
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found;
        try {
            partitions = consumer.partitionsFor(topic(spec), PATIENCE).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            begins = consumer.beginningOffsets(partitions, PATIENCE);
            ends = consumer.endOffsets(partitions, PATIENCE);
            found = fromMs == null ? Map.of() : consumer.offsetsForTimes(times(partitions, fromMs), PATIENCE);
        } catch (TimeoutException e) {
            throw new IllegalArgumentException(
                    "No Kafka broker answers at " + clientConfig.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG), e);
        }
        if (partitions.isEmpty()) {
            throw new IllegalArgumentException("There is no topic " + topic(spec));
        }
        Map<TopicPartition, OffsetRange> ranges = new LinkedHashMap<>();
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            OffsetAndTimestamp first = found.get(partition);
            long begin = fromMs == null ? begins.getOrDefault(partition, 0L) : first == null ? end : first.offset();
            if (begin < end) {
                ranges.put(partition, new OffsetRange(begin, end));
            }
        }
        return ranges;
    }

    /** The same, and what is yet to come; partitions that are empty now are in it too. */
    Map<TopicPartition, OffsetRange> followed(Consumer<?, ?> consumer, TopicSpec spec, @Nullable Long fromMs) {
        Map<TopicPartition, OffsetRange> ranges = new LinkedHashMap<>();
        Map<TopicPartition, OffsetRange> now = ranges(consumer, spec, fromMs);
        Collection<TopicPartition> all = consumer.partitionsFor(topic(spec), PATIENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(all, PATIENCE);
        for (TopicPartition partition : all) {
            OffsetRange present = now.get(partition);
            long begin = present == null ? ends.getOrDefault(partition, 0L) : present.from();
            ranges.put(partition, new OffsetRange(begin, Long.MAX_VALUE));
        }
        return ranges;
    }

    MergedTopics read(Consumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetRange> ranges, LongSupplier nanos) {
        return new MergedTopics(consumer, ranges, nanos);
    }

    private static Map<TopicPartition, Long> times(List<TopicPartition> partitions, long fromMs) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, fromMs));
        return times;
    }
}
