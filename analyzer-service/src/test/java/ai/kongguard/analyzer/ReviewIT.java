package ai.kongguard.analyzer;

import static ai.kongguard.analyzer.FakeReviewer.nobody;
import static ai.kongguard.analyzer.FakeReviewer.said;
import static ai.kongguard.analyzer.ReviewedTier.unsure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.analyzer.AnalyzerMeters.Reviewing;
import ai.kongguard.event.DeadLetter;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Review;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Escalations in, revisions out. */
class ReviewIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ReviewedTier tier;

    @BeforeEach
    void createTopics() {
        tier = new ReviewedTier(TestBroker.shared());
    }

    @Test
    void writesTheRevisionBesideItsVerdictAndTellsHowItCameAbout() {
        FakeReviewer reviewer = FakeReviewer.saying(0.95, Duration.ZERO);
        tier.escalate(Map.of(unsure("e1", "local"), "a", unsure("e2", "cloud"), "b"));
        try (ConfigurableApplicationContext analyzer = tier.start("i1", reviewer)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tier.revisions()).hasSize(1));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(count(analyzer, Reviewing.OTHER_TIER))
                    .isEqualTo(1));
            assertThat(count(analyzer, Reviewing.REVISED)).isEqualTo(1);
        }
        Verdict first = unsure("e1", "local");
        Verdict revision = tier.revisions().get(0);
        assertThat(revision.eventId()).isEqualTo("e1");
        assertThat(revision.revision()).isEqualTo(1);
        assertThat(revision.score()).isEqualTo(0.95);
        Review review = Objects.requireNonNull(revision.review());
        assertThat(review.origin()).isEqualTo(Review.Origin.ASKED);
        assertThat(review.scoreBefore()).isEqualTo(first.score());
        assertThat(review.inputTokens()).isEqualTo(100);
        assertThat(review.costUsd()).isEqualTo(0.001);
        List<ConsumerRecord<String, byte[]>> records = tier.topics.readAll(Topics.VERDICTS).stream()
                .filter(record ->
                        RecordCodec.VERDICT.decode(record.value()).eventId().equals("e1"))
                .toList();
        assertThat(records)
                .extracting(ConsumerRecord::partition)
                .containsOnly(records.get(0).partition());
        assertThat(records).extracting(ConsumerRecord::key).containsOnly(first.clientIp());
        assertThat(records)
                .extracting(ConsumerRecord::timestamp)
                .containsOnly(first.observedAt().toEpochMilli());
    }

    @Test
    void asksOnceAboutEachPayloadAlsoAcrossInstances() {
        FakeReviewer one = FakeReviewer.saying(0.9, Duration.ofMillis(300));
        FakeReviewer other = FakeReviewer.saying(0.9, Duration.ofMillis(300));
        try (ConfigurableApplicationContext a = tier.start("i1", one);
                ConfigurableApplicationContext b = tier.start("i2", other)) {
            tier.flood("local", 5_000, 40);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(count(a, Reviewing.REVISED) + count(b, Reviewing.REVISED))
                            .isEqualTo(5_000));
        }
        assertThat(one.calls() + other.calls()).as("calls of both").isEqualTo(40);
        assertThat(one.callsByKey().keySet())
                .doesNotContainAnyElementsOf(other.callsByKey().keySet());
        List<Verdict> revisions = tier.revisions();
        assertThat(revisions).hasSize(5_000);
        assertThat(revisions).extracting(Verdict::eventId).doesNotHaveDuplicates();
        assertThat(revisions)
                .extracting(
                        revision -> Objects.requireNonNull(revision.review()).origin())
                .filteredOn(origin -> origin == Review.Origin.ASKED)
                .hasSize(40);
    }

    @Test
    void saysWhyNobodyAnsweredAndAsksAgainSoon() {
        FakeReviewer reviewer = new FakeReviewer(Duration.ofSeconds(5), escalation -> nobody("circuit_open"));
        try (ConfigurableApplicationContext analyzer =
                tier.start("i1", reviewer, "--kongguard.analyzer.review.remember-failures=1s")) {
            tier.flood("local", 50, 1);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tier.revisions()).hasSize(50));
            assertThat(reviewer.calls()).isBetween(1, 5);
            assertThat(tier.revisions()).allSatisfy(revision -> {
                assertThat(revision.degraded()).isEqualTo("circuit_open");
                assertThat(revision.score()).isEqualTo(unsure("e0", "local").score());
                assertThat(Objects.requireNonNull(revision.review()).origin()).isEqualTo(Review.Origin.NONE);
            });
            int before = reviewer.calls();
            await().atMost(PATIENCE).untilAsserted(() -> {
                tier.escalate(Map.of(unsure("later" + Instant.now(), "local"), "key-0"));
                assertThat(reviewer.calls()).isGreaterThan(before);
            });
            assertThat(count(analyzer, Reviewing.DEAD_LETTERED)).isZero();
        }
    }

    @Test
    void aFallbackAnswersAndIsNamed() {
        FakeReviewer reviewer =
                new FakeReviewer(Duration.ofSeconds(5), escalation -> said(0.9, "fake/fallback", "timeout"));
        tier.escalate(Map.of(unsure("e1", "local"), "a"));
        try (ConfigurableApplicationContext analyzer = tier.start("i1", reviewer)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tier.revisions()).hasSize(1));
            assertThat(count(analyzer, Reviewing.REVISED)).isEqualTo(1);
        }
        Verdict revision = tier.revisions().get(0);
        assertThat(revision.degraded()).isEqualTo("timeout");
        assertThat(Objects.requireNonNull(revision.review()).model()).isEqualTo("fake/fallback");
    }

    @Test
    void deadLettersWhatIsNoEscalationAndGoesOn() {
        FakeReviewer reviewer = FakeReviewer.saying(0.9, Duration.ZERO);
        tier.topics.send(Topics.ESCALATIONS, "a", Instant.now(), List.of("no json".getBytes(UTF_8)), Map.of());
        tier.escalate(Map.of(unsure("e1", "local"), "a"));
        try (ConfigurableApplicationContext analyzer = tier.start("i1", reviewer)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(tier.revisions()).hasSize(1);
                assertThat(count(analyzer, Reviewing.DEAD_LETTERED)).isEqualTo(1);
            });
        }
        ConsumerRecord<String, byte[]> letter =
                tier.topics.readAll(Topics.DEAD_LETTERS).get(0);
        assertThat(letter.value()).isEqualTo("no json".getBytes(UTF_8));
        assertThat(new String(letter.headers().lastHeader(DeadLetter.REASON).value(), UTF_8))
                .contains("Escalation: not valid JSON");
    }

    /** The lock of an escalation is 15 s here, the least that a cluster allows; the question takes longer. */
    @Test
    void holdsWhatTakesLongerThanALock() {
        FakeReviewer reviewer = FakeReviewer.saying(0.9, Duration.ofSeconds(20));
        try (ConfigurableApplicationContext analyzer = tier.start("i1", reviewer)) {
            tier.lockFor(Duration.ofSeconds(15), "local");
            tier.flood("local", 3, 2);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tier.revisions()).hasSize(3));
            assertThat(count(analyzer, Reviewing.GIVEN_BACK)).isZero();
            assertThat(reviewer.calls()).isEqualTo(2);
        }
    }

    static double count(ConfigurableApplicationContext analyzer, Reviewing end) {
        return analyzer.getBean(MeterRegistry.class)
                .get("kongguard.analyzer.reviews")
                .tag("end", end.name().toLowerCase(Locale.ROOT))
                .counter()
                .count();
    }
}
