package ai.kongguard.gateway;

import static ai.kongguard.gateway.GatewayHttp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ReviewNote;
import ai.kongguard.event.TierStatus;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the gateway tells of models, before and after analyzers told it. */
class TierApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(TestBroker.shared().bootstrapServers(), prefix);
    private GatewayProcess gateway;
    private GatewayHttp http;

    @BeforeEach
    void start() {
        gateway = GatewayProcess.start(TestBroker.shared(), prefix);
        http = new GatewayHttp(gateway.port());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void saysThatNothingIsConfiguredWhenNobodySaysOtherwise() throws Exception {
        assertThat(json(http.get("/api/tiers")).get("tiers")).isEmpty();
        JsonNode health = json(http.get("/providers/health")).get("health_check");
        assertThat(health.at("/openai/status").asString()).isEqualTo("not_configured");
        assertThat(health.at("/openai/api_key_set").isNull()).isTrue();
        assertThat(json(http.get("/providers/stats")).at("/stats/providers")).isEmpty();
        assertThat(json(http.get("/providers/analytics"))
                        .at("/summary/best_performer")
                        .isNull())
                .isTrue();
        JsonNode cache = json(http.get("/cache/stats"));
        assertThat(cache.get("cache_enabled").booleanValue()).isFalse();
        assertThat(cache.get("error").asString()).isEqualTo("Intelligent cache not available");
        assertThat(json(http.get("/")).get("ai_provider").asString()).isEqualTo("local");
    }

    @Test
    void tellsWhatAnalyzersTold() throws Exception {
        Instant now = InstantSource.system().instant();
        tell(Samples.tierStatus("cloud", now));
        tell(TierStatus.withoutModel("local", "i1", "not configured: set AI_PROVIDER=ollama", true, now, now));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(json(http.get("/api/tiers")).get("tiers")).hasSize(2));
        JsonNode tiers = json(http.get("/api/tiers")).get("tiers");
        assertThat(tiers.at("/0/tier").asString()).isEqualTo("cloud");
        assertThat(tiers.at("/0/models/0/breaker").asString()).isEqualTo("closed");
        assertThat(tiers.at("/0/gone").booleanValue()).isFalse();
        assertThat(tiers.at("/1/configured").booleanValue()).isFalse();
        assertThat(tiers.at("/1/reason").asString()).contains("AI_PROVIDER");

        JsonNode health = json(http.get("/providers/health")).get("health_check");
        assertThat(health.at("/openai/status").asString()).isEqualTo("configured");
        assertThat(health.at("/openai/api_key_set").booleanValue()).isTrue();
        assertThat(health.at("/gemini/status").asString()).isEqualTo("not_configured");

        JsonNode stats = json(http.get("/providers/stats")).get("stats");
        assertThat(stats.at("/providers/openai/calls").asLong()).isEqualTo(10);
        assertThat(stats.at("/queues/openai/capacity").asInt()).isEqualTo(8);
        assertThat(stats.at("/backpressure/openai").booleanValue()).isFalse();

        JsonNode cache = json(http.get("/cache/stats")).get("cache_stats");
        assertThat(cache.get("signature_hits").asLong()).isEqualTo(30);
        assertThat(cache.get("cache_hit_rate").asDouble()).isEqualTo(75);
        assertThat(cache.get("estimated_cost_savings_usd").asDouble()).isEqualTo(0.06);

        assertThat(json(http.get("/")).get("ai_provider").asString()).isEqualTo("openai");
        assertThat(json(http.get("/health")).get("cache_enabled").booleanValue())
                .isTrue();
    }

    @Test
    void doesNotWaitForATierThatJudgesNothing() throws Exception {
        Instant now = InstantSource.system().instant();
        tell(TierStatus.withoutModel("cloud", "i1", "not configured: set GEMINI_API_KEY", false, now, now));
        await().atMost(PATIENCE).untilAsserted(() -> {
            var answer = http.post("/analyze?tier=cloud", GatewayHttp.analyzeBody("203.0.113.1", ""));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).get("detail").asString())
                    .isEqualTo("Tier cloud judges nothing: not configured: set GEMINI_API_KEY");
        });
    }

    @Test
    void showsThatAModelIsAskedAndWhatItSaidButNotItsWords() {
        Instant now = InstantSource.system().instant();
        try (GatewayClient client = GatewayClient.connect(gateway.port())) {
            client.first();
            note(Samples.claim("e1", now), Samples.answer("e1", now, 0.9));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.frames.stream()
                            .filter(frame -> frame.get("type").asString().equals("ai_thinking"))
                            .map(frame -> frame.at("/data/status").asString()))
                    .containsExactly("starting", "complete"));
            assertThat(client.frames.toString()).doesNotContain("it says");
            assertThat(new DescribedSockets().check("ws", client.frames)).contains("ai_thinking");
        }
    }

    private void tell(TierStatus status) {
        byte[] value = RecordCodec.TIER_STATUS.encode(status);
        topics.send(Topics.TIERS, status.key(), status.at(), List.of(value), Map.of());
    }

    private void note(ReviewNote... notes) {
        for (ReviewNote note : notes) {
            byte[] value = RecordCodec.REVIEW_NOTE.encode(note);
            topics.send(Topics.REVIEWS, note.key(), note.at(), List.of(value), Map.of());
        }
    }
}
