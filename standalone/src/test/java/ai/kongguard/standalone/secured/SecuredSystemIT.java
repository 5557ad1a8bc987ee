package ai.kongguard.standalone.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.analyzer.AnalyzerConfiguration;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.GatewayConfiguration;
import ai.kongguard.ingest.IngestConfiguration;
import ai.kongguard.metrics.MetricsConfiguration;
import ai.kongguard.standalone.cli.Commands;
import ai.kongguard.testkit.TestTopics;
import ai.kongguard.testkit.llm.ModelServer;
import ai.kongguard.testkit.llm.OpenAiApi;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole path, each service as a user of its own who may do what the list says and no more. */
class SecuredSystemIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "sk-test-0123456789";

    /** As long as the model of this release is undecided about it, it is reviewed. */
    private static final String UNDECIDED = "/search?q=%27--";

    @TempDir
    Path folder;

    private SecuredBroker broker;
    private SecuredServices services;
    private ConfigurableApplicationContext gateway;
    private ConfigurableApplicationContext local;
    private ConfigurableApplicationContext ingest;

    @BeforeEach
    void start() throws Exception {
        services = new SecuredServices(folder);
        broker = services.with(SecuredBroker.start(folder, "ingest-service"));
        ModelServer model = services.with(
                new ModelServer(
                        new OpenAiApi(KEY),
                        "{\"score\":0.95,\"threat_type\":\"sql_injection\",\"confidence\":0.8,\"reasoning\":\"A comment ends it.\"}"));
        gateway = services.start(GatewayConfiguration.class, "gateway", broker.password("ws-gateway"));
        services.start(MetricsConfiguration.class, "metrics", broker.password("metrics-streams"));
        local = analyzer("local", "first");
        analyzer(
                "cloud",
                "first",
                "--kongguard.llm.openai.api-key=" + KEY,
                "--kongguard.llm.openai.base-url=" + model.baseUrl());
        ingest = services.start(IngestConfiguration.class, "ingest", broker.password("ingest-service"));
    }

    @AfterEach
    void stop() throws Exception {
        services.close();
    }

    @Test
    void everyServiceDoesItsWorkWithTheRightsOfTheList() throws Exception {
        // Ingest to verdicts of both tiers, and a review over the share group.
        ingest("e1", UNDECIDED);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(verdicts())
                .containsExactlyInAnyOrder("e1 local 0", "e1 cloud 0", "e1 cloud 1"));

        // A button at the gateway reaches ingest, and the windows of its run the gateway.
        String run = post("/api/attack/flood", "{\"rate\":40,\"strategy\":\"blended\",\"duration\":5,\"seed\":42}")
                .get("run_id")
                .asString();
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode tiers = get("/api/attack/flood/results/" + run).at("/results_summary/tier_performance");
            assertThat(tiers.at("/local/total_requests").asInt()).isEqualTo(200);
            assertThat(tiers.at("/cloud/total_requests").asInt()).isEqualTo(200);
        });

        // The gateway's own writes: requests to judge, as those of /analyze, and an operator's word.
        assertThat(post("/simulate-attacks", "")
                        .at("/simulations/2/result/threat_score")
                        .isNumber())
                .isTrue();
        post("/feedback?threat_id=e1&false_positive=true", "");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(topics().count(Topics.FEEDBACK)).isEqualTo(1);
            JsonNode metrics = get("/api/metrics");
            assertThat(metrics.toString()).contains("\"local\"", "\"cloud\"", "\"unprotected\"");
        });
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(topics().count(Topics.INCIDENTS))
                .isPositive());

        // A recording over HTTP reads what ingest otherwise writes; one of the command line is its own user's.
        post("/api/recordings", "{\"name\":\"all\",\"verdicts\":true}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        get("/api/recordings").at("/recordings/0/records").asInt())
                .isGreaterThan(120));
        Path file = folder.resolve("tools.kgr");
        assertThat(command("record", "--verdicts", "--out", file.toString())).isZero();
        assertThat(command("replay", file.toString(), "--speed", "max")).isZero();

        // What another instance does when one is gone.
        services.stop(local);
        ingest("e2", "/users?id=2");
        local = analyzer("local", "second");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(verdicts()).contains("e2 local 0"));
        assertThat(get(gateway, "/actuator/health").get("status").asString()).isEqualTo("UP");
    }

    @Test
    void aCertificateNamesAUserAsAPasswordDoes() throws Exception {
        services.stop(ingest);
        ingest = services.start(IngestConfiguration.class, "ingest", broker.certificate("ingest-service"));
        ingest("c1", "/users?id=1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(verdicts()).contains("c1 local 0"));
    }

    private ConfigurableApplicationContext analyzer(String tier, String instance, String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--kongguard.analyzer.tier=" + tier);
        args.add("--kongguard.analyzer.instance-id=" + instance);
        return services.start(
                AnalyzerConfiguration.class,
                "analyzer",
                broker.password("analyzer-" + tier),
                args.toArray(String[]::new));
    }

    private int command(String name, String... more) {
        List<String> args = new ArrayList<>(List.of(name));
        args.addAll(List.of(more));
        args.addAll(List.of("--topic-prefix", SecuredBroker.PREFIX));
        for (Map.Entry<String, String> setting : broker.password("tools").entrySet()) {
            if (setting.getKey().equals("bootstrap.servers")) {
                args.addAll(List.of("--bootstrap-servers", setting.getValue()));
            } else {
                args.addAll(List.of("--kafka", setting.getKey() + "=" + setting.getValue()));
            }
        }
        return Commands.run(args.toArray(String[]::new));
    }

    /** Of single requests, as event, tier and revision. */
    private List<String> verdicts() {
        return topics().readAll(Topics.VERDICTS).stream()
                .map(record -> RecordCodec.VERDICT.decode(record.value()))
                .filter(verdict -> verdict.eventId().length() == 2)
                .map(SecuredSystemIT::named)
                .toList();
    }

    private static String named(Verdict verdict) {
        return verdict.eventId() + " " + verdict.tier() + " " + verdict.revision();
    }

    private TestTopics topics() {
        Map<String, String> settings = broker.operatorSettings();
        return new TestTopics(String.valueOf(settings.get("bootstrap.servers")), SecuredBroker.PREFIX, settings);
    }

    private void ingest(String id, String uri) throws Exception {
        String entry = "{\"request\":{\"id\":\"%s\",\"method\":\"GET\",\"uri\":\"%s\"},\"client_ip\":\"203.0.113.7\"}"
                .formatted(id, uri);
        call(HttpRequest.newBuilder(SecuredServices.http(ingest, "/ingest/kong"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(entry)));
    }

    private JsonNode post(String path, String body) throws Exception {
        return call(HttpRequest.newBuilder(SecuredServices.http(gateway, path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode get(String path) throws Exception {
        return get(gateway, path);
    }

    private static JsonNode get(ConfigurableApplicationContext service, String path) throws Exception {
        return call(HttpRequest.newBuilder(SecuredServices.http(service, path)));
    }

    private static JsonNode call(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
