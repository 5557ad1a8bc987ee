package ai.kongguard.training;

import ai.kongguard.detect.model.NgramWeights;
import ai.kongguard.detect.model.WindowScores;
import ai.kongguard.event.ThreatType;

/**
 * A labelled request as numbers.
 *
 * @param id of the request
 * @param source where it comes from
 * @param type what it is
 * @param values its values, none of them plain
 */
record Sample(String id, String source, ThreatType type, Value[] values) {

    boolean isAttack() {
        return type != ThreatType.NONE;
    }

    /** Samples of one group share what a group may weigh. */
    String group() {
        return source + " " + type.wireName();
    }

    /**
     * One value of it.
     *
     * @param windows the n-grams of each stretch
     * @param row the features of the trees but those that need a model
     * @param carrier whether benign requests hold the same value, so that it cannot be the attack
     * @param text decoded, for people, bounded
     */
    record Value(int[][] windows, float[] row, boolean carrier, String text) {

        /** The features of the trees. */
        float[] row(NgramWeights weights) {
            WindowScores scores = new WindowScores();
            scores.clear();
            for (int[] window : windows) {
                scores.add(weights.score(window, window.length), window.length);
            }
            float[] full = row.clone();
            scores.fill(full);
            return full;
        }

        /** The stretch that looks worst. */
        int[] worst(NgramWeights weights) {
            int[] worst = windows[0];
            for (int[] window : windows) {
                if (weights.score(window, window.length) > weights.score(worst, worst.length)) {
                    worst = window;
                }
            }
            return worst;
        }
    }
}
