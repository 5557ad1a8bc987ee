package ai.kongguard.review;

import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.Review;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next revision of a verdict, and keeps a reviewer within its limits: it may raise any score, but what it has
 * read was written by whoever sent the request, so it lowers a score only where nobody can have talked it round, only
 * about evidence that it was shown, and never below {@code monitor}. Thread-safe.
 */
public final class ReviewRule {

    /** {@link Verdict#degraded()} when nobody answered and nobody says why. */
    static final String UNAVAILABLE = "unavailable";

    private final VerdictPolicy policy;
    private final Lowering lowering;

    public ReviewRule(ReviewLimits limits, VerdictPolicy policy) {
        this.policy = policy;
        this.lowering = new Lowering(limits, policy);
    }

    /**
     * The revision after the one escalated.
     *
     * @param answer null when nobody answered: the first answer stands, and {@code degraded} says why
     * @param call how the answer came about; score fields and {@code limited} are filled in here
     * @param degraded why nobody answered, or why a fallback did; null otherwise
     */
    public Verdict revise(
            Escalation escalation, @Nullable Answer answer, Review call, @Nullable String degraded, Instant now) {
        Verdict before = escalation.verdict();
        if (answer == null) {
            String why = degraded == null ? UNAVAILABLE : degraded;
            return revision(before, Opinion.of(before), before.model(), why, review(call, before, null, null), now);
        }
        String refused = refused(escalation, answer);
        if (refused != null) {
            Review review = review(call, before, answer.score(), refused);
            return revision(before, Opinion.of(before), label(call, before), degraded, review, now);
        }
        double score = Math.max(answer.score(), floor(before));
        Review review = review(call, before, answer.score(), score > answer.score() ? belowMonitor() : null);
        // What was lowered is still suspected of the same.
        boolean named = score >= before.score() && answer.threatType() != ThreatType.NONE;
        Opinion opinion = new Opinion(
                score, answer.confidence(), named ? answer.threatType() : before.threatType(), answer.reasoning());
        return revision(before, opinion, label(call, before), degraded, review, now);
    }

    /** Why the answer is not followed at all; null when it is, down to the floor. */
    private @Nullable String refused(Escalation escalation, Answer answer) {
        double before = escalation.verdict().score();
        boolean harmless = answer.threatType() == ThreatType.NONE;
        if (harmless && answer.score() >= policy.monitor() && answer.score() > before) {
            return "The answer contradicts itself: it raises the score and names no threat.";
        }
        if (answer.score() >= before) {
            return null;
        }
        return lowering.refused(escalation, answer);
    }

    private double floor(Verdict before) {
        return Math.min(before.score(), lowering.floor());
    }

    private String belowMonitor() {
        return String.format(Locale.ROOT, "No reviewer lowers a score below %.2f.", lowering.floor());
    }

    private static String label(Review call, Verdict before) {
        String model = call.model();
        if (model == null) {
            return before.model();
        }
        return call.origin() == Review.Origin.REMEMBERED ? "cache/" + model : model;
    }

    private static Review review(Review call, Verdict before, @Nullable Double answered, @Nullable String limited) {
        return new Review(
                call.model(),
                call.promptVersion(),
                call.origin(),
                call.reason(),
                before.score(),
                answered,
                limited,
                call.inputTokens(),
                call.outputTokens(),
                call.costUsd(),
                call.latencyMillis());
    }

    private Verdict revision(
            Verdict v, Opinion opinion, String model, @Nullable String degraded, Review review, Instant now) {
        return new Verdict(
                Verdict.SCHEMA,
                v.eventId(),
                v.tier(),
                v.revision() + 1,
                v.source(),
                v.clientIp(),
                v.method(),
                v.host(),
                v.path(),
                v.query(),
                v.status(),
                v.route(),
                v.service(),
                opinion.score(),
                opinion.confidence(),
                opinion.threatType(),
                policy.actionFor(opinion.score()),
                v.findings(),
                opinion.reasoning(),
                model,
                degraded,
                v.observedAt(),
                v.receivedAt(),
                now,
                v.processingMicros(),
                review);
    }

    /** What a revision says anew. */
    private record Opinion(double score, double confidence, ThreatType threatType, String reasoning) {

        static Opinion of(Verdict verdict) {
            return new Opinion(verdict.score(), verdict.confidence(), verdict.threatType(), verdict.reasoning());
        }
    }
}
