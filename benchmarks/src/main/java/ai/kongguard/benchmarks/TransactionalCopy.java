package ai.kongguard.benchmarks;

import ai.kongguard.event.Topics;
import ai.kongguard.kafka.KafkaAccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The least a consume-transform-produce stage can do: copy every traffic record to another topic, exactly once. */
final class TransactionalCopy {

    private static final String COPY = "benchmark.copy";

    private final String bootstrapServers;
    private final int maxPollRecords;

    TransactionalCopy(String bootstrapServers, int maxPollRecords) {
        this.bootstrapServers = bootstrapServers;
        this.maxPollRecords = maxPollRecords;
    }

    /** Records per second from the first poll that returned any to the last commit. */
    double run() throws Exception {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(consumerConfig());
                var producer = new KafkaProducer<byte[], byte[]>(producerConfig())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.TRAFFIC.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            createCopy(partitions.size());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.subscribe(List.of(Topics.TRAFFIC.name()));
            producer.initTransactions();
            long started = 0;
            long copied = 0;
            while (!done(consumer, ends)) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
                if (records.isEmpty()) {
                    continue;
                }
                started = started == 0 ? System.nanoTime() : started;
                copied += copy(records, consumer, producer);
            }
            return copied / ((System.nanoTime() - started) / 1e9);
        }
    }

    private static int copy(
            ConsumerRecords<byte[], byte[]> records,
            KafkaConsumer<byte[], byte[]> consumer,
            KafkaProducer<byte[], byte[]> producer) {
        producer.beginTransaction();
        records.forEach(record -> {
            var unused = producer.send(new ProducerRecord<>(COPY, record.key(), record.value()));
        });
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        records.partitions()
                .forEach(partition -> offsets.put(partition, new OffsetAndMetadata(consumer.position(partition))));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        return records.count();
    }

    private static boolean done(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return !consumer.assignment().isEmpty()
                && consumer.assignment().stream()
                        .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
    }

    private void createCopy(int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(COPY, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    private Map<String, Object> consumerConfig() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "benchmark-copy",
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                maxPollRecords,
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
    }

    /** As the analyzer's producer is configured. */
    private Map<String, Object> producerConfig() {
        Map<String, Object> config = new HashMap<>(KafkaAccess.quickTransactions());
        config.put("bootstrap.servers", bootstrapServers);
        config.put("transactional.id", "benchmark-copy");
        config.put("acks", "all");
        config.put("compression.type", "lz4");
        config.put("batch.size", 256 * 1024);
        config.put("linger.ms", 0);
        config.put("key.serializer", ByteArraySerializer.class);
        config.put("value.serializer", ByteArraySerializer.class);
        return config;
    }
}
