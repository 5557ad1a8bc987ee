package ai.kongguard.detect;

import ai.kongguard.detect.prompt.PromptInjection;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins what a request contains with text in it that addresses a model. Such text harms nobody by itself, so it asks
 * for a look and no more; but whoever sends it has something to hide. Pure.
 */
final class WithPromptInjection {

    private WithPromptInjection() {}

    /** The content's judgement, raised to {@code monitor} by at least one finding. */
    static Judgement join(Judgement content, List<Finding> told, VerdictPolicy policy) {
        double alone = Math.max(
                0, Math.min(Math.max(PromptInjection.WEIGHT, policy.monitor()), Math.nextDown(policy.rateLimit())));
        boolean contentDecides = content.score() >= alone && content.threatType() != ThreatType.NONE;
        double score = Math.max(content.score(), alone);
        // Ten stronger findings must not crowd it out: it is what reviewers are kept in bounds by.
        List<Finding> all = new ArrayList<>(content.findings().stream()
                .limit(Scorer.MAX_FINDINGS - told.size())
                .toList());
        all.addAll(told);
        String address = "It addresses a language model in " + told.get(0).field() + ".";
        return new Judgement(
                score,
                contentDecides ? content.confidence() : Math.max(score, 1 - score),
                contentDecides ? content.threatType() : ThreatType.PROMPT_INJECTION,
                policy.actionFor(score),
                Scorer.strongest(all),
                content.findings().isEmpty() ? address : content.reasoning() + " " + address,
                content.model());
    }
}
