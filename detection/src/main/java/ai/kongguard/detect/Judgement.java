package ai.kongguard.detect;

import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.List;

/**
 * What is thought of one request. Immutable.
 *
 * @param score 0 (harmless) to 1 (certain attack)
 * @param confidence 0-1: how sure the judge is that the score falls on the right side of one half
 * @param threatType of the strongest finding; {@link ThreatType#NONE} without any
 * @param action what the policy makes of the score
 * @param findings strongest first, at most {@link Scorer#MAX_FINDINGS}
 * @param reasoning one sentence
 * @param model provider and name of what decided
 */
public record Judgement(
        double score,
        double confidence,
        ThreatType threatType,
        Action action,
        List<Finding> findings,
        String reasoning,
        String model) {}
