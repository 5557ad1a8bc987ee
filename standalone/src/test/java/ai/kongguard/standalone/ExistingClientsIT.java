package ai.kongguard.standalone;

import static ai.kongguard.standalone.ExistingClient.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.analyzer.AnalyzerConfiguration;
import ai.kongguard.broker.EmbeddedBroker;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Each kind of client that exists speaks to the whole system, with an analyzer for each tier, as it always did. */
class ExistingClientsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** After which the Kong plugin lets a request pass. */
    private static final Duration PLUGIN_PATIENCE = Duration.ofMillis(500);

    private static final String NUMBERS =
            "\"requests_per_minute\":10,\"content_length\":0,\"query_param_count\":1,\"header_count\":1,\"hour_of_day\":12";

    @TempDir
    static Path folder;

    private static Standalone system;
    private static ConfigurableApplicationContext cloud;
    private static ExistingClient gateway;
    private static ExistingClient localTier;
    private static ExistingClient cloudTier;

    @BeforeAll
    static void start() {
        system = Standalone.start(
                "--kongguard.demo=false",
                "--kongguard.broker.port=" + EmbeddedBroker.freePort("127.0.0.1"),
                "--kongguard.broker.data-folder=" + folder.resolve("broker"),
                "--kongguard.metrics.state-dir=" + folder.resolve("streams"),
                "--logging.file.name=" + folder.resolve("test.log"),
                "--kongguard.gateway.dashboard-port=0",
                "--server.port=0");
        cloud = new SpringApplicationBuilder(AnalyzerConfiguration.class)
                .properties("spring.config.name=analyzer")
                .run(
                        "--server.port=0",
                        "--kongguard.analyzer.tier=cloud",
                        // Without a model to ask it would judge nothing, and what is tried here are shapes.
                        "--kongguard.analyzer.review.required=false",
                        "--kongguard.analyzer.instance-id=clients",
                        "--kongguard.kafka.compression=none",
                        "--kongguard.kafka.bootstrap-servers="
                                + system.ingest().getRequiredProperty(Standalone.BOOTSTRAP_SERVERS));
        gateway = ExistingClient.of(system.gateway());
        localTier = ExistingClient.of(system.analyzer());
        cloudTier = ExistingClient.of(cloud.getEnvironment());
    }

    @AfterAll
    static void stop() {
        cloud.close();
        system.close();
    }

    @Test
    void thePythonClientsAreGreetedAndHearOfWhatTheySend() throws Exception {
        assertThat(gateway.get("/").propertyNames())
                .containsExactlyInAnyOrder("service", "status", "version", "ai_provider", "websocket", "dashboard");
        try (FeedClient feed = FeedClient.connect(gateway.socket())) {
            JsonNode greeting = feed.awaitFrame("connection", PATIENCE);
            assertThat(feed.frames().get(0)).isEqualTo(greeting);
            assertThat(greeting.get("message").asString()).isEqualTo("Connected to Kong Guard AI Real-Time System");
            assertThat(greeting.get("metrics").propertyNames())
                    .contains("total_requests", "threats_blocked", "threats_allowed", "avg_latency", "current_rps")
                    .contains("ai_accuracy");
            assertThat(greeting.get("history").isArray()).isTrue();

            int detected = 0;
            for (String query : List.of(
                    "id=1' OR '1'='1",
                    "q=<script>alert(1)</script>",
                    "file=../../../../etc/passwd",
                    "host=8.8.8.8; cat /etc/passwd",
                    "user=*)(uid=*))(|(uid=*")) {
                JsonNode answer = gateway.post("/analyze", pythonBody("/api/users", query, "203.0.113.50"));
                assertThat(answer.get("processing_time").asDouble() * 1000).isBetween(0.0, 10_000.0);
                assertThat(answer.get("threat_score").isNumber()).isTrue();
                detected += answer.get("threat_score").asDouble() > 0.5 ? 1 : 0;
                JsonNode frame = feed.awaitVerdict(answer.get("event_id").asString(), PATIENCE);
                assertThat(frame.at("/data/threat_type").asString())
                        .isEqualTo(answer.get("threat_type").asString());
                assertThat(frame.at("/data/threat_score").isNumber()).isTrue();
                assertThat(frame.at("/event/threat_score").isNumber()).isTrue();
            }
            assertThat(detected).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void thePagesOwnAnalysesAreNotCountedTwice() throws Exception {
        try (FeedClient feed = FeedClient.connect(gateway.socket())) {
            feed.awaitFrame("connection", PATIENCE);
            JsonNode answer = gateway.post("/analyze", pythonBody("/api/users", "id=1' OR '1'='1", "203.0.113.51"));
            String eventId = answer.get("event_id").asString();
            feed.awaitVerdict(eventId, PATIENCE);
            JsonNode later = gateway.post("/analyze", pythonBody("/api/users", "id=2", "203.0.113.51"));
            feed.awaitVerdict(later.get("event_id").asString(), PATIENCE);
            assertThat(feed.frames())
                    .noneMatch(frame -> frame.path("type").asString("").equals("attack_metric")
                            && frame.at("/metric/source_ip").asString("").equals("203.0.113.51"));
        }
    }

    @Test
    void theReactPageAsksEachTierFromTheBrowser() throws Exception {
        Map<String, String> page = Map.of("Origin", "http://localhost:5173", "Content-Type", "application/json");
        Map<ExistingClient, String> tiers = Map.of(cloudTier, "cloud", localTier, "local", gateway, "local");
        for (var tier : tiers.entrySet()) {
            ExistingClient browser = tier.getKey().as(page, PATIENCE);
            Map<String, String> asks = Map.of(
                    "Origin", "http://localhost:5173",
                    "Access-Control-Request-Method", "POST",
                    "Access-Control-Request-Headers", "content-type");
            HttpResponse<String> preflight = tier.getKey().as(asks, PATIENCE).send("OPTIONS", "/analyze", "");
            assertThat(preflight.statusCode()).isEqualTo(200);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("http://localhost:5173");
            JsonNode answer =
                    browser.post("/analyze", pythonBody("/api/users", "q=<script>alert(1)</script>", "203.0.113.52"));
            assertThat(answer.get("tier").asString()).isEqualTo(tier.getValue());
            assertThat(answer.get("threat_type").asString()).isEqualTo("xss");
            assertThat(answer.get("recommended_action").asString()).isIn("block", "rate_limit", "monitor", "allow");
        }
        JsonNode asked = gateway.post("/analyze?tier=cloud", pythonBody("/api/users", "id=1", "203.0.113.52"));
        assertThat(asked.get("tier").asString()).isEqualTo("cloud");
    }

    @Test
    void aFloodMovesTheTilesOfEveryChosenTier() throws Exception {
        Set<String> tiers = Set.of("unprotected", "cloud", "local");
        try (FeedClient feed = FeedClient.connect(gateway.socket())) {
            feed.awaitFrame("connection", PATIENCE);
            JsonNode launched = gateway.post(
                    "/api/attack/flood",
                    """
                    {"intensity":"low","strategy":"blended","duration":5,
                     "targets":["unprotected","cloud","local"],"record_metrics":true}""");
            assertThat(launched.get("status").asString()).isEqualTo("launched");
            assertThat(launched.get("message").asString())
                    .isEqualTo("Attack flood simulation launched with low intensity");
            long runId = launched.get("run_id").asLong();
            assertThat(runId).isBetween(1L, 9_007_199_254_740_991L);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(metrics(feed, runId).stream()
                            .map(metric -> metric.get("tier").asString())
                            .collect(Collectors.toSet()))
                    .isEqualTo(tiers));
            for (JsonNode metric : metrics(feed, runId)) {
                assertThat(metric.propertyNames())
                        .contains("tier", "blocked", "response_time_ms", "attack_type", "threat_score", "confidence")
                        .contains("method", "path");
                assertThat(metric.get("blocked").isBoolean()).isTrue();
                assertThat(metric.get("threat_score").isNumber()).isTrue();
                assertThat(metric.get("response_time_ms").isNumber()).isTrue();
                assertThat(metric.get("payload").asString().length()).isLessThanOrEqualTo(500);
            }
        }
    }

    @Test
    void theVanillaPageFollowsARunByTheNumberThatItWasGiven() throws Exception {
        try (FeedClient feed = FeedClient.connect(gateway.socket())) {
            feed.awaitFrame("connection", PATIENCE);
            long runId = gateway.post(
                            "/api/attack/flood",
                            "{\"intensity\":\"low\",\"strategy\":\"sustained\",\"duration\":5,\"targets\":[\"local\"]}")
                    .get("run_id")
                    .asLong();
            JsonNode started = awaitRunFrame(feed, "attack_flood_started", runId);
            assertThat(started.get("intensity_level").asString()).isEqualTo("low");
            assertThat(started.at("/config/strategy").asString()).isEqualTo("sustained");
            JsonNode completed = awaitRunFrame(feed, "attack_flood_completed", runId);
            assertThat(completed.get("total_attacks").asLong()).isPositive();
            for (int read = 0; read < 3; read++) {
                assertThat(gateway.get("/api/attack/flood/status/" + runId)
                                .get("status")
                                .asString())
                        .isEqualTo("completed");
            }
            long attacks = completed.get("total_attacks").asLong();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.get("/api/attack/flood/results/" + runId)
                            .at("/results_summary/tier_performance/local/attacks")
                            .asLong())
                    .isEqualTo(attacks));
            assertThat(gateway.get("/api/attack/flood/list").at("/runs/0").propertyNames())
                    .contains("run_id", "start_time", "end_time", "total_attacks", "intensity", "strategy", "duration");
            assertThat(gateway.get("/api/attack/runs").get(0).has("intensity_level"))
                    .isTrue();
            JsonNode stats = gateway.get("/api/attack/runs/" + runId + "/stats");
            assertThat(stats.get("run_id").asLong()).isEqualTo(runId);
            assertThat(stats.get("tierStatistics")).isNotEmpty();
        }
    }

    @Test
    void theKongPluginIsAnsweredWithinItsPatience() throws Exception {
        String body =
                "{\"features\":{\"method\":\"POST\",\"path\":\"/login\",\"client_ip\":\"203.0.113.53\",\"user_agent\":\"curl/8\","
                        + "\"query\":" + quoted("next=/ {\"user\":\"admin' OR '1'='1\"}")
                        + ",\"headers\":{\"content-type\":\"application/json\","
                        + "\"accept\":[\"*/*\",\"text/html\"],\"x-requested-with\":\"x\"}," + NUMBERS
                        + "},\"context\":{\"previous_requests\":3,\"failed_attempts\":1,\"anomaly_score\":0.2,\"ip_reputation\":\"unknown\"},"
                        + "\"metadata\":{\"timestamp\":1795400762,\"kong_version\":\"3.10.0\",\"plugin_version\":\"2.0.0\"},\"config\":{}}";
        Map<String, String> own = Map.of("Content-Type", "application/json", "X-Kong-Guard-AI", "v2.0.0");
        for (ExistingClient service : List.of(localTier, gateway)) {
            // The first calls of a process load its classes; the plugin lets such requests pass.
            for (int i = 0; i < 30; i++) {
                service.post("/analyze", body);
            }
            ExistingClient plugin = service.as(own, PLUGIN_PATIENCE);
            int inTime = 0;
            for (int i = 0; i < 20; i++) {
                inTime += answers(plugin, body) ? 1 : 0;
            }
            assertThat(inTime).as("of 20 answers").isGreaterThanOrEqualTo(18);
            JsonNode health = service.get("/health");
            assertThat(health.get("status").asString()).isEqualTo("healthy");
        }
    }

    /** The attacks that the original missed, and the harmless requests that it blocked; in every place that answers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/users     | id=1' OR '1'='1                              | block
                    /api/users     | id=1%27%20OR%20%271%27=%271                  | block
                    /api/users     | q=1 UNION SELECT password FROM users--       | block
                    /api/users     | filter=please select & update my order       | allow
                    /api/ecosystem | a=1                                          | allow
                    /api/users     | select=name                                  | allow
                    /api/notes     | text=use `code` marks                        | allow
                    """)
    void whatTheOriginalGotWrongIsRight(String path, String query, String action) throws Exception {
        for (ExistingClient service : List.of(gateway, localTier)) {
            JsonNode answer = service.post("/analyze", pythonBody(path, query, "203.0.113.54"));
            assertThat(answer.get("recommended_action").asString())
                    .as(query + ": " + answer)
                    .isEqualTo(action);
        }
    }

    @Test
    void nobodyIsBlockedForWhatOthersSayInHisName() throws Exception {
        List<String> victims = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            victims.add("198.51.100." + i);
            gateway.post("/analyze", pythonBody("/login", "id=1' OR '1'='1", "198.51.100." + i));
        }
        for (String victim : victims) {
            JsonNode answer = gateway.post("/analyze", pythonBody("/api/users", "page=2", victim));
            assertThat(answer.get("recommended_action").asString()).as(victim).isEqualTo("allow");
        }
        assertThat(gateway.get("/stats").get("blocked_ips").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e30", "NaN", "null", "true", "\"many\"", "[]"})
    void aNumberThatIsNoneIsAnErrorOfTheCaller(String number) throws Exception {
        String body =
                pythonBody("/", "", "203.0.113.55").replace("\"content_length\":0", "\"content_length\":" + number);
        for (ExistingClient service : List.of(gateway, localTier)) {
            assertThat(service.send("POST", "/analyze", body).statusCode())
                    .as(number)
                    .isEqualTo(422);
        }
    }

    private static boolean answers(ExistingClient plugin, String body) throws Exception {
        try {
            JsonNode answer = plugin.post("/analyze", body);
            assertThat(answer.propertyNames())
                    .contains("threat_score", "threat_type", "confidence", "reasoning", "indicators")
                    .contains("recommended_action", "model", "processing_time_ms", "context_analyzed");
            assertThat(answer.get("threat_score").asDouble()).isGreaterThan(0.8);
            return true;
        } catch (java.net.http.HttpTimeoutException late) {
            return false;
        }
    }

    private static List<JsonNode> metrics(FeedClient feed, long runId) {
        return feed.frames().stream()
                .filter(frame -> frame.path("type").asString("").equals("attack_metric"))
                .map(frame -> frame.get("metric"))
                .filter(metric -> metric.get("run_id").asLong() == runId)
                .toList();
    }

    private static JsonNode awaitRunFrame(FeedClient feed, String type, long runId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> feed.frames().stream()
                                .filter(frame -> frame.path("type").asString("").equals(type)
                                        && frame.path("run_id").asLong(0) == runId)
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private static String pythonBody(String path, String query, String clientIp) {
        return "{\"features\":{\"method\":\"GET\",\"path\":" + quoted(path) + ",\"query\":" + quoted(query)
                + ",\"client_ip\":\"" + clientIp + "\",\"user_agent\":\"Mozilla/5.0\"," + NUMBERS
                + "},\"context\":{\"previous_requests\":1}}";
    }
}
