package ai.kongguard.analyzer;

import static ai.kongguard.analyzer.ReviewIT.count;
import static ai.kongguard.analyzer.ReviewedTier.unsure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.analyzer.AnalyzerMeters.Reviewing;
import ai.kongguard.event.ConsumerGroups;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Reviewers that are gone between two steps. */
class ReviewCrashIT {

    private static final int EVENTS = 3_000;
    private static final int KEYS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ReviewedTier tier = new ReviewedTier(TestBroker.shared());

    @Test
    void losesAndDoublesNoRevisionWhenItIsKilled() throws Exception {
        tier.flood("local", EVENTS, KEYS);
        Process first = ReviewerProcess.start(tier, "i1");
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> !tier.revisions()
                    .isEmpty());
        } finally {
            first.destroyForcibly().waitFor();
        }
        int before = tier.revisions().size();
        Process second = ReviewerProcess.start(tier, "i1");
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tier.revisions()).hasSizeGreaterThanOrEqualTo(EVENTS));
        } finally {
            second.destroyForcibly().waitFor();
        }
        assertThat(before).as("the kill came in the middle").isBetween(1, EVENTS - 1);
        assertThat(tier.revisions()).extracting(Verdict::eventId).doesNotHaveDuplicates();
        assertThat(tier.revisions()).hasSize(EVENTS);
    }

    @Test
    void onlyAcknowledgesWhatWasWrittenBeforeTheCrash() {
        Verdict written = unsure("e1", "local");
        Verdict lost = unsure("e2", "local");
        tier.escalate(Map.of(written, "a", lost, "b"));
        FakeReviewer reviewer = FakeReviewer.saying(0.9, Duration.ZERO);
        takeAndCrash(2);
        byte[] revision = RecordCodec.VERDICT.encode(TestEvents.revised(written, 1));
        tier.topics.send(Topics.VERDICTS, written.clientIp(), written.observedAt(), List.of(revision), Map.of());
        try (ConfigurableApplicationContext analyzer = tier.start("i1", reviewer)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(count(analyzer, Reviewing.ALREADY_REVISED)).isEqualTo(1);
                assertThat(count(analyzer, Reviewing.REVISED)).isEqualTo(1);
            });
        }
        assertThat(tier.revisions()).extracting(Verdict::eventId).containsExactlyInAnyOrder("e1", "e2");
        assertThat(reviewer.calls()).isEqualTo(1);
    }

    /** Takes escalations as a member of the group and goes without acknowledging them. */
    private void takeAndCrash(int records) {
        tier.earliest("local");
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                tier.broker.bootstrapServers(),
                "group.id",
                tier.prefix + ConsumerGroups.reviewers("local"),
                "share.acknowledgement.mode",
                "explicit");
        int[] taken = {0};
        try (KafkaShareConsumer<byte[], byte[]> consumer =
                new KafkaShareConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(tier.prefix + Topics.ESCALATIONS.name()));
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    taken[0]++;
                    consumer.acknowledge(record, AcknowledgeType.RELEASE);
                });
                return taken[0] >= records;
            });
        }
    }
}
