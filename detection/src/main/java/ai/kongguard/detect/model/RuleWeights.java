package ai.kongguard.detect.model;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.detect.rules.Detector;
import ai.kongguard.detect.rules.Rules;
import ai.kongguard.event.Finding;
import java.util.ArrayList;
import java.util.List;

/** What the hand-written rules find in a value, as findings and as features. Not thread-safe. */
public final class RuleWeights {

    private static final List<Detector> RULES = Rules.all();

    /** How many features there are, one for each rule. */
    public static final int SIZE = RULES.size();

    private final List<Finding> findings = new ArrayList<>();
    private final float[] strongest = new float[SIZE];

    /** Asks every rule. */
    public void read(CanonicalValue value) {
        findings.clear();
        for (int i = 0; i < SIZE; i++) {
            int before = findings.size();
            RULES.get(i).detect(value, findings::add);
            strongest[i] = 0;
            for (int f = before; f < findings.size(); f++) {
                strongest[i] = Math.max(strongest[i], (float) findings.get(f).weight());
            }
        }
    }

    /** Of the last value read; overwritten by the next. */
    List<Finding> findings() {
        return findings;
    }

    /** The weight of the strongest finding; 0 without any. */
    float strongest() {
        float highest = 0;
        for (float weight : strongest) {
            highest = Math.max(highest, weight);
        }
        return highest;
    }

    void fill(float[] out, int at) {
        System.arraycopy(strongest, 0, out, at, SIZE);
    }
}
