package ai.kongguard.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestTopics;
import ai.kongguard.testkit.llm.ModelServer;
import ai.kongguard.testkit.llm.OpenAiApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system with a model in the cloud, and without one. */
class StandaloneReviewIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Undecided, as long as the model of this release is; the test says so when it is not. */
    private static final String ENTRY =
            "{\"request\":{\"id\":\"u1\",\"method\":\"GET\",\"uri\":\"/search?q=%27--\"},\"client_ip\":\"203.0.113.7\"}";

    @TempDir
    Path folder;

    @Test
    void aKeyStartsATierOfItsOwnWhoseModelNeverSpeaksForTheLocalOne() throws Exception {
        String key = "sk-test-0123456789";
        String answer =
                "{\"score\":0.95,\"threat_type\":\"sql_injection\",\"confidence\":0.8,\"reasoning\":\"A comment ends it.\"}";
        try (ModelServer model = new ModelServer(new OpenAiApi(key), answer);
                Standalone system = start(
                        "--kongguard.llm.openai.api-key=" + key,
                        "--kongguard.llm.openai.base-url=" + model.baseUrl())) {
            assertThat(system.cloudReviewer()).contains("openai/");
            assertThat(system.localReviewer()).contains("not configured").doesNotContain(key);
            ingest(system);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(verdicts(system))
                    .as("the first verdicts have to be undecided: else choose another request")
                    .extracting(verdict -> verdict.tier() + verdict.revision())
                    .containsExactlyInAnyOrder("local0", "cloud0", "cloud1"));
            assertThat(model.calls()).isEqualTo(1);
            assertThat(verdicts(system))
                    .filteredOn(verdict -> verdict.revision() == 1)
                    .allSatisfy(revision -> {
                        assertThat(revision.score()).isEqualTo(0.95);
                        assertThat(revision.review()).isNotNull();
                    });
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode tiers = get(system.gateway(), "/api/tiers").get("tiers");
                assertThat(tiers.at("/0/tier").asString()).isEqualTo("cloud");
                assertThat(tiers.at("/0/models/0/succeeded").asLong()).isEqualTo(1);
                assertThat(tiers.at("/1/tier").asString()).isEqualTo("local");
                assertThat(tiers.at("/1/configured").booleanValue()).isFalse();
                assertThat(tiers.toString()).doesNotContain(key);
            });
            assertThat(get(system.gateway(), "/").get("ai_provider").asString()).isEqualTo("openai");
        }
    }

    @Test
    void withoutAKeyTheCloudTierIsToldToBeAbsent() throws Exception {
        try (Standalone system = start()) {
            assertThat(system.cloudAnalyzer()).isNull();
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode tiers = get(system.gateway(), "/api/tiers").get("tiers");
                assertThat(tiers).hasSize(2);
                assertThat(tiers.at("/0/tier").asString()).isEqualTo("cloud");
                assertThat(tiers.at("/0/configured").booleanValue()).isFalse();
                assertThat(tiers.at("/0/judges").booleanValue()).isFalse();
                assertThat(tiers.at("/0/reason").asString()).contains("GEMINI_API_KEY");
                assertThat(tiers.at("/1/judges").booleanValue()).isTrue();
            });
        }
    }

    private Standalone start(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "--kongguard.demo=false",
                "--kongguard.broker.port=" + EmbeddedBroker.freePort("127.0.0.1"),
                "--kongguard.broker.data-folder=" + folder.resolve("broker"),
                "--kongguard.metrics.state-dir=" + folder.resolve("streams"),
                "--logging.file.name=" + folder.resolve("test.log"),
                "--kongguard.gateway.dashboard-port=0",
                "--server.port=0"));
        args.addAll(List.of(more));
        return Standalone.start(args.toArray(String[]::new));
    }

    private static List<Verdict> verdicts(Standalone system) {
        String servers = system.ingest().getRequiredProperty(Standalone.BOOTSTRAP_SERVERS);
        return new TestTopics(servers, "")
                .readAll(Topics.VERDICTS).stream()
                        .map(record -> RecordCodec.VERDICT.decode(record.value()))
                        .toList();
    }

    private static void ingest(Standalone system) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(system.ingest(), "/ingest/kong"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ENTRY))
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    private static JsonNode get(Environment service, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(service, path)).build();
        return JsonMapper.builder()
                .build()
                .readTree(
                        HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static URI uri(Environment service, String path) {
        return URI.create("http://127.0.0.1:" + service.getRequiredProperty("local.server.port") + path);
    }
}
