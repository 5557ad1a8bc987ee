package ai.kongguard.gateway;

import ai.kongguard.event.Action;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.Finding;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.LatencySummary;
import ai.kongguard.event.Review;
import ai.kongguard.event.ReviewNote;
import ai.kongguard.event.StoredRecording;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TierStatus;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestWindows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the gateway reads, for tests that vary one thing. */
final class Samples {

    static final String TIER = "local";
    static final Instant NOW = TestEvents.NOW;

    private Samples() {}

    static Verdict benign(String eventId) {
        return TestEvents.verdict(eventId, "203.0.113.1", TIER, Action.ALLOW, ThreatType.NONE, NOW);
    }

    static Verdict attack(String eventId) {
        return TestEvents.verdict(eventId, "203.0.113.2", TIER, Action.BLOCK, ThreatType.XSS, NOW);
    }

    /** One that can be played, all of which was read. */
    static StoredRecording recording(String name) {
        StoredRecording.About about = new StoredRecording.About(
                NOW, "a test", "kafka", List.of("gateway.traffic"), Map.of("run", "7"), false);
        return new StoredRecording(
                StoredRecording.SCHEMA,
                name,
                1_000,
                NOW,
                about,
                100L,
                NOW,
                NOW.plusSeconds(10),
                new StoredRecording.Contents(90, 30, 40, 10),
                null);
    }

    /** An attack with this text wherever an attacker's text may be. */
    static Verdict hostile(String eventId, String text) {
        Verdict v = attack(eventId);
        Finding finding = new Finding("xss", ThreatType.XSS, "query.q", 2, 8, text, 0.9);
        return new Verdict(
                v.schema(),
                v.eventId(),
                v.tier(),
                v.revision(),
                "demo",
                text,
                text,
                text,
                text,
                text,
                null,
                text,
                null,
                v.score(),
                v.confidence(),
                v.threatType(),
                v.action(),
                List.of(finding),
                text,
                v.model(),
                null,
                v.observedAt(),
                v.receivedAt(),
                v.judgedAt(),
                12_345);
    }

    /** What a fallback answered, for this reason. */
    static Verdict degraded(String eventId, String reason) {
        Verdict v = attack(eventId);
        return new Verdict(
                v.schema(),
                v.eventId(),
                v.tier(),
                v.revision(),
                v.source(),
                v.clientIp(),
                v.method(),
                v.host(),
                v.path(),
                v.query(),
                v.status(),
                v.route(),
                v.service(),
                v.score(),
                v.confidence(),
                v.threatType(),
                v.action(),
                v.findings(),
                v.reasoning(),
                v.model(),
                reason,
                v.observedAt(),
                v.receivedAt(),
                v.judgedAt(),
                v.processingMicros());
    }

    /** A second opinion. */
    static Verdict reviewed(String eventId) {
        Verdict v = attack(eventId);
        Review review = new Review(
                "openai/model-1",
                "p1",
                Review.Origin.ASKED,
                "the score is undecided",
                0.4,
                0.9,
                "it may not lower",
                100,
                20,
                0.001,
                900);
        return new Verdict(
                v.schema(),
                v.eventId(),
                v.tier(),
                1,
                v.source(),
                v.clientIp(),
                v.method(),
                v.host(),
                v.path(),
                v.query(),
                v.status(),
                v.route(),
                v.service(),
                v.score(),
                v.confidence(),
                v.threatType(),
                v.action(),
                v.findings(),
                v.reasoning(),
                "openai/model-1",
                null,
                v.observedAt(),
                v.receivedAt(),
                v.judgedAt(),
                v.processingMicros(),
                review);
    }

    static Escalation escalation(String eventId) {
        Escalation.Excerpt excerpt = new Escalation.Excerpt("query.q", 8, List.of(new Escalation.Slice(0, "<script>")));
        return new Escalation(
                Escalation.SCHEMA, attack(eventId), "key-1", "the score is undecided", false, 3, List.of(excerpt), NOW);
    }

    /** A reviewer is about to ask about this event. */
    static ReviewNote claim(String eventId, Instant at) {
        return note(ReviewNote.Kind.CLAIM, eventId, at, null, null);
    }

    /** A model said this score about it. */
    static ReviewNote answer(String eventId, Instant at, double score) {
        ReviewNote.Opinion opinion = new ReviewNote.Opinion(score, ThreatType.XSS, 0.9, "<script> it says");
        return note(ReviewNote.Kind.ANSWER, eventId, at, opinion, null);
    }

    /** Nobody answered, for this reason. */
    static ReviewNote noAnswer(String eventId, Instant at, String reason) {
        return note(ReviewNote.Kind.ANSWER, eventId, at, null, reason);
    }

    private static ReviewNote note(
            ReviewNote.Kind kind,
            String eventId,
            Instant at,
            ReviewNote.@Nullable Opinion opinion,
            @Nullable String degraded) {
        return new ReviewNote(
                ReviewNote.SCHEMA,
                kind,
                "key-1",
                "openai/model-1",
                "p1",
                eventId,
                "cloud",
                "cloud/i1",
                at,
                at.plusSeconds(30),
                opinion,
                opinion == null ? null : "openai/model-1",
                degraded,
                100,
                20,
                0.001,
                900);
    }

    /** A tier that has asked ten times, of which two failed, and began to count a minute ago. */
    static TierStatus tierStatus(String tier, Instant at) {
        TierStatus.Model model = new TierStatus.Model(
                "openai",
                "openai/model-1",
                "closed",
                10,
                8,
                Map.of("timeout", 2L),
                1,
                0,
                8,
                1_000,
                200,
                0.02,
                450.0,
                "timeout");
        return new TierStatus(
                TierStatus.SCHEMA,
                tier,
                "i1",
                true,
                null,
                true,
                List.of(model),
                new TierStatus.Budget(2, 60, 10, 1_000, 0.02, 5.0),
                new TierStatus.Memory(8, 10, 25, 5),
                3,
                at.minusSeconds(60),
                at);
    }

    /** Everything counted so far, of which {@code blocked} are blocked and {@code limited} slowed. */
    static MetricsWindow total(long requests, long blocked, long limited, Instant emittedAt) {
        Map<Action, Long> actions =
                Map.of(Action.BLOCK, blocked, Action.RATE_LIMIT, limited, Action.ALLOW, requests - blocked - limited);
        return window(MetricsWindow.TOTAL, NOW, requests, actions, emittedAt);
    }

    static MetricsWindow window(long sizeMs, Instant start, long requests) {
        return window(sizeMs, start, requests, Map.of(), start.plusMillis(sizeMs));
    }

    private static MetricsWindow window(
            long sizeMs, Instant start, long requests, Map<Action, Long> actions, Instant emittedAt) {
        LatencySummary latency = requests == 0 ? null : new LatencySummary(requests, 12.5, 10, 30, 40, 50, new byte[0]);
        return TestWindows.window(TIER, sizeMs, start, requests, actions, Map.of(), latency, emittedAt);
    }
}
