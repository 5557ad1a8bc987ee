package ai.kongguard.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Escalation;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
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
}
