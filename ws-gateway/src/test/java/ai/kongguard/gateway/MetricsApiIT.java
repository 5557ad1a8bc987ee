package ai.kongguard.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Confusion;
import ai.kongguard.event.Feedback;
import ai.kongguard.event.Incident;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import ai.kongguard.testkit.TestWindows;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetricsApiIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant MINUTE = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    private static final String PREFIX = TestBroker.newPrefix();
    private static final TestTopics TOPICS = new TestTopics(TestBroker.shared().bootstrapServers(), PREFIX);
    private static GatewayProcess gateway;

    /** What is there before the gateway starts: more than the tiles look at. */
    @BeforeAll
    static void start() {
        TOPICS.create(Topics.WINDOWS, 1);
        TOPICS.create(Topics.INCIDENTS, 1);
        List<byte[]> old = IntStream.rangeClosed(1, 20)
                .mapToObj(ago -> RecordCodec.METRICS_WINDOW.encode(
                        Samples.window(60_000, MINUTE.minus(Duration.ofMinutes(ago)), ago)))
                .toList();
        TOPICS.send(Topics.WINDOWS, "k", MINUTE, old, Map.of());
        List<byte[]> seconds = IntStream.range(0, 3_000)
                .mapToObj(i -> RecordCodec.METRICS_WINDOW.encode(Samples.window(1_000, MINUTE.minusSeconds(i % 60), i)))
                .toList();
        TOPICS.send(Topics.WINDOWS, "k", MINUTE, seconds, Map.of());
        MetricsWindow labelled =
                TestWindows.labelled(Samples.total(10, 3, 2, Instant.now()), new Confusion(3, 1, 4, 2));
        byte[] total = RecordCodec.METRICS_WINDOW.encode(
                TestWindows.scored(labelled, List.of(5L, 0L, 0L, 0L, 0L, 0L, 2L, 0L, 1L, 2L)));
        TOPICS.send(Topics.WINDOWS, "t", Instant.now(), List.of(total), Map.of());
        for (MetricsWindow ailing : List.of(
                ailing("cloud", MINUTE, Map.of()),
                ailing(
                        MetricsWindow.UNPROTECTED,
                        null,
                        Map.of("kong", new MetricsWindow.Origin(7, MINUTE, MINUTE.plusSeconds(1)))))) {
            byte[] value = RecordCodec.METRICS_WINDOW.encode(ailing);
            TOPICS.send(Topics.WINDOWS, ailing.key(), Instant.now(), List.of(value), Map.of());
        }
        incident("source/203.0.113.1/1", 5, MINUTE);
        incident("source/203.0.113.2/1", 7, MINUTE.plusSeconds(1));
        incident("source/203.0.113.3/1", 9, MINUTE.plusSeconds(2));
        TOPICS.send(Topics.INCIDENTS, "source/203.0.113.3/1", MINUTE, nothing(), Map.of());
        gateway = GatewayProcess.start(TestBroker.shared(), PREFIX);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void answersFromTheTopicsHistory() throws Exception {
        String from = MINUTE.minus(Duration.ofMinutes(15)).toString();
        JsonNode answer = json(get("/api/metrics?step=90s&tier=local&from=" + from + "&to=" + MINUTE));
        assertThat(answer.at("/window_ms").asLong()).isEqualTo(60_000);
        JsonNode windows = answer.at("/tiers/local/windows");
        assertThat(windows).hasSize(15);
        assertThat(windows.get(0).get("requests").asLong()).isEqualTo(15);
        assertThat(windows.get(14).get("start").asString())
                .isEqualTo(MINUTE.minusSeconds(60).toString());
        assertThat(windows.get(14).has("sketch")).isFalse();
        JsonNode total = answer.at("/tiers/local/total");
        assertThat(total.at("/requests").asLong()).isEqualTo(10);
        assertThat(total.at("/ai_accuracy").asDouble()).isEqualTo(70);
        assertThat(total.at("/truth/recall").asDouble()).isEqualTo(0.6);
        assertThat(total.at("/score_counts").toString()).isEqualTo("[5,0,0,0,0,0,2,0,1,2]");
        assertThat(windows.get(0).get("score_counts").isNull()).isTrue();
        assertThat(windows.get(0).get("truth").isNull()).isTrue();
        assertThat(windows.get(0).get("ai_accuracy").isNull()).isTrue();
    }

    @Test
    void answersOnlyTheFieldsThatAreAskedFor() throws Exception {
        String query = "/api/metrics?step=1m&tier=local&from="
                + MINUTE.minus(Duration.ofMinutes(2)).toEpochMilli() + "&to=" + MINUTE.toEpochMilli();
        JsonNode some = json(get(query + "&fields=latency,requests,requests,start"));
        JsonNode all = json(get(query));
        assertThat(some.at("/tiers/local/windows")).hasSize(2);
        for (int i = 0; i < 2; i++) {
            JsonNode window = some.at("/tiers/local/windows/" + i);
            JsonNode whole = all.at("/tiers/local/windows/" + i);
            assertThat(window.propertyNames())
                    .containsExactlyInAnyOrder("tier", "size_ms", "start", "requests", "latency");
            window.properties().forEach(field -> assertThat(field.getValue()).isEqualTo(whole.get(field.getKey())));
        }
        assertThat(some.at("/tiers/local/total").propertyNames())
                .isEqualTo(all.at("/tiers/local/total").propertyNames());
    }

    @Test
    void saysWhoIsSilentOrLagsHereAndOnTheSocket() throws Exception {
        JsonNode tiers = json(get("/api/metrics")).get("tiers");
        assertThat(tiers.at("/local/total/silent").asBoolean()).isFalse();
        assertThat(tiers.at("/local/total/lagging").isNull()).isTrue();
        assertThat(tiers.at("/cloud/total/silent").asBoolean()).isTrue();
        assertThat(tiers.at("/cloud/total/silent_since").asString()).isEqualTo(MINUTE.toString());
        assertThat(tiers.at("/cloud/total/lagging").asBoolean()).isTrue();
        JsonNode kong = tiers.at("/unprotected/total/origins/kong");
        assertThat(kong.get("silent").asBoolean()).isTrue();
        assertThat(kong.get("silent_since").asString())
                .isEqualTo(MINUTE.plusSeconds(1).toString());
        try (GatewayClient client = GatewayClient.connect(gateway.port())) {
            JsonNode metrics = client.awaitFrame(
                            frame -> frame.path("type").asString("").equals("metrics"))
                    .get("metrics");
            assertThat(metrics.get("silent_tiers").toString()).isEqualTo("[\"cloud\"]");
            assertThat(metrics.get("lagging_tiers").toString()).isEqualTo("[\"cloud\",\"unprotected\"]");
            assertThat(metrics.get("silent_sources").toString()).isEqualTo("[\"kong\"]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from must be",
        "to=noon, to must be",
        "step=ten, step must be",
        "step=10ms, step must be at least 1s",
        "from=2000&to=1000, from must be before to",
        "from=0&step=1s, step is too short",
        "from=%2B1000000000-12-31T23:59:59Z, from must be",
        "fields=requests%2Cpasswords, 'fields must be some of tier,size_ms,start,requests,'",
        "fields=, fields must be some of",
    })
    void namesTheParameterThatIsWrong(String query, String message) throws Exception {
        HttpResponse<String> response = get("/api/metrics?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("detail").asString()).startsWith(message);
    }

    @Test
    void listsIncidentsNewestFirstWithoutThoseThatWereTakenOver() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode incidents = json(get("/api/incidents")).get("incidents");
            assertThat(incidents).hasSize(2);
            assertThat(incidents.get(0).get("alerts").asLong()).isEqualTo(7);
            assertThat(incidents.get(0).at("/threat_types/xss").asLong()).isEqualTo(7);
            assertThat(incidents.get(0).has("updated_at")).isTrue();
        });
        assertThat(json(get("/api/incidents?limit=1")).get("incidents")).hasSize(1);
        assertThat(get("/api/incidents?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void knowsNoRunThatNobodyMade() throws Exception {
        assertThat(get("/api/metrics/runs/17").statusCode()).isEqualTo(404);
    }

    @Test
    void storesFeedbackInBothForms() throws Exception {
        HttpResponse<String> query = post("/feedback?threat_id=e1&false_positive=true&confirmed_threat=false", "");
        assertThat(json(query))
                .isEqualTo(JSON.readTree("{\"status\":\"recorded\",\"action\":\"false_positive_noted\"}"));
        HttpResponse<String> body = post("/feedback", "{\"threat_id\":\"e2\",\"confirmed_threat\":true}");
        assertThat(json(body)).isEqualTo(JSON.readTree("{\"status\":\"recorded\",\"action\":\"threat_confirmed\"}"));
        HttpResponse<String> none = post("/feedback?threat_id=e3", "");
        assertThat(json(none)).isEqualTo(JSON.readTree("{\"status\":\"no_action\"}"));
        List<Feedback> stored = TOPICS.readAll(Topics.FEEDBACK).stream()
                .map(record -> RecordCodec.FEEDBACK.decode(record.value()))
                .toList();
        assertThat(stored).extracting(Feedback::eventId).containsExactly("e1", "e2");
        assertThat(stored).extracting(Feedback::attack).containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/feedback|''|422|/detail/0/loc/1|threat_id",
                "/feedback|{\"false_positive\":true}|422|/detail/0/loc/0|body",
                "/feedback|[1]|422|/detail/0/type|json_invalid",
                "/feedback|{\"threat_id\":|422|/detail/0/type|json_invalid",
                "/feedback?threat_id=e&false_positive=maybe|''|422|/detail/0/loc/1|false_positive",
                "/feedback?threat_id=e&false_positive=1&confirmed_threat=yes|''|400|/detail|"
                        + "false_positive and confirmed_threat exclude each other",
            })
    void namesWhatIsWrongWithFeedback(String path, String body, int status, String at, String text) throws Exception {
        HttpResponse<String> response = post(path, body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).at(at).asString()).isEqualTo(text);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        assertThat(post("/feedback", "{\"threat_id\":\"" + "x".repeat(20_000) + "\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private static MetricsWindow ailing(
            String tier, @Nullable Instant silentSince, Map<String, MetricsWindow.Origin> origins) {
        MetricsWindow total =
                TestWindows.window(tier, MetricsWindow.TOTAL, MINUTE, 7, Map.of(), Map.of(), null, MINUTE);
        return TestWindows.ailing(total, true, silentSince, origins);
    }

    private static List<byte[]> nothing() {
        List<byte[]> none = new java.util.ArrayList<>();
        none.add(tombstone());
        return none;
    }

    @SuppressWarnings("NullAway")
    private static byte[] tombstone() {
        return null;
    }

    private static void incident(String id, long alerts, Instant lastSeen) {
        Incident incident = new Incident(
                Incident.SCHEMA,
                id,
                Incident.Kind.SOURCE,
                "203.0.113.1",
                alerts,
                MINUTE,
                lastSeen,
                Map.of(ThreatType.XSS, alerts),
                List.of("203.0.113.1"),
                1,
                false,
                List.of("e1"),
                0.9,
                MINUTE);
        TOPICS.send(Topics.INCIDENTS, id, MINUTE, List.of(RecordCodec.INCIDENT.encode(incident)), Map.of());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body().getBytes(UTF_8));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + gateway.port() + path);
    }
}
