package ai.kongguard.analyzer.review;

import ai.kongguard.event.Escalation;
import ai.kongguard.event.Review;
import ai.kongguard.event.Review.Origin;
import ai.kongguard.event.ReviewNote;
import ai.kongguard.event.Verdict;
import ai.kongguard.review.Answer;
import ai.kongguard.review.ReviewRule;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Turns an answer into the next revision of a verdict. Thread-safe. */
public final class RevisionMaker {

    private final ReviewRule rule;
    private final InstantSource clock;

    public RevisionMaker(ReviewRule rule, InstantSource clock) {
        this.rule = rule;
        this.clock = clock;
    }

    /** What was spent is part of the event's verdict that it was spent on, and of no other. */
    public Verdict revise(Escalation escalation, ReviewNote answer) {
        boolean askedForIt = answer.eventId().equals(escalation.verdict().eventId());
        ReviewNote.Opinion opinion = answer.opinion();
        Origin heard = askedForIt ? Origin.ASKED : Origin.REMEMBERED;
        Review call = new Review(
                answer.answeredBy(),
                answer.promptVersion(),
                opinion == null ? Origin.NONE : heard,
                escalation.reason(),
                escalation.verdict().score(),
                null,
                null,
                askedForIt ? answer.inputTokens() : 0,
                askedForIt ? answer.outputTokens() : 0,
                cost(answer.costUsd(), askedForIt),
                askedForIt ? answer.latencyMillis() : 0);
        return rule.revise(escalation, answer(opinion), call, answer.degraded(), clock.instant());
    }

    private static @Nullable Double cost(@Nullable Double costUsd, boolean askedForIt) {
        return costUsd == null || askedForIt ? costUsd : Double.valueOf(0);
    }

    private static @Nullable Answer answer(ReviewNote.@Nullable Opinion opinion) {
        return opinion == null
                ? null
                : new Answer(opinion.score(), opinion.threatType(), opinion.confidence(), opinion.reasoning());
    }
}
