package ai.kongguard.standalone.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.analyzer.AnalyzerConfiguration;
import ai.kongguard.gateway.GatewayConfiguration;
import ai.kongguard.ingest.IngestConfiguration;
import ai.kongguard.metrics.MetricsConfiguration;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.llm.ModelServer;
import ai.kongguard.testkit.llm.OpenAiApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The services as in containers, each with a port of its own to be scraped at, on a broker and with a model that answers.
 * In standalone, metrics-streams has no port.
 */
final class ObservedSystem implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String KEY = "sk-test-0123456789";
    private static final String OPINION =
            "{\"score\":0.95,\"threat_type\":\"sql_injection\",\"confidence\":0.8,\"reasoning\":\"A comment ends it.\"}";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();
    private final String bootstrapServers;
    private final ConfigurableApplicationContext gateway;
    private final ConfigurableApplicationContext ingest;

    ObservedSystem(Path folder) {
        TestBroker broker = TestBroker.start();
        running.push(broker);
        bootstrapServers = broker.bootstrapServers();
        ModelServer model = new ModelServer(new OpenAiApi(KEY), OPINION);
        running.push(model);
        gateway = start(GatewayConfiguration.class, "gateway", "--kongguard.gateway.dashboard-port=0");
        start(MetricsConfiguration.class, "metrics", "--kongguard.metrics.state-dir=" + folder.resolve("streams"));
        start(AnalyzerConfiguration.class, "analyzer");
        start(
                AnalyzerConfiguration.class,
                "analyzer",
                "--kongguard.analyzer.tier=cloud",
                "--kongguard.llm.openai.api-key=" + KEY,
                "--kongguard.llm.openai.base-url=" + model.baseUrl());
        ingest = start(
                IngestConfiguration.class,
                "ingest",
                "--kongguard.ingest.recordings.folder=" + folder.resolve("recordings"));
    }

    /** What a gateway sends: one entry of which the local model is unsure, and one that is no event. */
    void ingest() throws Exception {
        post(
                ingest,
                "/ingest/kong",
                "[{\"request\":{\"id\":\"u1\",\"method\":\"GET\",\"uri\":\"/search?q=%27--\"},\"client_ip\":\"203.0.113.7\"},"
                        + "{\"request\":{\"id\":\"broken\",\"method\":tru,\"uri\":\"/\"}}]");
    }

    /** A flood of so many seconds, which begins soon. */
    void flood(int seconds) throws Exception {
        post(
                gateway,
                "/api/attack/flood",
                "{\"rate\":40,\"strategy\":\"blended\",\"duration\":" + seconds + ",\"seed\":42}");
    }

    /** What all services expose now. */
    Exposition scrape() throws Exception {
        Exposition exposition = new Exposition();
        for (ConfigurableApplicationContext service : services) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri(service, "/actuator/prometheus")).build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            exposition.add(response.body());
        }
        return exposition;
    }

    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    private ConfigurableApplicationContext start(Class<?> configuration, String file, String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--server.port=0");
        args.add("--kongguard.kafka.bootstrap-servers=" + bootstrapServers);
        args.add("--logging.level.root=WARN");
        ConfigurableApplicationContext service = new SpringApplicationBuilder(configuration)
                .properties("spring.config.name=" + file)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .run(args.toArray(String[]::new));
        running.push(service);
        services.add(service);
        return service;
    }

    private static void post(ConfigurableApplicationContext service, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(service, path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static URI uri(ConfigurableApplicationContext service, String path) {
        return URI.create(
                "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port") + path);
    }
}
