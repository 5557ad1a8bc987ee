package ai.kongguard.standalone;

import ai.kongguard.analyzer.AnalyzerConfiguration;
import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.gateway.GatewayConfiguration;
import ai.kongguard.gateway.GatewayProperties;
import ai.kongguard.ingest.IngestConfiguration;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.llm.ConfiguredReviewer;
import ai.kongguard.metrics.MetricsConfiguration;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * A running system. The services know nothing of each other: each has its own context, configuration file and port,
 * and what they share is the broker.
 */
public final class Standalone implements AutoCloseable {

    static final String BOOTSTRAP_SERVERS = "kongguard.kafka.bootstrap-servers";

    private final long startedNanos = System.nanoTime();
    private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();
    private final @Nullable EmbeddedBroker broker;
    private final ConfigurableApplicationContext ingest;
    private final ConfigurableApplicationContext analyzer;
    private final @Nullable ConfigurableApplicationContext cloudAnalyzer;
    private final @Nullable AbsentCloudTier absentCloud;
    private final ConfigurableApplicationContext gateway;
    private final Duration startTime;

    private Standalone(String... args) {
        try {
            ConfigurableApplicationContext root =
                    start(StandaloneConfiguration.class, "standalone", WebApplicationType.NONE, args);
            broker = root.getBeanProvider(EmbeddedBroker.class).getIfAvailable();
            String[] serviceArgs = withBroker(args, broker);
            ReviewedTiers tiers = ReviewedTiers.of(root.getEnvironment());
            // Against the stream, so that whoever is started finds its readers waiting.
            gateway = start(GatewayConfiguration.class, "gateway,standalone", WebApplicationType.SERVLET, serviceArgs);
            start(
                    MetricsConfiguration.class,
                    "metrics,standalone",
                    WebApplicationType.NONE,
                    tiers.ofMetrics(serviceArgs));
            analyzer = startAnalyzer(tiers.ofLocal(serviceArgs));
            cloudAnalyzer = tiers.hasCloud() ? startAnalyzer(tiers.ofCloud(serviceArgs)) : null;
            absentCloud = tiers.hasCloud() ? null : absentCloud(analyzer);
            ingest = start(IngestConfiguration.class, "ingest,standalone", WebApplicationType.SERVLET, serviceArgs);
            startTime = Duration.ofNanos(System.nanoTime() - startedNanos);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Starts the broker and the services in turn and returns when all are ready.
     *
     * @param args Spring's command line arguments, seen by every service
     * @throws RuntimeException if any of them cannot start; what had started is stopped again
     */
    public static Standalone start(String... args) {
        return new Standalone(args);
    }

    /** The ingest service's effective configuration. */
    public Environment ingest() {
        return ingest.getEnvironment();
    }

    /** The analyzer's effective configuration. */
    public Environment analyzer() {
        return analyzer.getEnvironment();
    }

    /** The effective configuration of the analyzer of the cloud tier; null when there is none. */
    public @Nullable Environment cloudAnalyzer() {
        return cloudAnalyzer == null ? null : cloudAnalyzer.getEnvironment();
    }

    /** Who reviews what the local tier is unsure about, or why nobody does. */
    public String localReviewer() {
        return analyzer.getBean(ConfiguredReviewer.class).says();
    }

    /** Who reviews what the cloud tier is unsure about, or why there is no such tier. */
    public String cloudReviewer() {
        return cloudAnalyzer == null
                ? ReviewedTiers.NOT_CONFIGURED
                : cloudAnalyzer.getBean(ConfiguredReviewer.class).says();
    }

    /** The gateway's effective configuration. */
    public Environment gateway() {
        return gateway.getEnvironment();
    }

    /** Where the gateway also serves the dashboard; 0 for nowhere. */
    public int dashboardPort() {
        return gateway.getBean(GatewayProperties.class).dashboardPort();
    }

    /** Whether the broker is ours. */
    public boolean hasEmbeddedBroker() {
        return broker != null;
    }

    /** From the first line of configuration to the last service being ready. */
    public Duration startTime() {
        return startTime;
    }

    /** Stops along the stream, so that what was accepted is judged and counted, and the broker last. */
    @Override
    public void close() {
        if (absentCloud != null) {
            absentCloud.close();
        }
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    private ConfigurableApplicationContext startAnalyzer(String... args) {
        return start(AnalyzerConfiguration.class, "analyzer,standalone", WebApplicationType.SERVLET, args);
    }

    private static AbsentCloudTier absentCloud(ConfigurableApplicationContext local) {
        String instance = local.getEnvironment().getRequiredProperty("kongguard.analyzer.instance-id");
        return new AbsentCloudTier(local.getBean(KafkaAccess.class), instance);
    }

    private ConfigurableApplicationContext start(
            Class<?> configuration, String configNames, WebApplicationType type, String... args) {
        Environment[] environment = {new StandardEnvironment()};
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(configuration)
                    .properties("spring.config.name=" + configNames)
                    .web(type)
                    .registerShutdownHook(false)
                    .logStartupInfo(false)
                    .listeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                            event -> environment[0] = event.getEnvironment())
                    .run(args);
            running.push(context);
            return context;
        } catch (RuntimeException e) {
            throw portTaken(e, environment[0]);
        }
    }

    /** The same failure, told in a way that names the property when a taken port is behind it. */
    private static RuntimeException portTaken(RuntimeException failure, Environment service) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return PortTakenException.of(taken, service);
            }
            if (cause instanceof ai.kongguard.broker.PortInUseException taken) {
                return PortTakenException.of(taken);
            }
        }
        return failure;
    }

    private static String[] withBroker(String[] args, @Nullable EmbeddedBroker broker) {
        if (broker == null) {
            return args;
        }
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--" + BOOTSTRAP_SERVERS + "=" + broker.bootstrapServers());
        return all.toArray(String[]::new);
    }
}
