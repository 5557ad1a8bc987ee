package ai.kongguard.detect;

import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins what a request contains with what its client does. Behaviour alone never asks for a block, since an address may
 * be shared; it makes content that is suspicious by itself more so. Pure.
 */
final class WithBehaviour {

    private static final double MAX_ALONE = 0.75;
    private static final double MAX_SCORE = 0.99;

    private WithBehaviour() {}

    /** The content's judgement, raised by at least one finding about behaviour. */
    static Judgement join(Judgement content, List<Finding> behaviour, VerdictPolicy policy) {
        List<Finding> told = Scorer.strongest(behaviour);
        double alone = Math.max(0, Math.min(Math.min(Scorer.score(told), MAX_ALONE), Math.nextDown(policy.block())));
        double raised = content.score() >= policy.monitor()
                ? Math.min(MAX_SCORE, content.score() + (1 - content.score()) * alone / 2)
                : content.score();
        // A model may score above what rules and behaviour make of it.
        double score = Math.max(content.score(), Math.max(alone, raised));
        boolean contentDecides = content.score() >= alone && content.threatType() != ThreatType.NONE;
        List<Finding> all = new ArrayList<>(content.findings());
        all.addAll(told);
        return new Judgement(
                score,
                Math.max(score, 1 - score),
                contentDecides ? content.threatType() : told.get(0).type(),
                policy.actionFor(score),
                Scorer.strongest(all),
                reasoning(content, told, contentDecides),
                content.model());
    }

    private static String reasoning(Judgement content, List<Finding> told, boolean contentDecides) {
        String behaviour = "The client: " + told.get(0).evidence() + ".";
        if (content.findings().isEmpty()) {
            return behaviour;
        }
        return contentDecides ? content.reasoning() + " " + behaviour : behaviour + " " + content.reasoning();
    }
}
