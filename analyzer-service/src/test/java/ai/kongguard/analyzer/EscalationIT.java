package ai.kongguard.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Escalation;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TierStatus;
import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.llm.ModelServer;
import ai.kongguard.testkit.llm.OpenAiApi;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** From traffic to a second opinion, with the real judge. */
class EscalationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ReviewedTier tier = new ReviewedTier(TestBroker.shared());

    @Test
    void whatIsUndecidedIsEscalatedAndRevised() {
        FakeReviewer reviewer = FakeReviewer.saying(0.95, Duration.ZERO);
        try (ConfigurableApplicationContext analyzer = tier.start("i1", reviewer)) {
            List<String> sent = UndecidedTraffic.send(tier, 20, "e");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(tier.revisions())
                    .extracting(Verdict::eventId)
                    .containsExactlyInAnyOrderElementsOf(sent));
            assertThat(analyzer.isRunning()).isTrue();
        }
        assertThat(reviewer.calls()).as("one payload").isEqualTo(1);
        assertThat(tier.revisions()).allSatisfy(revision -> {
            assertThat(revision.revision()).isEqualTo(1);
            assertThat(revision.score()).isEqualTo(0.95);
            assertThat(revision.review()).isNotNull();
        });
        List<Escalation> escalations = tier.topics.readAll(Topics.ESCALATIONS).stream()
                .map(record -> RecordCodec.ESCALATION.decode(record.value()))
                .toList();
        assertThat(escalations).hasSize(20).allSatisfy(escalation -> {
            assertThat(escalation.verdict().revision()).isZero();
            assertThat(escalation.verdict().tier()).isEqualTo("local");
        });
    }

    @Test
    void aModelThatHangsDelaysNoFirstVerdict() {
        FakeReviewer reviewer = FakeReviewer.saying(0.95, Duration.ofMinutes(5));
        try (ConfigurableApplicationContext analyzer = tier.start("i1", reviewer)) {
            UndecidedTraffic.send(tier, 1, "first");
            await().atMost(PATIENCE).until(() -> reviewer.calls() == 1);
            List<String> sent = UndecidedTraffic.send(tier, 500, "e");
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(tier.verdicts())
                    .extracting(Verdict::eventId)
                    .containsAll(sent));
            assertThat(tier.revisions()).isEmpty();
            assertThat(analyzer.isRunning()).isTrue();
        }
    }

    @Test
    void asksTheConfiguredModelAndTellsNobodyItsKey() throws Exception {
        String key = "sk-test-0123456789";
        String answer =
                "{\"score\":0.9,\"threat_type\":\"sql_injection\",\"confidence\":0.8,\"reasoning\":\"A tautology.\"}";
        try (ModelServer model = new ModelServer(new OpenAiApi(key), answer);
                ConfigurableApplicationContext analyzer = tier.start(
                        "i1",
                        null,
                        "--kongguard.llm.providers=openai",
                        "--kongguard.llm.openai.api-key=" + key,
                        "--kongguard.llm.openai.base-url=" + model.baseUrl())) {
            List<String> sent = UndecidedTraffic.send(tier, 50, "e");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(tier.revisions())
                    .extracting(Verdict::eventId)
                    .containsExactlyInAnyOrderElementsOf(sent));
            assertThat(model.violations()).isEmpty();
            assertThat(model.calls()).isEqualTo(1);
            assertThat(tier.revisions()).allSatisfy(revision -> {
                assertThat(revision.score()).isEqualTo(0.9);
                assertThat(revision.degraded()).isNull();
                assertThat(revision.model()).contains("openai/");
            });
            await().atMost(PATIENCE).untilAsserted(() -> {
                TierStatus status = newestStatus();
                assertThat(status.models().get(0).succeeded()).isEqualTo(1);
                assertThat(status.models().get(0).costUsd()).isPositive();
                assertThat(status.memory()).isNotNull();
                assertThat(status.memory().remembered() + status.memory().waited())
                        .isEqualTo(49);
            });
            assertThat(analyzer.isRunning()).isTrue();
        }
        for (TopicSpec topic : List.of(Topics.TIERS, Topics.REVIEWS, Topics.VERDICTS, Topics.ESCALATIONS)) {
            assertThat(tier.topics.readAll(topic)).isNotEmpty().noneSatisfy(record -> assertThat(
                            new String(record.value(), UTF_8))
                    .contains(key));
        }
    }

    private TierStatus newestStatus() {
        var records = tier.topics.readAll(Topics.TIERS);
        return RecordCodec.TIER_STATUS.decode(records.get(records.size() - 1).value());
    }
}
