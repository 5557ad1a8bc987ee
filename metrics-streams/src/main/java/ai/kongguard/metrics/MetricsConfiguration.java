package ai.kongguard.metrics;

import ai.kongguard.event.ConsumerGroups;
import ai.kongguard.event.Topics;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.kafka.KafkaAccessConfiguration;
import ai.kongguard.kafka.TopicProvisioner;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every bean of the metrics streams. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(MetricsProperties.class)
@Import(KafkaAccessConfiguration.class)
public class MetricsConfiguration {

    /** The tick asks for the commits; this is for when there is none. */
    private static final int COMMIT_INTERVAL_MS = 1_000;

    /** A tick's sums and pages leave in few requests. */
    private static final int BATCH_BYTES = 256 * 1024;

    /** Runs of the simulator whose counts go on. */
    private static final int REMEMBERED_RUNS = 500;

    @Bean
    TopicProvisioner topicProvisioner(KafkaAccess kafka) {
        return new TopicProvisioner(
                kafka,
                List.of(Topics.TRAFFIC, Topics.VERDICTS, Topics.FEEDBACK),
                List.of(Topics.WINDOWS, Topics.INCIDENTS));
    }

    @Bean
    MetricsMeters metricsMeters(MeterRegistry registry) {
        return new MetricsMeters(registry);
    }

    @Bean
    LagWatch lagWatch(KafkaAccess kafka, MetricsMeters meters) {
        return new LagWatch(kafka, meters);
    }

    /** The topology asks the topics how many partitions they have, and so is made when it starts. */
    @Bean
    StreamsLifecycle streamsLifecycle(
            KafkaAccess kafka, MetricsProperties properties, LagWatch lag, MetricsMeters meters) {
        return new StreamsLifecycle(() -> topology(kafka, properties, lag, meters), streamsConfig(kafka, properties));
    }

    @Bean
    StreamsHealthIndicator streamsHealthIndicator(StreamsLifecycle streams) {
        return new StreamsHealthIndicator(streams);
    }

    private static Topology topology(
            KafkaAccess kafka, MetricsProperties properties, LagWatch lag, MetricsMeters meters) {
        MetricsSettings settings = new MetricsSettings(
                kafka.topic(Topics.TRAFFIC),
                kafka.topic(Topics.VERDICTS),
                kafka.topic(Topics.FEEDBACK),
                kafka.topic(Topics.WINDOWS),
                kafka.topic(Topics.INCIDENTS),
                InputTopics.partitions(kafka),
                properties.tiers(),
                properties.tick(),
                properties.grace(),
                properties.rememberedEvents(),
                properties.memory(),
                properties.incidents().gap(),
                properties.incidents().sources(),
                properties.incidents().open(),
                REMEMBERED_RUNS,
                new SilenceWatch.Limits(
                        properties.silence().tier(),
                        properties.silence().source(),
                        Set.copyOf(properties.silence().passingSources()),
                        properties.silence().catchUp()));
        return new MetricsTopology(settings, lag, meters).get();
    }

    private static Properties streamsConfig(KafkaAccess kafka, MetricsProperties properties) {
        Properties config = new Properties();
        config.putAll(kafka.clientConfig(ConsumerGroups.METRICS));
        kafka.adminConfig(ConsumerGroups.METRICS)
                .forEach((name, value) -> config.put(StreamsConfig.adminClientPrefix(name), value));
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.id(ConsumerGroups.METRICS));
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int)
                kafka.properties().replicationFactor());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, properties.threads());
        config.put(
                StreamsConfig.STATE_DIR_CONFIG,
                properties.stateDir().toAbsolutePath().toString());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        config.put(
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                kafka.properties().compression());
        KafkaAccess.quickTransactions().forEach((name, value) -> config.put(StreamsConfig.producerPrefix(name), value));
        KafkaAccess.quickFailover().forEach((name, value) -> config.put(StreamsConfig.mainConsumerPrefix(name), value));
        return config;
    }
}
