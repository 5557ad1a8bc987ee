package ai.kongguard.ingest;

import ai.kongguard.event.Topics;
import ai.kongguard.http.AccessToken;
import ai.kongguard.http.TokenFilter;
import ai.kongguard.ingest.http.IngestController;
import ai.kongguard.ingest.kafka.KafkaEventSink;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.RedactionProperties;
import ai.kongguard.intake.kong.KongReader;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.kafka.BoundedProducer;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.kafka.KafkaAccessConfiguration;
import ai.kongguard.kafka.TopicProvisioner;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Every bean of the ingest service. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@EnableConfigurationProperties({IngestProperties.class, RedactionProperties.class})
@Import({KafkaAccessConfiguration.class, SimulationConfiguration.class})
public class IngestConfiguration {

    /** Long enough for a batch's events to share requests, too short to be seen. */
    private static final int LINGER_MS = 2;

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    TopicProvisioner topicProvisioner(KafkaAccess kafka) {
        return new TopicProvisioner(
                kafka,
                List.of(Topics.TRAFFIC, Topics.COMMANDS, Topics.RUNS, Topics.RECORDINGS),
                List.of(Topics.TRAFFIC, Topics.DEAD_LETTERS, Topics.RUNS, Topics.RECORDINGS));
    }

    @Bean
    IngestMeters ingestMeters(MeterRegistry registry) {
        return new IngestMeters(registry);
    }

    @Bean
    Redactor redactor(RedactionProperties redaction) {
        return redaction.redactor(List.of());
    }

    @Bean
    Bounds bounds(IngestProperties properties) {
        return Bounds.withBody(properties.maxCapturedBody());
    }

    @Bean
    KongReader kongReader(IngestProperties properties, Bounds bounds, Redactor redactor) {
        return new KongReader(properties.kong().root(), bounds, redactor);
    }

    /** Gives up within the patience of whoever waits for the answer. */
    @Bean(destroyMethod = "close")
    Producer<String, byte[]> producer(KafkaAccess kafka, IngestProperties properties) {
        Map<String, Object> config = kafka.producerConfig("ingest");
        int patience = Math.toIntExact(properties.deliveryTimeout().toMillis());
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        return new BoundedProducer<>(config);
    }

    @Bean
    KafkaEventSink eventSink(Producer<String, byte[]> producer, KafkaAccess kafka, InstantSource clock) {
        return new KafkaEventSink(producer, kafka.topic(Topics.TRAFFIC), kafka.topic(Topics.DEAD_LETTERS), clock);
    }

    @Bean
    Ingest ingest(EventSink sink, RedactionProperties redaction, InstantSource clock, IngestProperties properties) {
        Ingest.Limits limits = new Ingest.Limits(
                properties.maxBodySize().toBytes(),
                Math.toIntExact(properties.maxElementSize().toBytes()),
                properties.maxDeadLetters(),
                // The producer gives up first and says why.
                properties.deliveryTimeout().plus(Duration.ofSeconds(1)));
        return new Ingest(
                sink,
                new RecentIds(properties.recentEvents()),
                redaction.redactor(KongReader.BODY_FIELDS),
                clock,
                limits);
    }

    @Bean
    IngestController ingestController(Ingest ingest, KongReader kong, IngestMeters meters) {
        return new IngestController(ingest, kong, meters);
    }

    /** Health stays open, so that probes need no token. */
    @Bean
    FilterRegistrationBean<TokenFilter> tokenFilter(IngestProperties properties) {
        AccessToken token = new AccessToken(properties.token());
        FilterRegistrationBean<TokenFilter> filter =
                new FilterRegistrationBean<>(new TokenFilter(token, "ingest", request -> true));
        filter.addUrlPatterns("/ingest/*");
        filter.setEnabled(token.isSet());
        return filter;
    }

    @Bean
    @ConditionalOnBooleanProperty("kongguard.demo")
    DemoTraffic demoTraffic(
            EventSink sink, Bounds bounds, Redactor redactor, InstantSource clock, IngestProperties properties) {
        Long seed = properties.demo().seed();
        return new DemoTraffic(
                sink,
                bounds,
                redactor,
                clock,
                seed != null ? seed : new SecureRandom().nextLong(),
                properties.deliveryTimeout());
    }

    @Bean
    @ConditionalOnBooleanProperty("kongguard.demo")
    SchedulingConfigurer demoSchedule(DemoTraffic demo, IngestProperties properties) {
        Duration period = Duration.ofSeconds(1).dividedBy(properties.demo().rate());
        return tasks -> tasks.addFixedDelayTask(demo::sendNext, period);
    }
}
