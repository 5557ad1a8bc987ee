package ai.kongguard.review;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.Judgement;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.Finding;
import ai.kongguard.event.Review;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.traffic.GeneratedRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests, verdicts and answers, each valid and plain, for tests that vary one thing. */
final class Reviews {

    static final VerdictPolicy POLICY = VerdictPolicy.defaults();
    static final ReviewLimits LIMITS = ReviewLimits.of(POLICY);

    /** Escalates whatever the model gives anything for, to have more to look at. */
    static final ReviewLimits WIDE = new ReviewLimits(0.01, 1, 0.3, Set.of(), AllowList.EMPTY);

    private static final Judge JUDGE = Judge.withPolicy(POLICY);

    private Reviews() {}

    static TrafficEvent query(String text) {
        return TestEvents.event("e", "203.0.113.1", "/search", "q=" + encode(text));
    }

    static TrafficEvent event(GeneratedRequest r) {
        return TrafficEvent.ofRequest("test", r.method(), r.path(), r.query(), r.headers(), r.body());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What the local tier says. */
    static Verdict judged(TrafficEvent event) {
        Judgement j = JUDGE.judge(event);
        return verdict(event, j.score(), j.threatType(), j.findings());
    }

    static Verdict verdict(TrafficEvent event, double score, ThreatType type, List<Finding> findings) {
        return new Verdict(
                Verdict.SCHEMA,
                event.eventId(),
                "local",
                0,
                event.source(),
                event.clientIp(),
                event.method(),
                event.host(),
                event.path(),
                event.query(),
                event.status(),
                event.route(),
                event.service(),
                score,
                Math.max(score, 1 - score),
                type,
                POLICY.actionFor(score),
                findings,
                "A first answer.",
                "local/test@1",
                null,
                TestEvents.NOW,
                TestEvents.NOW,
                TestEvents.NOW,
                20);
    }

    static Finding finding(ThreatType type, String field, String evidence) {
        return new Finding(type.wireName(), type, field, 0, evidence.length(), evidence, 0.7);
    }

    /** An undecided SQL injection in {@code query.q}. */
    static Escalation escalation(double score, String text) {
        TrafficEvent event = query(text);
        Verdict verdict = verdict(
                event,
                score,
                ThreatType.SQL_INJECTION,
                List.of(finding(ThreatType.SQL_INJECTION, "query.q", text.substring(0, Math.min(120, text.length())))));
        return new Escalations(WIDE).of(event, verdict, TestEvents.NOW).orElseThrow();
    }

    static Answer answer(double score, ThreatType type) {
        return new Answer(score, type, 0.9, "Because.");
    }

    static Review call(@Nullable String model, Review.Origin origin) {
        return new Review(model, PromptMaker.VERSION, origin, "A reason.", 0, null, null, 100, 20, 0.001, 900);
    }

    static Map<String, String> header(String name, String value) {
        return Map.of(name, value);
    }
}
