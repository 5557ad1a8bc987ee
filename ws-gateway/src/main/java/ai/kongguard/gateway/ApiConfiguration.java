package ai.kongguard.gateway;

import ai.kongguard.analyze.AnalyzeRequestReader;
import ai.kongguard.event.Topics;
import ai.kongguard.gateway.analysis.Analyses;
import ai.kongguard.gateway.analysis.ThinkingFrames;
import ai.kongguard.gateway.analysis.TrafficSink;
import ai.kongguard.gateway.deadletters.DeadLetters;
import ai.kongguard.gateway.events.EventLookups;
import ai.kongguard.gateway.http.AbsentController;
import ai.kongguard.gateway.http.AnalysisController;
import ai.kongguard.gateway.http.CallLimitFilter;
import ai.kongguard.gateway.http.CallLimits;
import ai.kongguard.gateway.http.Calls;
import ai.kongguard.gateway.http.DeadLetterController;
import ai.kongguard.gateway.http.DocsController;
import ai.kongguard.gateway.http.EventController;
import ai.kongguard.gateway.http.PageOrigins;
import ai.kongguard.gateway.http.PrometheusController;
import ai.kongguard.gateway.http.StatusController;
import ai.kongguard.gateway.kafka.DeadLetterReceiver;
import ai.kongguard.gateway.kafka.KafkaEventLog;
import ai.kongguard.gateway.kafka.KafkaTrafficSink;
import ai.kongguard.gateway.kafka.TopicReader;
import ai.kongguard.gateway.simulation.AwaitedVerdicts;
import ai.kongguard.gateway.tiers.TierBoard;
import ai.kongguard.http.AccessToken;
import ai.kongguard.http.HostFilter;
import ai.kongguard.http.OpenWithoutTokenException;
import ai.kongguard.http.TokenFilter;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.RedactionProperties;
import ai.kongguard.kafka.BoundedProducer;
import ai.kongguard.kafka.KafkaAccess;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.Filter;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CorsFilter;

/** Every bean of what callers may ask over HTTP beside runs and metrics, and of who may. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApiProperties.class, RedactionProperties.class})
class ApiConfiguration {

    /** Longest wait for metadata, on the caller's thread; without a broker it is waited for in vain. */
    private static final int MAX_BLOCK_MS = 1_000;

    /** How far a gateway looks back when it starts, so that a restart does not hide what goes wrong. */
    private static final Duration DEAD_LETTERS_BEFORE_START = Duration.ofHours(1);

    private static final Duration TOTALS_PERIOD = Duration.ofSeconds(10);

    @Bean
    VerdictMeters verdictMeters(MeterRegistry registry, GatewayProperties properties) {
        return new VerdictMeters(registry, properties.primaryTier());
    }

    /** Gives up before whoever waits for a verdict does, so that he hears why. */
    @Bean(destroyMethod = "close")
    KafkaTrafficSink trafficSink(KafkaAccess kafka, ApiProperties properties) {
        int patience = Math.toIntExact(properties.analyze().timeout().toMillis() * 3 / 4);
        Map<String, Object> config = kafka.producerConfig("gateway-analyze");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.min(patience, MAX_BLOCK_MS));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        return new KafkaTrafficSink(new BoundedProducer<>(config), kafka.topic(Topics.TRAFFIC));
    }

    @Bean
    Analyses analyses(TrafficSink traffic, AwaitedVerdicts awaited, ThinkingFrames frames, ApiProperties properties) {
        ApiProperties.Analyze analyze = properties.analyze();
        return new Analyses(traffic, awaited, frames, analyze.timeout(), analyze.maxWaiting());
    }

    @Bean
    AnalysisController analysisController(
            Analyses analyses,
            TierBoard tiers,
            GatewayProperties gateway,
            ApiProperties properties,
            RedactionProperties redaction,
            InstantSource clock) {
        ApiProperties.Analyze analyze = properties.analyze();
        return new AnalysisController(
                new AnalyzeRequestReader(clock),
                analyses,
                tiers,
                gateway.primaryTier(),
                Math.toIntExact(analyze.maxBodySize().toBytes()),
                Bounds.withBody(analyze.maxCapturedBody()),
                redaction.redactor(List.of()));
    }

    @Bean
    EventController eventController(KafkaAccess kafka, ApiProperties properties) {
        ApiProperties.Events events = properties.events();
        KafkaEventLog log = new KafkaEventLog(
                kafka,
                kafka.topic(Topics.TRAFFIC),
                kafka.topic(Topics.VERDICTS),
                events.maxRecords(),
                events.timeout());
        return new EventController(new EventLookups(log, events.maxConcurrent()));
    }

    @Bean
    DeadLetters deadLetters(InstantSource clock) {
        return new DeadLetters(clock.instant().minus(DEAD_LETTERS_BEFORE_START));
    }

    @Bean
    TopicReader deadLetterReader(KafkaAccess kafka, DeadLetters letters, GatewayMeters meters) {
        String topic = kafka.topic(Topics.DEAD_LETTERS);
        return new TopicReader(kafka, topic, letters.since(), new DeadLetterReceiver(letters), meters);
    }

    @Bean
    DeadLetterController deadLetterController(DeadLetters letters) {
        return new DeadLetterController(letters);
    }

    @Bean
    Overview overview(
            GatewayProperties properties, WindowHistory windows, VerdictHistory verdicts, InstantSource clock) {
        return new Overview(properties.primaryTier(), windows, verdicts, clock);
    }

    @Bean(destroyMethod = "close")
    Ticker totalMetersTicker(Overview overview, MeterRegistry registry) {
        TotalMeters meters = new TotalMeters(overview, registry);
        return new Ticker("gateway-totals", TOTALS_PERIOD, meters::refresh);
    }

    @Bean
    StatusController statusController(
            Overview overview,
            IncidentList incidents,
            TierBoard tiers,
            GatewayMeters meters,
            HealthEndpoint health,
            InstantSource clock) {
        return new StatusController(overview, incidents, tiers, meters::sessions, health, clock);
    }

    @Bean
    PrometheusController prometheusController(PrometheusMeterRegistry registry) {
        return new PrometheusController(registry);
    }

    @Bean
    DocsController docsController() {
        return new DocsController();
    }

    @Bean
    AbsentController absentController() {
        return new AbsentController();
    }

    /**
     * @throws OpenWithoutTokenException if it is empty although others than this machine can call
     */
    @Bean
    AccessToken accessToken(ApiProperties properties, ServerProperties server) {
        AccessToken token = new AccessToken(properties.token());
        if (!token.isSet() && !properties.open() && !isLoopback(server.getAddress())) {
            throw new OpenWithoutTokenException(
                    "kongguard.gateway.bind-address", "kongguard.gateway.token", "KONGGUARD_GATEWAY_TOKEN");
        }
        return token;
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(ApiProperties properties, ServerProperties server) {
        List<String> others = properties.allowedHosts();
        FilterRegistrationBean<HostFilter> filter =
                inOrder(new HostFilter(others, "kongguard.gateway.allowed-hosts"), 1);
        filter.setEnabled(!others.isEmpty() || isLoopback(server.getAddress()));
        return filter;
    }

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(GatewayProperties properties) {
        return inOrder(PageOrigins.filter(properties.allowedOrigins()), 2);
    }

    @Bean
    FilterRegistrationBean<CallLimitFilter> callLimitFilter(ApiProperties properties) {
        ApiProperties.Limits limits = properties.limits();
        CallLimits commands = new CallLimits(limits.commandsPerMinute(), Duration.ofMinutes(1));
        CallLimits analyses = new CallLimits(limits.analysesPerSecond(), Duration.ofSeconds(1));
        return inOrder(new CallLimitFilter(commands, analyses), 3);
    }

    @Bean
    FilterRegistrationBean<TokenFilter> tokenFilter(AccessToken token, ApiProperties properties) {
        boolean reads = properties.protectReads();
        FilterRegistrationBean<TokenFilter> filter =
                inOrder(new TokenFilter(token, "gateway", call -> reads || Calls.change(call)), 4);
        filter.setEnabled(token.isSet());
        return filter;
    }

    /** After the one that puts headers on every response. */
    private static <F extends Filter> FilterRegistrationBean<F> inOrder(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + order);
        return registration;
    }

    /** No address means all of them. */
    private static boolean isLoopback(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }
}
