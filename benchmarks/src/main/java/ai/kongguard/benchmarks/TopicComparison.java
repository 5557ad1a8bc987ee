package ai.kongguard.benchmarks;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Whether two topics hold the same records in the same order, partition by partition. */
final class TopicComparison {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String servers;

    TopicComparison(String servers) {
        this.servers = servers;
    }

    /** Says how many were equal; throws for the first that is not. */
    String compare(String topic, String other) {
        long equal = 0;
        for (int partition = 0; partition < RecordingRoundTrip.PARTITIONS; partition++) {
            equal += compare(new TopicPartition(topic, partition), new TopicPartition(other, partition));
        }
        return String.format("%,d records compared: every key, value, header and timestamp is equal", equal);
    }

    private long compare(TopicPartition one, TopicPartition two) {
        try (var first = new KafkaConsumer<byte[], byte[]>(config(), deserializer(), deserializer());
                var second = new KafkaConsumer<byte[], byte[]>(config(), deserializer(), deserializer())) {
            long end = end(first, one);
            if (end != end(second, two)) {
                throw new IllegalStateException(two + " has not " + end + " records");
            }
            Deque<ConsumerRecord<byte[], byte[]>> left = new ArrayDeque<>();
            Deque<ConsumerRecord<byte[], byte[]>> right = new ArrayDeque<>();
            for (long i = 0; i < end; i++) {
                ConsumerRecord<byte[], byte[]> a = next(first, left);
                ConsumerRecord<byte[], byte[]> b = next(second, right);
                if (a.timestamp() != b.timestamp()
                        || !Arrays.equals(a.key(), b.key())
                        || !Arrays.equals(a.value(), b.value())
                        || !a.headers().equals(b.headers())) {
                    throw new IllegalStateException("record " + i + " of " + one + " is another one in " + two);
                }
            }
            return end;
        }
    }

    private static ConsumerRecord<byte[], byte[]> next(
            KafkaConsumer<byte[], byte[]> consumer, Deque<ConsumerRecord<byte[], byte[]>> read) {
        while (read.isEmpty()) {
            consumer.poll(POLL).forEach(read::add);
        }
        return read.remove();
    }

    private static long end(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private static ByteArrayDeserializer deserializer() {
        return new ByteArrayDeserializer();
    }

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", servers, "max.poll.records", 2_000);
    }
}
