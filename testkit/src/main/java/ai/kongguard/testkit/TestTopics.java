package ai.kongguard.testkit;

import ai.kongguard.event.TopicSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A plain client's view of the topics under one prefix: creates, sends, and reads back what is committed. */
public final class TestTopics {

    private final String bootstrapServers;
    private final String prefix;
    private final Map<String, ?> properties;

    public TestTopics(String bootstrapServers, String prefix) {
        this(bootstrapServers, prefix, Map.of());
    }

    /** With further settings of its clients, such as {@code security.protocol}. */
    public TestTopics(String bootstrapServers, String prefix, Map<String, ?> properties) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
        this.properties = Map.copyOf(properties);
    }

    /** Creates a topic with this many partitions. */
    public void create(TopicSpec spec, int partitions) {
        try (Admin admin = Admin.create(config())) {
            admin.createTopics(List.of(new NewTopic(prefix + spec.name(), partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Gives a topic more partitions, this many in all; what lies in it stays where it is. */
    public void extend(TopicSpec spec, int partitions) {
        try (Admin admin = Admin.create(config())) {
            admin.createPartitions(Map.of(prefix + spec.name(), NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends values in order with the same key, and returns when all are acknowledged. */
    public void send(TopicSpec spec, String key, Instant timestamp, List<byte[]> values, Map<String, byte[]> headers) {
        try (var producer = new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer())) {
            for (byte[] value : values) {
                RecordHeaders recordHeaders = new RecordHeaders();
                headers.forEach(recordHeaders::add);
                var unused = producer.send(new ProducerRecord<>(
                        prefix + spec.name(), null, timestamp.toEpochMilli(), key, value, recordHeaders));
            }
            producer.flush();
        }
    }

    /** Every committed record of the topic now, partition by partition in offset order. */
    public List<ConsumerRecord<String, byte[]>> readAll(TopicSpec spec) {
        Properties config = config();
        config.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(prefix + spec.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** How many committed records the topic holds now. */
    public int count(TopicSpec spec) {
        return readAll(spec).size();
    }

    private Properties config() {
        Properties config = new Properties();
        config.putAll(properties);
        config.put("bootstrap.servers", bootstrapServers);
        return config;
    }
}
