package ai.kongguard.training;

import ai.kongguard.detect.model.NgramWeights;
import ai.kongguard.detect.model.TypeWeights;
import java.util.List;

/** Multinomial logistic regression that tells the types of attack apart, trained by AdaGrad on the worst stretches. */
final class TypeTrainer {

    private static final int TYPES = TypeWeights.TYPES.size();
    private static final int SIZE = (1 << TypeWeights.BITS) * TYPES;
    private static final int ROUNDS = 4;
    private static final float RATE = 0.1f;

    private final float[] weights = new float[SIZE];
    private final float[] squares = new float[SIZE];
    private final NgramWeights ngrams;

    private TypeTrainer(NgramWeights ngrams) {
        this.ngrams = ngrams;
    }

    static TypeWeights train(List<Sample> samples, NgramWeights ngrams, long seed) {
        List<Sample> attacks = samples.stream()
                .filter(sample -> TypeWeights.TYPES.contains(sample.type()))
                .toList();
        GroupWeights groups = new GroupWeights(attacks);
        TypeTrainer trainer = new TypeTrainer(ngrams);
        Order order = new Order(attacks.size(), seed);
        for (int round = 0; round < ROUNDS; round++) {
            for (int index : order.shuffled()) {
                Sample sample = attacks.get(index);
                trainer.learn(sample, groups.of(sample));
            }
        }
        return TypeWeights.of(trainer.weights);
    }

    private void learn(Sample sample, float weight) {
        int[] worst = Worst.stretch(sample, ngrams);
        int label = TypeWeights.TYPES.indexOf(sample.type());
        float scale = NgramWeights.scale(worst.length);
        double[] logits = new double[TYPES];
        for (int feature : worst) {
            int row = TypeWeights.row(feature);
            for (int t = 0; t < TYPES; t++) {
                logits[t] += weights[row + t];
            }
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < TYPES; t++) {
            logits[t] *= scale;
            highest = Math.max(highest, logits[t]);
        }
        double sum = 0;
        for (int t = 0; t < TYPES; t++) {
            logits[t] = StrictMath.exp(logits[t] - highest);
            sum += logits[t];
        }
        for (int t = 0; t < TYPES; t++) {
            float step = (float) (logits[t] / sum - (t == label ? 1 : 0)) * weight * scale;
            for (int feature : worst) {
                int at = TypeWeights.row(feature) + t;
                squares[at] += step * step;
                weights[at] -= (float) (RATE * step / Math.sqrt(squares[at] + 1e-6));
            }
        }
    }
}
