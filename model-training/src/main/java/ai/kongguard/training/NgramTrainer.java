package ai.kongguard.training;

import ai.kongguard.detect.model.NgramWeights;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Logistic regression over hashed n-grams, trained by AdaGrad. Which stretch of an attack is the attack is not known:
 * it is taken to be the one that the model so far likes best. Of a benign request every stretch is benign, and the ones
 * that look worst are learned from.
 */
final class NgramTrainer {

    private static final int SIZE = 1 << NgramWeights.BITS;
    private static final int ROUNDS = 6;
    private static final int WORST = 3;
    private static final float RATE = 0.05f;

    /** Fewer requests than this, and an n-gram says more about them than about attacks. */
    private static final int MIN_REQUESTS = 4;

    private static final double NEGLIGIBLE = 1e-4;

    private final float[] weights = new float[SIZE];
    private final float[] squares = new float[SIZE];
    private final boolean[] kept;
    private final GroupWeights groups;
    private float bias;
    private float biasSquare = 1e-6f;

    private NgramTrainer(List<Sample> samples) {
        kept = frequent(samples);
        groups = new GroupWeights(samples);
    }

    static NgramWeights train(List<Sample> samples, long seed) {
        NgramTrainer trainer = new NgramTrainer(samples);
        Order order = new Order(samples.size(), seed);
        for (int round = 0; round < ROUNDS; round++) {
            for (int index : order.shuffled()) {
                Sample sample = samples.get(index);
                if (sample.isAttack()) {
                    trainer.attack(sample);
                } else {
                    trainer.benign(sample);
                }
            }
        }
        return NgramWeights.of(trainer.weights, trainer.bias);
    }

    private void attack(Sample sample) {
        int[] best = new int[0];
        float highest = Float.NEGATIVE_INFINITY;
        for (Sample.Value value : sample.values()) {
            if (value.carrier()) {
                continue;
            }
            for (int[] window : value.windows()) {
                float score = score(window);
                if (score > highest) {
                    highest = score;
                    best = window;
                }
            }
        }
        learn(best, highest, 1, groups.of(sample));
    }

    private void benign(Sample sample) {
        int count = 0;
        for (Sample.Value value : sample.values()) {
            count += value.windows().length;
        }
        float[] scores = new float[count];
        int next = 0;
        for (Sample.Value value : sample.values()) {
            for (int[] window : value.windows()) {
                scores[next++] = score(window);
            }
        }
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        float floor = count > WORST ? sorted[count - WORST] : Float.NEGATIVE_INFINITY;
        next = 0;
        for (Sample.Value value : sample.values()) {
            for (int[] window : value.windows()) {
                float score = scores[next++];
                if (score >= floor) {
                    learn(window, score, 0, groups.of(sample));
                }
            }
        }
    }

    private float score(int[] features) {
        float sum = 0;
        for (int feature : features) {
            sum += weights[feature];
        }
        return bias + sum * NgramWeights.scale(features.length);
    }

    private void learn(int[] features, float score, int label, float weight) {
        float gradient = (float) (1 / (1 + StrictMath.exp(-score)) - label) * weight;
        if (features.length == 0 || Math.abs(gradient) < NEGLIGIBLE) {
            return;
        }
        float step = gradient * NgramWeights.scale(features.length);
        float square = step * step;
        for (int feature : features) {
            if (kept[feature]) {
                squares[feature] += square;
                weights[feature] -= (float) (RATE * step / Math.sqrt(squares[feature] + 1e-6));
            }
        }
        biasSquare += gradient * gradient;
        bias -= (float) (RATE * gradient / Math.sqrt(biasSquare));
    }

    /** The n-grams of enough requests of more than one source. */
    private static boolean[] frequent(List<Sample> samples) {
        int[] requests = new int[SIZE];
        int[] firstSource = new int[SIZE];
        boolean[] severalSources = new boolean[SIZE];
        Map<String, Integer> sources = new HashMap<>();
        for (Sample sample : samples) {
            int source = sources.computeIfAbsent(sample.source(), name -> sources.size() + 1);
            for (Sample.Value value : sample.values()) {
                for (int[] window : value.carrier() ? new int[0][] : value.windows()) {
                    for (int feature : window) {
                        requests[feature]++;
                        severalSources[feature] |= firstSource[feature] != 0 && firstSource[feature] != source;
                        firstSource[feature] = source;
                    }
                }
            }
        }
        boolean[] kept = new boolean[SIZE];
        for (int i = 0; i < SIZE; i++) {
            kept[i] = requests[i] >= MIN_REQUESTS && severalSources[i];
        }
        return kept;
    }
}
