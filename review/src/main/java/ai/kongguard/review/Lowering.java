package ai.kongguard.review;

import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import org.jspecify.annotations.Nullable;

/** Decides whether a reviewer may lower a score. Immutable. */
final class Lowering {

    /** A model that is less sure of its own answer changes nothing for the better. */
    private static final double SURE = 0.5;

    private final ReviewLimits limits;
    private final VerdictPolicy policy;

    Lowering(ReviewLimits limits, VerdictPolicy policy) {
        this.limits = limits;
        this.policy = policy;
    }

    /** The score below which nothing is lowered. */
    double floor() {
        return Math.max(limits.monitor(), policy.monitor());
    }

    /** Why an answer that lowers the score is not followed, in plain words; null when it is. */
    @Nullable String refused(Escalation escalation, Answer answer) {
        double before = escalation.verdict().score();
        if (!limits.isUndecided(before) || before >= policy.block()) {
            return "The first score is clear, and no reviewer lowers it.";
        }
        if (escalation.injection() || addressesAModel(escalation)) {
            return "The request may address the reviewer, so it lowers nothing.";
        }
        if (escalation.verdict().findings().stream().anyMatch(Evidence::isBehaviour)) {
            return "The score is also about what the client does, which the reviewer has not seen.";
        }
        Finding unseen = unseen(escalation);
        if (unseen != null) {
            return "The reviewer was not shown the evidence in " + unseen.field() + ".";
        }
        if (answer.threatType() != ThreatType.NONE && answer.score() < floor()) {
            return "The answer contradicts itself: it names a threat and gives the score of a harmless request.";
        }
        return answer.confidence() < SURE ? "The reviewer is not sure of its answer." : null;
    }

    private static boolean addressesAModel(Escalation escalation) {
        return escalation.verdict().findings().stream()
                .anyMatch(finding -> finding.type() == ThreatType.PROMPT_INJECTION);
    }

    /** A finding in a place that no excerpt is of. */
    private static @Nullable Finding unseen(Escalation escalation) {
        for (Finding finding : escalation.verdict().findings()) {
            String field = Excerpts.field(finding.field());
            if (escalation.excerpts().stream()
                    .noneMatch(excerpt -> excerpt.field().equals(field))) {
                return finding;
            }
        }
        return null;
    }
}
