package ai.kongguard.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TierStatus;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Without a model to ask, or without the means to share the work, that is said and nothing pretends. */
class NotReviewedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void judgesAllAndEscalatesNothingWithoutAModel() throws Exception {
        ReviewedTier tier = new ReviewedTier(TestBroker.shared());
        try (ConfigurableApplicationContext analyzer = tier.start("i1", null)) {
            List<String> sent = UndecidedTraffic.send(tier, 5, "e");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(tier.verdicts())
                    .extracting(Verdict::eventId)
                    .containsExactlyInAnyOrderElementsOf(sent));
            assertThat(tier.topics.count(Topics.ESCALATIONS)).isZero();
            TierStatus status = status(tier);
            assertThat(status.configured()).isFalse();
            assertThat(status.judges()).isTrue();
            assertThat(status.reason()).contains("not configured");
            JsonNode health = get(analyzer, "/health");
            assertThat(health.get("ai_provider").asString()).isEqualTo("local");
            assertThat(health.get("reviewer").isNull()).isTrue();
            assertThat(health.get("reviewer_reason").asString()).contains("not configured");
            assertThat(health.get("fallback_mode").booleanValue()).isFalse();
            assertThat(health.get("ollama_available").booleanValue()).isFalse();
            assertThat(get(analyzer, "/").get("privacy").asString()).isEqualTo("fully_local");
        }
    }

    @Test
    void theCloudTierJudgesNothingWithoutAModel() throws Exception {
        ReviewedTier tier = new ReviewedTier(TestBroker.shared());
        List<String> sent = UndecidedTraffic.send(tier, 5, "e");
        try (ConfigurableApplicationContext local = tier.start("i1", null);
                ConfigurableApplicationContext cloud = tier.start("i1", null, "--kongguard.analyzer.tier=cloud")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tier.verdicts()).hasSize(sent.size()));
            assertThat(tier.verdicts()).extracting(Verdict::tier).containsOnly("local");
            JsonNode health = get(cloud, "/health");
            assertThat(health.get("judges").booleanValue()).isFalse();
            assertThat(health.get("reviewer_reason").asString()).contains("not configured");
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(uri(cloud, "/analyze"))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("This tier judges nothing: not configured");
            assertThat(get(local, "/health").get("judges").booleanValue()).isTrue();
        }
    }

    @Test
    void saysThatTheClusterHasNoShareGroupsAndGoesOn() throws Exception {
        try (TestBroker broker = TestBroker.start()) {
            withoutShareGroups(broker);
            ReviewedTier tier = new ReviewedTier(broker);
            FakeReviewer reviewer = FakeReviewer.saying(0.9, Duration.ZERO);
            try (ConfigurableApplicationContext analyzer = tier.start("i1", reviewer)) {
                List<String> sent = UndecidedTraffic.send(tier, 5, "e");
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(tier.verdicts())
                        .extracting(Verdict::eventId)
                        .containsExactlyInAnyOrderElementsOf(sent));
                assertThat(tier.topics.count(Topics.ESCALATIONS)).isZero();
                assertThat(status(tier).configured()).isTrue();
                assertThat(status(tier).reason()).contains("no share groups");
                assertThat(get(analyzer, "/health").get("reviewer_reason").asString())
                        .contains("no share groups");
            }
            assertThat(reviewer.calls()).isZero();
        }
    }

    private static void withoutShareGroups(TestBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            FeatureUpdate off = new FeatureUpdate((short) 0, FeatureUpdate.UpgradeType.SAFE_DOWNGRADE);
            admin.updateFeatures(Map.of("share.version", off), new UpdateFeaturesOptions())
                    .all()
                    .get();
        }
    }

    private static TierStatus status(ReviewedTier tier) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tier.topics.count(Topics.TIERS)).isPositive());
        return RecordCodec.TIER_STATUS.decode(
                tier.topics.readAll(Topics.TIERS).get(0).value());
    }

    private static JsonNode get(ConfigurableApplicationContext analyzer, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(analyzer, path)).build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return JsonMapper.builder().build().readTree(response.body());
    }

    private static URI uri(ConfigurableApplicationContext analyzer, String path) {
        return URI.create(
                "http://127.0.0.1:" + analyzer.getEnvironment().getRequiredProperty("local.server.port") + path);
    }
}
