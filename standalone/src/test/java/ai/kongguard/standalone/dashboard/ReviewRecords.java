package ai.kongguard.standalone.dashboard;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Review;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TierStatus;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import ai.kongguard.testkit.TestWindows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What analyzers would write about second opinions, written by a test into the topics of a gateway that is alone. */
final class ReviewRecords {

    static final String MODEL = "openai/model-1";

    private static final String CLIENT = "203.0.113.9";
    private static final Duration LATER = Duration.ofMillis(1300);

    private final TestTopics topics;
    private final Instant now = InstantSource.system().instant();

    ReviewRecords(TestTopics topics) {
        this.topics = topics;
    }

    /** As many requests as a tier has judged until now, all of them in this minute. */
    void judged(String tier, long requests) {
        window(tier, MetricsWindow.TOTAL, Instant.EPOCH, requests);
        window(tier, Duration.ofMinutes(1).toMillis(), now.truncatedTo(ChronoUnit.MINUTES), requests);
    }

    private void window(String tier, long sizeMs, Instant start, long requests) {
        MetricsWindow window =
                TestWindows.window(tier, sizeMs, start, requests, Map.of(Action.ALLOW, requests), Map.of(), null, now);
        topics.send(Topics.WINDOWS, window.key(), now, List.of(RecordCodec.METRICS_WINDOW.encode(window)), Map.of());
    }

    /** An event that a tier answers with {@code monitor}, at 0.4. */
    Verdict first(String eventId, String tier) {
        TrafficEvent event = TestEvents.observed(TestEvents.event(eventId, CLIENT, "/api/users", "id=1"), now, 200);
        topics.send(Topics.TRAFFIC, CLIENT, now, List.of(RecordCodec.TRAFFIC_EVENT.encode(event)), Map.of());
        Verdict first = TestEvents.verdict(eventId, CLIENT, tier, Action.MONITOR, ThreatType.SQL_INJECTION, now);
        publish(first);
        return first;
    }

    /** What became of it a moment later. */
    void revised(
            Verdict first, Action action, double score, String reasoning, @Nullable String degraded, Review review) {
        Review.Origin origin = review.origin();
        String model = review.model() == null ? first.model() : review.model();
        publish(new Verdict(
                first.schema(),
                first.eventId(),
                first.tier(),
                first.revision() + 1,
                first.source(),
                first.clientIp(),
                first.method(),
                first.host(),
                first.path(),
                first.query(),
                first.status(),
                first.route(),
                first.service(),
                score,
                0.9,
                first.threatType(),
                action,
                first.findings(),
                reasoning,
                origin == Review.Origin.REMEMBERED ? "cache/" + model : model,
                degraded,
                first.observedAt(),
                first.receivedAt(),
                first.judgedAt().plus(LATER),
                first.processingMicros(),
                review));
    }

    private void publish(Verdict verdict) {
        byte[] value = RecordCodec.VERDICT.encode(verdict);
        topics.send(Topics.VERDICTS, verdict.clientIp(), verdict.observedAt(), List.of(value), Map.of());
    }

    void told(TierStatus status) {
        byte[] value = RecordCodec.TIER_STATUS.encode(status);
        topics.send(Topics.TIERS, status.key(), status.at(), List.of(value), Map.of());
    }

    /** A tier that asks these models, and has no call of this minute left. */
    void asking(String tier, String instance, Duration ago, TierStatus.Model... models) {
        Instant at = now.minus(ago);
        told(new TierStatus(
                TierStatus.SCHEMA,
                tier,
                instance,
                true,
                null,
                true,
                List.of(models),
                new TierStatus.Budget(60, 60, 140, 1000, 0.25, 2.0),
                new TierStatus.Memory(40, 50, 140, 10),
                7,
                now,
                at));
    }

    /** @param failed calls that timed out, of 100 */
    static TierStatus.Model model(
            String name, String breaker, long failed, @Nullable Double cost, @Nullable String error) {
        return new TierStatus.Model(
                "openai",
                name,
                breaker,
                100,
                100 - failed,
                failed == 0 ? Map.of() : Map.of("timeout", failed),
                3,
                2,
                8,
                81_000,
                6_400,
                cost,
                1250.0,
                error);
    }

    /** An answer to a question about this event, which says this score. */
    static Review asked(double said, @Nullable String limited) {
        return review(MODEL, Review.Origin.ASKED, said, limited);
    }

    static Review review(
            @Nullable String model, Review.Origin origin, @Nullable Double said, @Nullable String limited) {
        boolean asked = origin == Review.Origin.ASKED;
        return new Review(
                model,
                "p1",
                origin,
                "Its score of 0.40 is neither clear nor certain.",
                0.4,
                said,
                limited,
                asked ? 812 : 0,
                asked ? 64 : 0,
                asked ? 0.00031 : 0,
                asked ? 1240 : 0);
    }
}
