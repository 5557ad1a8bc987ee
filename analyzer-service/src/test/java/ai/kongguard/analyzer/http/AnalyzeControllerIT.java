package ai.kongguard.analyzer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.kongguard.analyzer.AnalyzerConfiguration;
import ai.kongguard.testkit.TestBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyzeControllerIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static ConfigurableApplicationContext analyzer;

    @BeforeAll
    static void start() {
        analyzer = new SpringApplicationBuilder(AnalyzerConfiguration.class)
                .properties("spring.config.name=analyzer")
                .run(
                        "--server.port=0",
                        "--kongguard.kafka.bootstrap-servers="
                                + TestBroker.shared().bootstrapServers(),
                        "--kongguard.kafka.topic-prefix=" + TestBroker.newPrefix());
    }

    @AfterAll
    static void stop() {
        analyzer.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    id=1' OR '1'='1                   | sql_injection     | block
                    id=1%27%20OR%20%271%27=%271       | sql_injection     | block
                    q=<script>alert(1)</script>       | xss               | block
                    file=../../../../etc/passwd       | path_traversal    | block
                    host=8.8.8.8; cat /etc/passwd     | command_injection | block
                    q=please select & update my order | none              | allow
                    select=name                       | none              | allow
                    """)
    void answersWithAVerdict(String query, String type, String action) throws Exception {
        HttpResponse<String> response = post(request("\"query\":" + JSON.writeValueAsString(query) + ","));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.get("threat_type").asString()).isEqualTo(type);
        assertThat(answer.get("recommended_action").asString()).isEqualTo(action);
    }

    @Test
    void hasEveryFieldThatClientsRead() throws Exception {
        JsonNode answer =
                JSON.readTree(post(request("\"query\":\"id=1' OR '1'='1\",")).body());
        assertThat(answer.propertyNames())
                .contains("threat_score", "threat_type", "confidence", "reasoning", "recommended_action", "indicators")
                .contains("ai_model", "model", "processing_time", "processing_time_ms", "detailed_analysis")
                .contains("event_id", "threat_id", "tier", "degraded");
        assertThat(answer.get("threat_score").isNumber()).isTrue();
        assertThat(answer.get("indicators").get(0).asString()).startsWith("sql_injection in query.id");
        assertThat(answer.get("tier").asString()).isEqualTo("local");
        assertThat(answer.get("processing_time").asDouble() * 1000)
                .isCloseTo(answer.get("processing_time_ms").asDouble(), within(1e-9));
    }

    @Test
    void doesNotSayThatItBelievedTheCallersContext() throws Exception {
        assertThat(JSON.readTree(post(request("")).body())
                        .get("context_analyzed")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void looksIntoAJsonBodyWhereTextIsExpected() throws Exception {
        String answer = post(request("\"body\":{\"q\":\"1' OR '1'='1\"},")).body();
        assertThat(JSON.readTree(answer).get("threat_type").asString()).isEqualTo("sql_injection");
    }

    @Test
    void tellsWhoItIsAndThatItIsHealthy() throws Exception {
        JsonNode root = JSON.readTree(get("/").body());
        assertThat(root.propertyNames()).contains("service", "status", "version", "ai_provider", "model", "features");
        assertThat(root.get("privacy").asString()).isEqualTo("fully_local");
        HttpResponse<String> health = get("/health");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        JsonNode json = JSON.readTree(health.body());
        assertThat(json.get("status").asString()).isEqualTo("healthy");
        assertThat(json.get("model").asString()).startsWith("local/");
        assertThat(json.get("redis_connected").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/"})
    void isScrapedWithoutRedirect(String path) throws Exception {
        HttpResponse<String> metrics = get(path);
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(metrics.body()).contains("kongguard_analyzer_judged_records_total{tier=\"local\"}");
    }

    @Test
    void keepsNoTotals() throws Exception {
        HttpResponse<String> stats = get("/stats");
        assertThat(stats.statusCode()).isEqualTo(501);
        assertThat(JSON.readTree(stats.body()).get("detail").asString()).contains("ws-gateway");
    }

    @Test
    void acceptsUnknownKeysAndHeaderArraysAsTheKongPluginSendsThem() throws Exception {
        HttpResponse<String> response = post(
                """
                        {"features":{"method":"POST","path":"/x","query":"a=1 {\\"b\\":2}","client_ip":"203.0.113.1",
                        "user_agent":"curl","requests_per_minute":"3","content_length":7,"query_param_count":1,
                        "header_count":2,"hour_of_day":9,"headers":{"accept":["a","b"],"x-requested-with":"x"},"new":1},
                        "context":{},"metadata":{"kong_version":"3.10"},"config":{}}""");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void namesEveryFieldThatIsMissing() throws Exception {
        HttpResponse<String> response = post("{\"features\":{\"method\":\"GET\",\"path\":7}}");
        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode detail = JSON.readTree(response.body()).get("detail");
        assertThat(detail.toString())
                .contains(
                        "{\"type\":\"missing\",\"loc\":[\"body\",\"features\",\"user_agent\"],\"msg\":\"Field required\"}")
                .contains("{\"type\":\"missing\",\"loc\":[\"body\",\"context\"],\"msg\":\"Field required\"}")
                .contains("\"string_type\",\"loc\":[\"body\",\"features\",\"path\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"`` | 422", "nonsense | 422", "[] | 422", "null | 422", "{\"features\": | 422"})
    void refusesWhatIsNoRequest(String body, int status) throws Exception {
        assertThat(post(body).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:3000,200", "https://evil.example,403"})
    void letsPagesOfThisMachineAskAndNoOthers(String origin, int status) throws Exception {
        HttpRequest preflight = HttpRequest.newBuilder(uri())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(preflight, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void refusesDepth() throws Exception {
        assertThat(post("{\"features\":" + "[".repeat(5000)).statusCode()).isEqualTo(422);
    }

    @Test
    void refusesABodyBeyondTheBound() throws Exception {
        HttpResponse<String> response = post("{\"features\":\"" + "x".repeat(2_000_000));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("kongguard.analyzer.max-body-size");
    }

    private static String request(String extra) {
        return "{\"features\":{" + extra
                + """
                "method":"GET","path":"/api/users","client_ip":"203.0.113.1","user_agent":"curl/8",
                "requests_per_minute":1,"content_length":0,"query_param_count":1,"header_count":1,"hour_of_day":12},
                "context":{"previous_requests":0}}""";
    }

    private static HttpResponse<String> post(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri() {
        return uri("/analyze");
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + analyzer.getEnvironment().getProperty("local.server.port") + path);
    }
}
