package ai.kongguard.detect;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.detect.normalize.Canonicaliser;
import ai.kongguard.detect.rules.Detector;
import ai.kongguard.detect.rules.Rules;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import java.util.ArrayList;
import java.util.List;

/** Judges requests one by one, from what they contain alone. Immutable and thread-safe. */
public final class Judge {

    private static final String MODEL = "rules/1";

    private final List<Detector> detectors;
    private final VerdictPolicy policy;

    private Judge(List<Detector> detectors, VerdictPolicy policy) {
        this.detectors = List.copyOf(detectors);
        this.policy = policy;
    }

    /** With every detector there is. */
    public static Judge withPolicy(VerdictPolicy policy) {
        return new Judge(detectors(), policy);
    }

    /** Every detector, a fresh list. */
    static List<Detector> detectors() {
        return Rules.all();
    }

    /** Throws nothing, whatever the event holds. */
    public Judgement judge(TrafficEvent event) {
        List<Finding> findings = new ArrayList<>(4);
        for (CanonicalValue value : Canonicaliser.values(event)) {
            for (Detector detector : detectors) {
                detector.detect(value, findings::add);
            }
        }
        List<Finding> strongest = Scorer.strongest(findings);
        double score = Scorer.score(strongest);
        ThreatType type =
                strongest.isEmpty() ? ThreatType.NONE : strongest.get(0).type();
        return new Judgement(
                score,
                Math.max(score, 1 - score),
                type,
                policy.actionFor(score),
                strongest,
                Reasoning.of(strongest),
                MODEL);
    }
}
