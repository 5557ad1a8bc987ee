package ai.kongguard.replay.compare;

import ai.kongguard.detect.Judgement;
import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;

/**
 * What a detector makes of one event. Immutable.
 *
 * @param score 0 (harmless) to 1 (certain attack)
 * @param type of the strongest finding; {@link ThreatType#NONE} without any
 * @param action what the detector asks for
 * @param model the label of the model that decided
 */
public record Opinion(double score, ThreatType type, Action action, String model) {

    static Opinion of(Judgement judgement) {
        return new Opinion(judgement.score(), judgement.threatType(), judgement.action(), judgement.model());
    }

    static Opinion of(Verdict verdict) {
        return new Opinion(verdict.score(), verdict.threatType(), verdict.action(), verdict.model());
    }

    /** Whether it stops or slows the request. */
    public boolean blocks() {
        return action.blocks();
    }
}
