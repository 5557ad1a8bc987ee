package ai.kongguard.analyzer.review;

import ai.kongguard.event.Escalation;
import ai.kongguard.event.ReviewNote;
import ai.kongguard.event.ReviewNote.Kind;
import ai.kongguard.llm.Reviewed;
import ai.kongguard.llm.Reviewer;
import ai.kongguard.review.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts into notes what one reviewer asks and hears. Thread-safe. */
final class NoteMaker {

    /** Time to write an answer down, and for clocks that disagree. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final Reviewed NOT_YET = new Reviewed(null, null, null, 0, 0, null, 0);

    private final AskedOnce.Who who;
    private final Reviewer reviewer;
    private final AskedOnce.Remembering remembering;

    NoteMaker(AskedOnce.Who who, Reviewer reviewer, AskedOnce.Remembering remembering) {
        this.who = who;
        this.reviewer = reviewer;
        this.remembering = remembering;
    }

    /** Of the notes about this escalation. */
    String key(Escalation escalation) {
        return ReviewNote.key(escalation.reviewKey(), reviewer.model(), who.promptVersion());
    }

    /** It lasts as long as the question may take. */
    ReviewNote claim(Escalation escalation, Instant now) {
        Instant until = now.plusMillis(reviewer.maxMillis()).plus(MARGIN);
        return note(Kind.CLAIM, escalation, now, until, null, null, NOT_YET);
    }

    /** It is remembered the longer, the better it is. */
    ReviewNote answer(Escalation escalation, Reviewed reviewed, Instant now) {
        Answer answer = reviewed.answer();
        if (answer == null) {
            String reason = reviewed.degraded() == null ? "no answer" : reviewed.degraded();
            return note(Kind.ANSWER, escalation, now, now.plus(remembering.failures()), null, reason, reviewed);
        }
        Duration kept = reviewed.degraded() == null ? remembering.answers() : remembering.fallbacks();
        ReviewNote.Opinion opinion =
                new ReviewNote.Opinion(answer.score(), answer.threatType(), answer.confidence(), answer.reasoning());
        return note(Kind.ANSWER, escalation, now, now.plus(kept), opinion, reviewed.degraded(), reviewed);
    }

    private ReviewNote note(
            Kind kind,
            Escalation escalation,
            Instant at,
            Instant until,
            ReviewNote.@Nullable Opinion opinion,
            @Nullable String degraded,
            Reviewed reviewed) {
        return new ReviewNote(
                ReviewNote.SCHEMA,
                kind,
                escalation.reviewKey(),
                reviewer.model(),
                who.promptVersion(),
                escalation.verdict().eventId(),
                who.tier(),
                who.instance(),
                at,
                until,
                opinion,
                reviewed.model(),
                degraded,
                reviewed.inputTokens(),
                reviewed.outputTokens(),
                reviewed.costUsd(),
                reviewed.latencyMillis());
    }
}
