package ai.kongguard.training;

import ai.kongguard.detect.model.NgramWeights;
import ai.kongguard.detect.model.TreeEnsemble;
import ai.kongguard.detect.model.WindowScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows, labels and weights for the trees. */
final class Table {

    /** Benign values of one request that are learned from, the worst first. */
    private static final int WORST = 3;

    private final List<float[]> rows = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    /** Adds a sample as a model sees it that was trained without it. */
    void add(Sample sample, NgramWeights ngrams, float weight) {
        float[][] values = Arrays.stream(sample.values())
                .filter(value -> !value.carrier())
                .map(value -> value.row(ngrams))
                .sorted(Comparator.comparing((float[] row) -> -row[WindowScores.AT]))
                .toArray(float[][]::new);
        int count = Math.min(sample.isAttack() ? 1 : WORST, values.length);
        for (int i = 0; i < count; i++) {
            rows.add(values[i]);
            labels.add(sample.isAttack());
            weights.add(weight);
        }
    }

    TreeEnsemble train(TreeTrainer.Settings settings) {
        boolean[] yes = new boolean[labels.size()];
        float[] weight = new float[labels.size()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = labels.get(i);
            weight[i] = weights.get(i);
        }
        return TreeTrainer.train(rows.toArray(new float[0][]), yes, weight, settings);
    }
}
