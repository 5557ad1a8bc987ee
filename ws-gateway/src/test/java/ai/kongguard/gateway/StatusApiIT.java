package ai.kongguard.gateway;

import static ai.kongguard.gateway.GatewayHttp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Action;
import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.ThreatType;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestWindows;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What existing clients ask about the system: true before anything is known, and after. */
class StatusApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static GatewayProcess empty;
    private static GatewayProcess gateway;
    private static GatewayHttp unknowing;
    private static GatewayHttp http;

    @BeforeAll
    static void start() {
        empty = GatewayProcess.start(TestBroker.shared(), TestBroker.newPrefix());
        unknowing = new GatewayHttp(empty.port());
        gateway = GatewayProcess.start(TestBroker.shared(), TestBroker.newPrefix());
        http = new GatewayHttp(gateway.port());
        Instant now = InstantSource.system().instant();
        MetricsWindow total = TestWindows.window(
                "local",
                MetricsWindow.TOTAL,
                now.minusSeconds(60),
                10,
                Map.of(Action.BLOCK, 3L, Action.RATE_LIMIT, 1L, Action.MONITOR, 1L, Action.ALLOW, 5L),
                Map.of(ThreatType.SQL_INJECTION, 3L, ThreatType.XSS, 2L, ThreatType.NONE, 5L),
                new MetricsWindow.LatencySummary(10, 12.5, 10, 30, 40, 50, new byte[0]),
                now);
        MetricsWindow.Scores scores = new MetricsWindow.Scores(0.25, 0.9, Map.of());
        gateway.publish(TestWindows.judged(total, new Confusion(3, 1, 4, 2), Map.of(), scores));
        gateway.publish(Samples.attack("e1"), Samples.benign("e2"));
        gateway.publish(TestEvents.revised(Samples.attack("e1"), 1));
    }

    @AfterAll
    static void stop() {
        empty.close();
        gateway.close();
    }

    @Test
    void countsThreatsFromTheTopicsTotal() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode stats = json(http.get("/stats"));
            assertThat(stats.get("total_threats").asLong()).isEqualTo(5);
            assertThat(stats.get("threat_types").toString()).isEqualTo("{\"sql_injection\":3,\"xss\":2}");
            assertThat(stats.get("false_positives").asLong()).isEqualTo(1);
            assertThat(stats.get("blocked_ips").asInt()).isZero();
            assertThat(stats.get("ai_provider").asString()).isEqualTo("local");
            assertThat(stats.get("websocket_clients").asInt()).isZero();
        });
        try (GatewayClient client = GatewayClient.connect(gateway.port())) {
            client.first();
            assertThat(json(http.get("/stats")).get("websocket_clients").asInt())
                    .isEqualTo(1);
        }
        JsonNode triage = json(http.get("/api/agents/triage?include_agent=false"));
        assertThat(triage.at("/summary/total_threats").asLong()).isEqualTo(5);
        assertThat(triage.get("agent_suggestions").isNull()).isTrue();
    }

    @Test
    void saysNullWhereNothingIsKnown() throws Exception {
        JsonNode stats = json(unknowing.get("/stats"));
        assertThat(stats.get("total_threats").isNull()).isTrue();
        assertThat(stats.get("false_positives").isNull()).isTrue();
        assertThat(stats.get("threat_types")).isEmpty();
        JsonNode ml = json(unknowing.get("/ml/status"));
        assertThat(ml.get("ml_enabled").isNull()).isTrue();
        assertThat(ml.get("model").isNull()).isTrue();
        JsonNode models = json(unknowing.get("/models"));
        assertThat(models.get("models")).isEmpty();
        assertThat(models.get("error").asString()).isNotBlank();
        assertThat(unknowing.get("/metrics").body())
                .doesNotContain("kong_guard_db_total_attacks ")
                .doesNotContain("kong_guard_requests_total")
                .contains("kong_guard_blocked_ips 0");
    }

    @Test
    void namesTheModelThatTheVerdictsName() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        json(http.get("/ml/status")).get("model").isObject())
                .isTrue());
        JsonNode ml = json(http.get("/ml/status"));
        String label = Samples.attack("e").model();
        assertThat(ml.at("/model/label").asString()).isEqualTo(label);
        assertThat(ml.at("/model/provider").asString()).isEqualTo(label.substring(0, label.indexOf('/')));
        assertThat(ml.get("ml_enabled").booleanValue()).isTrue();
        assertThat(json(http.get("/models")).at("/models/0/name").asString()).isEqualTo(label);
    }

    @Test
    void isHealthyWithItsBroker() throws Exception {
        HttpResponse<String> health = http.get("/health");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(json(health).get("status").asString()).isEqualTo("healthy");
        assertThat(json(health).propertyNames())
                .contains("service", "ai_provider", "ml_enabled", "rate_limiter_enabled")
                .contains("cache_enabled", "redis_connected", "timestamp");
        assertThat(json(http.get("/test")).propertyNames()).containsExactlyInAnyOrder("message", "timestamp");
        JsonNode cache = json(http.get("/cache/stats"));
        assertThat(cache.get("cache_enabled").booleanValue()).isFalse();
        assertThat(cache.get("cache_stats").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ml/train", "/ml/feedback", "/ml/analyze"})
    void saysWhyThereIsNoAnswer(String path) throws Exception {
        HttpResponse<String> response = http.post(path, "{}");
        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(json(response).get("detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/"})
    void isScrapedWithoutRedirectUnderTheKnownNames(String path) throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> metrics = http.get(path, "Accept", "*/*");
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain;version=0.0.4");
            assertThat(metrics.body())
                    .contains("kong_guard_requests_total{action=\"block\",attack_type=\"xss\",blocked=\"true\"} 1.0")
                    .contains("kong_guard_requests_total{action=\"allow\",attack_type=\"none\",blocked=\"false\"} 1.0")
                    .contains("kong_guard_threat_score_bucket{le=\"0.1\"} 1")
                    .contains("kong_guard_threat_score_count 2")
                    .contains("kong_guard_response_time_seconds_bucket{le=\"0.01\"}")
                    .contains("kong_guard_response_time_seconds_count 2")
                    .contains("kong_guard_active_connections 0.0")
                    .contains("kong_guard_blocked_ips 0.0")
                    .contains("kong_guard_db_total_attacks 5.0")
                    .contains("kong_guard_db_blocked_total 4.0")
                    .contains("kong_guard_db_allowed_total 6.0")
                    .contains("kong_guard_db_avg_response_time_ms 12.5")
                    .contains("kong_guard_db_avg_threat_score 0.25")
                    .contains("kong_guard_db_attacks_by_category{attack_category=\"xss\"} 2.0");
        });
    }
}
