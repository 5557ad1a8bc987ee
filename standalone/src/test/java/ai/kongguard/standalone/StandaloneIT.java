package ai.kongguard.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestTopics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole path once: a Kong batch over HTTP, its verdicts on a WebSocket, and every count the same. */
class StandaloneIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final int brokerPort = EmbeddedBroker.freePort("127.0.0.1");

    @Test
    void showsABatchWithOneMalformedElementAndKeepsItsCountsOverARestart() throws Exception {
        try (Standalone system = start()) {
            try (FeedClient feed = FeedClient.connect(gateway(system))) {
                JsonNode greeting = feed.awaitFrame("connection", PATIENCE);
                assertThat(greeting.at("/metrics/total_requests").asLong()).isZero();

                JsonNode answer = ingest(
                        system,
                        """
                        [{"request":{"id":"a1","method":"GET","uri":"/users?id=1%27%20OR%20%271%27=%271"},"client_ip":"203.0.113.7"},
                         {"request":{"id":"a2","method":"GET","uri":"/users?id=2"},"client_ip":"203.0.113.8"},
                         {"request":{"id":"broken","method":tru,"uri":"/"}},
                         {"request":{"id":"a3","method":"GET","uri":"/files?name=..%2f..%2f..%2fetc%2fpasswd"},"client_ip":"203.0.113.9"}]
                        """);
                assertThat(answer.get("accepted").asInt()).isEqualTo(3);
                assertThat(answer.get("rejected").asInt()).isEqualTo(1);

                assertThat(feed.awaitVerdict("a1", PATIENCE).at("/event/action").asString())
                        .isEqualTo("block");
                assertThat(feed.awaitVerdict("a2", PATIENCE).at("/event/action").asString())
                        .isEqualTo("allow");
                assertThat(feed.awaitVerdict("a3", PATIENCE)
                                .at("/data/threat_type")
                                .asString())
                        .isEqualTo("path_traversal");
            }
            assertCounts(system, 3, 2);
            assertThat(status(system.gateway(), "/dashboard")).isEqualTo(200);
            assertThat(status(system.ingest(), "/dashboard/index.html")).isEqualTo(404);
            assertThat(status(system.analyzer(), "/dashboard/index.html")).isEqualTo(404);
        }
        try (Standalone system = start()) {
            assertCounts(system, 3, 2);
            ingest(
                    system,
                    "{\"request\":{\"id\":\"a4\",\"method\":\"GET\",\"uri\":\"/\"},\"client_ip\":\"203.0.113.7\"}");
            assertCounts(system, 4, 2);
            assertThat(topics(system).count(Topics.DEAD_LETTERS)).isEqualTo(1);
        }
    }

    @Test
    void attacksItselfAndTellsWhatEachTierCaught() throws Exception {
        try (Standalone system = start();
                FeedClient feed = FeedClient.connect(gateway(system))) {
            JsonNode quick = post(system, "/api/attack/quick", "{\"type\":\"sql\"}");
            feed.awaitVerdict(quick.get("event_id").asString(), PATIENCE);
            JsonNode simulations = post(system, "/simulate-attacks", "").get("simulations");
            assertThat(simulations).hasSize(3);
            assertThat(simulations.at("/2/attack").asString()).isEqualTo("Normal Request");
            assertThat(simulations.at("/0/result/threat_score").isNumber()).isTrue();

            String flood = "{\"rate\":40,\"strategy\":\"blended\",\"duration\":5,\"seed\":42}";
            String id = post(system, "/api/attack/flood", flood).get("run_id").asString();
            feed.awaitFrame("attack_flood_started", PATIENCE);
            feed.awaitFrame("attack_metric", PATIENCE);
            feed.awaitFrame("tier_statistics", PATIENCE);
            assertThat(feed.awaitFrame("attack_flood_completed", PATIENCE)
                            .get("total_attacks")
                            .asInt())
                    .isEqualTo(60);
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode tiers = get(system, "/api/attack/flood/results/" + id).at("/results_summary/tier_performance");
                assertThat(tiers.at("/local/total_requests").asInt()).isEqualTo(200);
                assertThat(tiers.at("/local/attacks").asInt()).isEqualTo(60);
                assertThat(tiers.at("/local/attacks_blocked").asInt()).isPositive();
                assertThat(tiers.at("/unprotected/attacks_blocked").asInt()).isZero();
                assertThat(tiers.at("/unprotected/attacks").asInt()).isEqualTo(60);
            });
            assertThat(topics(system).count(Topics.TRAFFIC)).isEqualTo(204);
        }
    }

    @Test
    void usesAnotherClusterWhenOneIsNamed() {
        int port = EmbeddedBroker.freePort("127.0.0.1");
        try (EmbeddedBroker cluster = EmbeddedBroker.start("127.0.0.1", port, folder.resolve("other"), Map.of());
                Standalone system = start("--kongguard.kafka.bootstrap-servers=" + cluster.bootstrapServers())) {
            assertThat(system.hasEmbeddedBroker()).isFalse();
            assertThat(new TestTopics(cluster.bootstrapServers(), "").count(Topics.TRAFFIC))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kongguard.broker.port", "kongguard.gateway.port", "kongguard.gateway.dashboard-port"})
    void namesThePortThatIsTakenAndItsProperty(String property) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThatThrownBy(() -> start(
                            "--server.port=" + (property.equals("kongguard.gateway.port") ? port : "0"),
                            "--" + property + "=" + port))
                    .satisfies(failure -> assertThat(StartFailure.explain(failure))
                            .isEqualTo("Port " + port + " is already in use: stop the other process, or start with --"
                                    + property + "=PORT."));
        }
    }

    @Test
    void namesThePropertyThatIsOutOfRange() {
        assertThatThrownBy(() -> start("--kongguard.analyzer.policy.block=7"))
                .satisfies(failure ->
                        assertThat(StartFailure.explain(failure)).contains("kongguard.analyzer.policy.block"));
    }

    /** Tiles, windows of every size, verdicts and traffic agree. */
    private void assertCounts(Standalone system, int total, int blocked) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            TestTopics topics = topics(system);
            assertThat(topics.count(Topics.TRAFFIC)).isEqualTo(total);
            assertThat(topics.count(Topics.VERDICTS)).isEqualTo(total);
            Map<String, MetricsWindow> windows = new HashMap<>();
            topics.readAll(Topics.WINDOWS)
                    .forEach(r -> windows.put(r.key(), RecordCodec.METRICS_WINDOW.decode(r.value())));
            for (long size : new long[] {MetricsWindow.TOTAL, 1_000, 10_000, 60_000}) {
                assertThat(windows.values().stream()
                                .filter(w -> w.sizeMs() == size && w.tier().equals("local"))
                                .mapToLong(MetricsWindow::requests)
                                .sum())
                        .as("requests in windows of %d ms", size)
                        .isEqualTo(total);
            }
            try (FeedClient feed = FeedClient.connect(gateway(system))) {
                JsonNode tiles = feed.awaitFrame("connection", PATIENCE).get("metrics");
                assertThat(tiles.get("total_requests").asInt()).isEqualTo(total);
                assertThat(tiles.get("threats_blocked").asInt()).isEqualTo(blocked);
                assertThat(tiles.get("threats_allowed").asInt()).isEqualTo(total - blocked);
                assertThat(tiles.get("ai_accuracy").isNull()).isTrue();
            }
        });
    }

    private Standalone start(String... more) {
        String[] own = {
            "--kongguard.demo=false",
            "--kongguard.broker.port=" + brokerPort,
            "--kongguard.broker.data-folder=" + folder.resolve("broker"),
            "--kongguard.metrics.state-dir=" + folder.resolve("streams"),
            "--logging.file.name=" + folder.resolve("test.log"),
            "--kongguard.gateway.dashboard-port=0",
            "--server.port=0",
        };
        // Spring would join values that are given twice.
        Map<String, String> args = new LinkedHashMap<>();
        Stream.of(own, more).flatMap(Arrays::stream).forEach(arg -> args.put(arg.substring(0, arg.indexOf('=')), arg));
        return Standalone.start(args.values().toArray(String[]::new));
    }

    private static TestTopics topics(Standalone system) {
        return new TestTopics(system.ingest().getRequiredProperty(Standalone.BOOTSTRAP_SERVERS), "");
    }

    private static URI gateway(Standalone system) {
        return URI.create("ws://127.0.0.1:" + system.gateway().getRequiredProperty("local.server.port") + "/ws");
    }

    private static int status(Environment service, String path) throws Exception {
        String port = service.getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static JsonNode post(Standalone system, String path, String body) throws Exception {
        return call(HttpRequest.newBuilder(http(system, path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode get(Standalone system, String path) throws Exception {
        return call(HttpRequest.newBuilder(http(system, path)));
    }

    private static JsonNode call(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static URI http(Standalone system, String path) {
        return URI.create("http://127.0.0.1:" + system.gateway().getRequiredProperty("local.server.port") + path);
    }

    private static JsonNode ingest(Standalone system, String body) throws Exception {
        String port = system.ingest().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ingest/kong"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
