package ai.kongguard.review;

import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.Review;
import ai.kongguard.event.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the next revision of a verdict, and keeps a reviewer within its limits. Thread-safe. */
public final class ReviewRule {

    private final ReviewLimits limits;
    private final VerdictPolicy policy;

    public ReviewRule(ReviewLimits limits, VerdictPolicy policy) {
        this.limits = limits;
        this.policy = policy;
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
        throw new UnsupportedOperationException(
                "skeleton " + limits + policy + escalation + answer + call + degraded + now);
    }
}
