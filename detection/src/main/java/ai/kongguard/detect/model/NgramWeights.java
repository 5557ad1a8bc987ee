package ai.kongguard.detect.model;

/**
 * A linear model over n-grams: how strongly each speaks for an attack. Immutable and thread-safe.
 */
public final class NgramWeights {

    /** There are two to this power of features. */
    public static final int BITS = Ngrams.BITS;

    private static final int STEPS = 127;

    final byte[] weights;
    final float step;
    final float bias;

    NgramWeights(byte[] weights, float step, float bias) {
        this.weights = weights;
        this.step = step;
        this.bias = bias;
    }

    /** Rounds weights to one byte each, which changes no answer that matters and keeps them in the cache. */
    public static NgramWeights of(float[] weights, float bias) {
        float step = Quantised.step(weights, STEPS);
        return new NgramWeights(Quantised.bytes(weights, step, STEPS), step, bias);
    }

    /** The log-odds that a stretch with these features is an attack. */
    public float score(int[] features, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[features[i]];
        }
        return bias + sum * step * scale(count);
    }

    /** What the sum over a stretch is multiplied by, since long ones have more features and not more truth. */
    public static float scale(int count) {
        return (float) (4 / Math.sqrt(count + 20.0));
    }

    /** What one feature adds before scaling. */
    float weight(int feature) {
        return weights[feature] * step;
    }
}
