package ai.kongguard.gateway;

import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.http.DashboardConfigurer;
import ai.kongguard.gateway.http.DashboardConnector;
import ai.kongguard.gateway.http.ErrorsController;
import ai.kongguard.gateway.http.FeedbackController;
import ai.kongguard.gateway.http.MetricsController;
import ai.kongguard.gateway.http.RootController;
import ai.kongguard.gateway.http.SecurityHeadersFilter;
import ai.kongguard.gateway.kafka.HistoryReceiver;
import ai.kongguard.gateway.kafka.IncidentReceiver;
import ai.kongguard.gateway.kafka.KafkaFeedbackSink;
import ai.kongguard.gateway.kafka.ReadersHealthIndicator;
import ai.kongguard.gateway.kafka.TopicReader;
import ai.kongguard.gateway.kafka.VerdictReceiver;
import ai.kongguard.gateway.kafka.WindowReceiver;
import ai.kongguard.gateway.simulation.AwaitedVerdicts;
import ai.kongguard.gateway.simulation.RunWindows;
import ai.kongguard.gateway.stream.Arrival;
import ai.kongguard.gateway.stream.StreamHub;
import ai.kongguard.gateway.tiers.TierBoard;
import ai.kongguard.gateway.ws.ClientLimits;
import ai.kongguard.gateway.ws.FanOutLifecycle;
import ai.kongguard.gateway.ws.FeedEndpoint;
import ai.kongguard.gateway.ws.OpenSockets;
import ai.kongguard.gateway.ws.SocketConfigurer;
import ai.kongguard.gateway.ws.SocketUpgrade;
import ai.kongguard.gateway.ws.StreamEndpoint;
import ai.kongguard.kafka.BoundedProducer;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.kafka.KafkaAccessConfiguration;
import ai.kongguard.kafka.TopicProvisioner;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.socket.config.annotation.EnableWebSocket;

/** Every bean of a gateway. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableWebSocket
@EnableConfigurationProperties(GatewayProperties.class)
@Import({
    KafkaAccessConfiguration.class,
    SimulationConfiguration.class,
    StreamConfiguration.class,
    ApiConfiguration.class,
    TierConfiguration.class
})
public class GatewayConfiguration {

    /** Offsets before the end of each partition: enough verdicts for the history although each commit takes one too. */
    private static final long VERDICT_TAIL = 500;

    /** The same for windows: a minute of them and, as a rule, the total. */
    private static final long WINDOW_TAIL = 2_000;

    /** Incidents that can be asked for. */
    private static final int INCIDENTS = 1_000;

    /** Offsets that hold at least those, although an incident is written again as it grows. */
    private static final long INCIDENT_TAIL = 50_000;

    private static final Duration FEEDBACK_PATIENCE = Duration.ofSeconds(8);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    TopicProvisioner topicProvisioner(KafkaAccess kafka) {
        return new TopicProvisioner(
                kafka,
                List.of(
                        Topics.VERDICTS,
                        Topics.WINDOWS,
                        Topics.INCIDENTS,
                        Topics.TRAFFIC,
                        Topics.COMMANDS,
                        Topics.RUNS,
                        Topics.RECORDINGS,
                        Topics.DEAD_LETTERS,
                        Topics.REVIEWS,
                        Topics.TIERS),
                List.of(Topics.FEEDBACK, Topics.TRAFFIC, Topics.COMMANDS));
    }

    @Bean
    GatewayMeters gatewayMeters(MeterRegistry registry) {
        return new GatewayMeters(registry);
    }

    @Bean
    FeedQueue<Verdict> verdictFeed(GatewayProperties properties) {
        return new FeedQueue<>(properties.feed().capacity());
    }

    @Bean
    VerdictHistory verdictHistory(GatewayProperties properties) {
        return new VerdictHistory(properties.primaryTier(), properties.history());
    }

    @Bean
    TileBoard tileBoard(GatewayProperties properties, InstantSource clock) {
        return new TileBoard(properties.primaryTier(), clock);
    }

    /** Sends do not block, so there are as many as can run. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService senders() {
        return Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), task -> new Thread(task, "gateway-sender"));
    }

    /** Closes sockets, some after a while in which their clients may answer. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService closers() {
        return Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "gateway-closer"));
    }

    @Bean
    Reconnection reconnection(GatewayProperties properties) {
        return new Reconnection(properties.reconnectWithin(), new SecureRandom());
    }

    @Bean
    FanOut fanOut(
            FeedQueue<Verdict> feed,
            VerdictHistory history,
            TileBoard board,
            GatewayProperties properties,
            ExecutorService senders,
            InstantSource clock,
            GatewayMeters meters,
            Reconnection reconnection,
            List<SideFrames> side) {
        FanOut.Limits limits = new FanOut.Limits(
                properties.feed().maxEventsPerSecond(),
                properties.maxSessions(),
                properties.outbox().maxSize().toBytes(),
                properties.outbox().stallTimeout(),
                reconnection);
        return new FanOut(feed, history, board, limits, senders, clock, System::nanoTime, meters, SideFrames.of(side));
    }

    @Bean
    TopicReader windowReader(KafkaAccess kafka, TileBoard board, GatewayMeters meters) {
        return new TopicReader(
                kafka, kafka.topic(Topics.WINDOWS), WINDOW_TAIL, new WindowReceiver(board, meters), meters);
    }

    @Bean
    TopicReader verdictReader(
            KafkaAccess kafka,
            VerdictHistory history,
            FeedQueue<Verdict> feed,
            FeedQueue<Arrival> stream,
            AwaitedVerdicts awaited,
            VerdictMeters verdictMeters,
            GatewayMeters meters) {
        Consumer<Verdict> arrivals = verdictMeters::judged;
        VerdictReceiver receiver =
                new VerdictReceiver(history, feed, stream, arrivals.andThen(awaited::judged), meters);
        return new TopicReader(kafka, kafka.topic(Topics.VERDICTS), VERDICT_TAIL, receiver, meters);
    }

    @Bean
    WindowHistory windowHistory(InstantSource clock) {
        return new WindowHistory(clock);
    }

    @Bean
    IncidentList incidentList() {
        return new IncidentList(INCIDENTS);
    }

    /** Reads the whole topic, and so is not the one that the tiles wait for. */
    @Bean
    TopicReader historyReader(KafkaAccess kafka, WindowHistory history, RunWindows runs, GatewayMeters meters) {
        String topic = kafka.topic(Topics.WINDOWS);
        HistoryReceiver receiver = new HistoryReceiver(history, runs);
        return new TopicReader(kafka, topic, topic + "-history", Long.MAX_VALUE, receiver, meters);
    }

    @Bean
    TopicReader incidentReader(KafkaAccess kafka, IncidentList incidents, GatewayMeters meters) {
        return new TopicReader(
                kafka, kafka.topic(Topics.INCIDENTS), INCIDENT_TAIL, new IncidentReceiver(incidents, meters), meters);
    }

    @Bean
    KafkaFeedbackSink feedbackSink(KafkaAccess kafka) {
        Map<String, Object> config = kafka.producerConfig("gateway-feedback");
        // The wait for metadata comes before the one for the acknowledgement.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.toIntExact(FEEDBACK_PATIENCE.toMillis()) / 2);
        return new KafkaFeedbackSink(
                new BoundedProducer<>(config), kafka.topic(Topics.FEEDBACK), FEEDBACK_PATIENCE.dividedBy(2));
    }

    @Bean
    FeedbackController feedbackController(KafkaFeedbackSink sink, InstantSource clock) {
        return new FeedbackController(sink, clock);
    }

    @Bean
    MetricsController metricsController(
            WindowHistory history, RunWindows runs, IncidentList incidents, InstantSource clock) {
        return new MetricsController(history, runs, incidents, clock);
    }

    @Bean
    ReadersHealthIndicator readersHealthIndicator(List<TopicReader> readers) {
        return new ReadersHealthIndicator(readers);
    }

    @Bean
    OpenSockets openSockets() {
        return new OpenSockets(System::nanoTime);
    }

    /** A send may be under way longer than a session may be stalled: a client that reads on hears the close code. */
    @Bean
    SocketUpgrade.Shared sharedBySockets(
            OpenSockets sockets, GatewayProperties properties, ScheduledExecutorService closers, GatewayMeters meters) {
        GatewayProperties.Client client = properties.client();
        ClientLimits limits = new ClientLimits(
                client.maxPerAddress(),
                Math.toIntExact(client.maxMessageSize().toBytes()),
                client.maxFramesPerSecond(),
                client.pingInterval(),
                client.silenceTimeout());
        Duration sendTimeout = properties.outbox().stallTimeout().multipliedBy(2);
        return SocketUpgrade.Shared.of(sockets, limits, sendTimeout, closers, System::nanoTime, meters);
    }

    @Bean
    FeedEndpoint feedEndpoint(FanOut fanOut) {
        return new FeedEndpoint(fanOut);
    }

    @Bean
    SocketConfigurer socketConfigurer(
            SocketUpgrade.Shared shared, FeedEndpoint feed, StreamEndpoint stream, GatewayProperties properties) {
        return new SocketConfigurer(shared, Map.of("/ws", feed, "/stream", stream), properties.allowedOrigins());
    }

    @Bean
    FanOutLifecycle fanOutLifecycle(FanOut fanOut, StreamHub hub, GatewayProperties properties, OpenSockets sockets) {
        return new FanOutLifecycle(fanOut, hub, properties.tick(), sockets);
    }

    @Bean
    RootController rootController(TierBoard tiers) {
        return new RootController(tiers::provider);
    }

    @Bean
    ErrorsController errorsController() {
        return new ErrorsController();
    }

    @Bean
    DashboardConfigurer dashboardConfigurer() {
        return new DashboardConfigurer();
    }

    @Bean
    DashboardConnector dashboardConnector(
            ServletWebServerApplicationContext context, ServerProperties server, GatewayProperties properties) {
        return new DashboardConnector(
                context::getWebServer, server.getAddress(), properties.dashboardPort(), server.getCompression());
    }

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> securityHeaders() {
        FilterRegistrationBean<SecurityHeadersFilter> filter =
                new FilterRegistrationBean<>(new SecurityHeadersFilter(DashboardConfigurer.PAGE));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }
}
