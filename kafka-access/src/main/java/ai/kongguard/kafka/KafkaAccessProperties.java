package ai.kongguard.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which cluster, and how our topics lie in it.
 *
 * @param bootstrapServers {@code host:port} of one or more brokers
 * @param topicPrefix put before every topic, group and transactional id, so that systems can share a cluster
 * @param partitions of the topics that are keyed by client, when we create them
 * @param replicationFactor of every topic, when we create it
 * @param compression of what we write: {@code none}, {@code gzip}, {@code snappy}, {@code lz4} or {@code zstd}
 * @param properties any other Kafka client setting, such as {@code security.protocol}; given to every client
 */
@Validated
@ConfigurationProperties("kongguard.kafka")
public record KafkaAccessProperties(
        @DefaultValue("127.0.0.1:9092") @NotEmpty List<String> bootstrapServers,
        @DefaultValue("") @Pattern(regexp = "[a-zA-Z0-9._-]{0,100}") String topicPrefix,
        @DefaultValue("4") @Min(1) @Max(1000) int partitions,
        @DefaultValue("1") @Min(1) @Max(10) short replicationFactor,
        @DefaultValue("lz4") @Pattern(regexp = "none|gzip|snappy|lz4|zstd") String compression,
        @DefaultValue Map<String, String> properties) {

    /** Without the values of {@code properties}, among which are passwords. */
    @Override
    public String toString() {
        return "KafkaAccessProperties[bootstrapServers=" + bootstrapServers + ", topicPrefix=" + topicPrefix
                + ", partitions=" + partitions + ", replicationFactor=" + replicationFactor + ", compression="
                + compression + ", properties=" + properties.keySet() + "]";
    }
}
