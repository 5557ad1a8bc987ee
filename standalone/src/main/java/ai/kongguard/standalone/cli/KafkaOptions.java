package ai.kongguard.standalone.cli;

import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.kafka.KafkaAccessProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster: as the environment says ({@code KONGGUARD_KAFKA_...}), unless options say otherwise. */
final class KafkaOptions {

    @Option(
            names = "--bootstrap-servers",
            split = ",",
            paramLabel = "HOST:PORT",
            description = "Brokers; else KONGGUARD_KAFKA_BOOTSTRAPSERVERS, else those of the one process.")
    private @Nullable List<String> bootstrapServers;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            description = "What stands before every topic's name; else KONGGUARD_KAFKA_TOPICPREFIX, else nothing.")
    private @Nullable String topicPrefix;

    @Option(
            names = "--kafka",
            paramLabel = "NAME=VALUE",
            description = "Any other setting of a Kafka client, such as security.protocol=SSL.")
    private Map<String, String> properties = new HashMap<>();

    /** The cluster's names and client settings. */
    KafkaAccess access() {
        KafkaAccessProperties set = Settings.of("kongguard.kafka", KafkaAccessProperties.class);
        Map<String, String> all = new HashMap<>(set.properties());
        all.putAll(properties);
        return new KafkaAccess(new KafkaAccessProperties(
                bootstrapServers == null ? set.bootstrapServers() : bootstrapServers,
                topicPrefix == null ? set.topicPrefix() : topicPrefix,
                set.partitions(),
                set.replicationFactor(),
                set.compression(),
                all));
    }
}
