package ai.kongguard.kafka;

import ai.kongguard.event.TopicSpec;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Names and client settings for one cluster. Immutable; keys are strings, values are bytes everywhere. */
public final class KafkaAccess {

    private final KafkaAccessProperties properties;

    public KafkaAccess(KafkaAccessProperties properties) {
        this.properties = properties;
    }

    /** The settings behind this. */
    public KafkaAccessProperties properties() {
        return properties;
    }

    /** Comma-separated {@code host:port}. */
    public String bootstrapServers() {
        return String.join(",", properties.bootstrapServers());
    }

    /** The topic's name in this cluster. */
    public String topic(TopicSpec spec) {
        return properties.topicPrefix() + spec.name();
    }

    /** A consumer group, application or transactional id in this cluster. */
    public String id(String name) {
        return properties.topicPrefix() + name;
    }

    /** For any client; a new, mutable map. */
    public Map<String, Object> clientConfig(String clientId) {
        Map<String, Object> config = new HashMap<>(properties.properties());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        // A broker that restarts is found again within a second, not after the default back-off of up to one.
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return config;
    }

    /**
     * For an admin client; a new, mutable map. Its default strategy for recovery, which begins anew from the bootstrap
     * servers, does so without a pause while none of them answers: 20,000 lines of log a second.
     */
    public Map<String, Object> adminConfig(String clientId) {
        Map<String, Object> config = clientConfig(clientId);
        config.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, MetadataRecoveryStrategy.NONE.name);
        return config;
    }

    /** An idempotent producer that waits for all in-sync replicas; a new, mutable map. */
    public Map<String, Object> producerConfig(String clientId) {
        Map<String, Object> config = clientConfig(clientId);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, properties.compression());
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        return config;
    }

    /** A producer for transactions, which follow each other closely; a new, mutable map. */
    public Map<String, Object> transactionalProducerConfig(String clientId) {
        Map<String, Object> config = producerConfig(clientId);
        config.putAll(quickTransactions());
        return config;
    }

    /**
     * Producer settings that let one transaction begin soon after another. While the broker still completes the last
     * one, it answers the next with a retriable error; with the default back-off of 100 ms that wait, not the work, is
     * most of a small transaction (5 ms instead of 28 ms here).
     */
    public static Map<String, Object> quickTransactions() {
        return Map.of(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5L, ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500L);
    }

    /**
     * Consumer settings that let others take over the partitions of a process that was killed after 10 s; the default
     * of 45 s is a long silence on a dashboard.
     */
    public static Map<String, Object> quickFailover() {
        return Map.of(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    }

    /** A consumer that sees committed records only and commits nothing by itself; a new, mutable map. */
    public Map<String, Object> consumerConfig(String clientId) {
        Map<String, Object> config = clientConfig(clientId);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.putAll(quickFailover());
        return config;
    }
}
