package ai.kongguard.training;

import ai.kongguard.detect.model.NgramWeights;

/** Which part of an attack is the attack, as far as n-grams can tell. */
final class Worst {

    private Worst() {}

    /** The log-odds of the stretch that looks worst; {@link Scored#NOTHING} when everything in it is plain. */
    static float score(Sample sample, NgramWeights weights) {
        int[] worst = stretch(sample, weights);
        return worst.length == 0 ? Scored.NOTHING : weights.score(worst, worst.length);
    }

    /** The n-grams of the stretch that looks worst; none when everything in it is plain. */
    static int[] stretch(Sample sample, NgramWeights weights) {
        int[] worst = new int[0];
        float highest = Float.NEGATIVE_INFINITY;
        for (Sample.Value value : sample.values()) {
            for (int[] window : value.carrier() ? new int[0][] : value.windows()) {
                float score = weights.score(window, window.length);
                if (score > highest) {
                    highest = score;
                    worst = window;
                }
            }
        }
        return worst;
    }
}
