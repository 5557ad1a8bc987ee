package ai.kongguard.analyzer;

import ai.kongguard.analyzer.http.AnalyzeController;
import ai.kongguard.analyzer.http.AnalyzeOrigins;
import ai.kongguard.analyzer.http.AnalyzerStatusController;
import ai.kongguard.analyzer.kafka.RecentPast;
import ai.kongguard.analyzer.kafka.Reviewing;
import ai.kongguard.analyzer.kafka.RewindToCommitted;
import ai.kongguard.analyzer.kafka.TrafficListener;
import ai.kongguard.analyzer.kafka.VerdictProducerFactory;
import ai.kongguard.analyzer.review.TierReport;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.detect.behaviour.BehaviourLimits;
import ai.kongguard.detect.behaviour.ClientBehaviour;
import ai.kongguard.detect.behaviour.PartitionClients;
import ai.kongguard.event.ConsumerGroups;
import ai.kongguard.event.Topics;
import ai.kongguard.kafka.BoundedConsumer;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.kafka.KafkaAccessConfiguration;
import ai.kongguard.kafka.TopicProvisioner;
import ai.kongguard.llm.LlmConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.transaction.KafkaTransactionManager;

/** Every bean of an analyzer. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(AnalyzerProperties.class)
@Import({KafkaAccessConfiguration.class, LlmConfiguration.class, ReviewConfiguration.class})
public class AnalyzerConfiguration {

    /** Beyond the time of a transaction, for offsets that are only known when it has ended. */
    private static final Duration OFFSETS_PATIENCE = Duration.ofSeconds(10);

    /** Between attempts of a user that lost its rights; without it the container would stop for good. */
    private static final Duration REFUSED_PAUSE = Duration.ofSeconds(10);

    /** For a transaction that does not end because no broker answers; it is undone, and its events are judged again. */
    private static final int CLOSE_SECONDS = 2;

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    TopicProvisioner topicProvisioner(KafkaAccess kafka) {
        return new TopicProvisioner(
                kafka,
                List.of(Topics.TRAFFIC, Topics.VERDICTS, Topics.ESCALATIONS, Topics.REVIEWS),
                List.of(Topics.DEAD_LETTERS, Topics.VERDICTS, Topics.ESCALATIONS, Topics.REVIEWS, Topics.TIERS));
    }

    @Bean
    AnalyzerMeters analyzerMeters(MeterRegistry registry, AnalyzerProperties properties) {
        return new AnalyzerMeters(registry, properties.tier());
    }

    @Bean
    Models models(AnalyzerProperties properties, AnalyzerMeters meters) {
        VerdictPolicy policy = ReviewConfiguration.policy(properties);
        Path path = properties.model().path();
        return path == null ? Models.bundled(policy, meters) : Models.at(path, policy, meters);
    }

    @Bean
    @ConditionalOnProperty("kongguard.analyzer.model.path")
    ModelCheck modelCheck(AnalyzerProperties properties, Models models) {
        return new ModelCheck(models, properties.model().checkInterval());
    }

    @Bean
    InfoContributor modelInfo(Models models) {
        return info -> info.withDetail("model", models.label());
    }

    @Bean
    VerdictMaker verdictMaker(AnalyzerProperties properties, Models models, InstantSource clock) {
        return new VerdictMaker(properties.tier(), models, clock);
    }

    @Bean
    AnalyzeController analyzeController(
            AnalyzerProperties properties, VerdictMaker verdicts, TierReport report, InstantSource clock) {
        return new AnalyzeController(verdicts, report, clock, properties.maxBodySize());
    }

    @Bean
    AnalyzerStatusController analyzerStatusController(
            AnalyzerProperties properties,
            Models models,
            TierReport report,
            HealthEndpoint health,
            PrometheusMeterRegistry registry,
            InstantSource clock) {
        return new AnalyzerStatusController(properties.tier(), models::label, report, health, registry, clock);
    }

    @Bean
    AnalyzeOrigins analyzeOrigins(AnalyzerProperties properties) {
        return new AnalyzeOrigins(properties.allowedOrigins());
    }

    @Bean
    DefaultKafkaProducerFactory<String, byte[]> producerFactory(KafkaAccess kafka, AnalyzerProperties properties) {
        String id = "analyzer-" + properties.tier() + "-" + properties.instanceId();
        Map<String, Object> config = kafka.transactionalProducerConfig(id);
        config.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Math.toIntExact(properties.transactionTimeout().toMillis()));
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        DefaultKafkaProducerFactory<String, byte[]> factory = new VerdictProducerFactory(config);
        factory.setTransactionIdPrefix(kafka.id(id + "-"));
        factory.setPhysicalCloseTimeout(CLOSE_SECONDS);
        return factory;
    }

    /** The seed is a secret of this process, so that nobody can choose clients or paths that look alike. */
    @Bean
    PartitionClients partitionClients(AnalyzerProperties properties) {
        AnalyzerProperties.Behaviour behaviour = properties.behaviour();
        BehaviourLimits limits = new BehaviourLimits(
                behaviour.floodRequests(),
                behaviour.refusedRequests(),
                behaviour.refusedPaths(),
                behaviour.failedLogins(),
                behaviour.loginUsers(),
                behaviour.probePaths(),
                behaviour.sequentialIds());
        return new PartitionClients(limits, behaviour.maxClients(), new SecureRandom().nextLong());
    }

    @Bean
    RecentPast recentPast(KafkaAccess kafka, AnalyzerProperties properties, AnalyzerMeters meters) {
        String id = "analyzer-" + properties.tier() + "-" + properties.instanceId() + "-past";
        return new RecentPast(
                () -> new BoundedConsumer<>(kafka.consumerConfig(id)),
                Duration.ofSeconds(ClientBehaviour.MEMORY_SECONDS),
                properties.behaviour().rebuildRecords(),
                properties.behaviour().rebuildTimeout(),
                meters);
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> trafficContainer(
            KafkaAccess kafka,
            AnalyzerProperties properties,
            VerdictMaker verdicts,
            DefaultKafkaProducerFactory<String, byte[]> producers,
            PartitionClients clients,
            RecentPast past,
            Reviewing reviewing,
            AnalyzerMeters meters) {
        String id = ConsumerGroups.analyzers(properties.tier());
        Map<String, Object> config = kafka.consumerConfig(id + "-" + properties.instanceId());
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.maxPollRecords());

        ContainerProperties container = new ContainerProperties(kafka.topic(Topics.TRAFFIC));
        container.setGroupId(kafka.id(id));
        container.setAuthExceptionRetryInterval(REFUSED_PAUSE);
        container.setKafkaAwareTransactionManager(new KafkaTransactionManager<>(producers));
        container.setMessageListener(new TrafficListener(
                verdicts,
                new KafkaTemplate<>(producers),
                reviewing.escalations(),
                new TrafficListener.Targets(
                        kafka.topic(Topics.VERDICTS),
                        kafka.topic(Topics.ESCALATIONS),
                        kafka.topic(Topics.DEAD_LETTERS)),
                properties.recentEvents(),
                clients,
                past,
                meters));

        ConcurrentMessageListenerContainer<String, byte[]> listeners =
                new ConcurrentMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(config), container);
        listeners.setConcurrency(properties.concurrency());
        listeners.setPhase(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
        listeners.setAutoStartup(reviewing.report().judges());
        listeners.setAfterRollbackProcessor(
                new RewindToCommitted(properties.transactionTimeout().plus(OFFSETS_PATIENCE)));
        return listeners;
    }
}
