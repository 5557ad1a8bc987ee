package ai.kongguard.training;

import ai.kongguard.detect.model.NgramWeights;
import ai.kongguard.detect.model.TreeEnsemble;
import ai.kongguard.detect.model.TypeWeights;
import ai.kongguard.event.ThreatType;

/**
 * The parts of a model before it has thresholds.
 *
 * @param ngrams what n-grams say
 * @param types which kind they speak for
 * @param trees what the whole value says
 */
record Candidate(NgramWeights ngrams, TypeWeights types, TreeEnsemble trees) {

    Scored score(Sample sample) {
        float highest = Scored.NOTHING;
        Sample.Value worst = null;
        for (Sample.Value value : sample.values()) {
            float score = trees.score(value.row(ngrams));
            if (score > highest) {
                highest = score;
                worst = value;
            }
        }
        return worst == null
                ? new Scored(sample, highest, ThreatType.NONE, "")
                : new Scored(sample, highest, type(worst), worst.text());
    }

    private ThreatType type(Sample.Value value) {
        int[] features = value.worst(ngrams);
        float[] probabilities = types.probabilities(features, features.length);
        int best = 0;
        for (int t = 1; t < probabilities.length; t++) {
            best = probabilities[t] > probabilities[best] ? t : best;
        }
        return TypeWeights.TYPES.get(best);
    }
}
