package ai.kongguard.detect.model;

import ai.kongguard.event.ThreatType;
import java.util.List;

/** A linear model over n-grams that tells kinds of attack apart, given that it is one. Immutable and thread-safe. */
public final class TypeWeights {

    /** The kinds it knows; the order is part of the model file. */
    public static final List<ThreatType> TYPES = List.of(
            ThreatType.SQL_INJECTION,
            ThreatType.XSS,
            ThreatType.PATH_TRAVERSAL,
            ThreatType.COMMAND_INJECTION,
            ThreatType.LDAP_INJECTION,
            ThreatType.NOSQL_INJECTION,
            ThreatType.SSTI,
            ThreatType.XXE,
            ThreatType.SSRF,
            ThreatType.RCE,
            ThreatType.CRLF_INJECTION);

    /** There are two to this power of features; a feature of {@link NgramWeights} is known by its lower bits. */
    public static final int BITS = 16;

    private static final int STEPS = 127;

    final byte[] weights;
    final float step;

    TypeWeights(byte[] weights, float step) {
        this.weights = weights;
        this.step = step;
    }

    /** From one weight per feature and type, the types of a feature side by side. */
    public static TypeWeights of(float[] weights) {
        float step = Quantised.step(weights, STEPS);
        return new TypeWeights(Quantised.bytes(weights, step, STEPS), step);
    }

    /** Where the weights of a feature begin. */
    public static int row(int feature) {
        return (feature & ((1 << BITS) - 1)) * TYPES.size();
    }

    /** The probability of each type, in the order of {@link #TYPES}. */
    public float[] probabilities(int[] features, int count) {
        int size = TYPES.size();
        int[] sums = new int[size];
        for (int i = 0; i < count; i++) {
            int row = row(features[i]);
            for (int t = 0; t < size; t++) {
                sums[t] += weights[row + t];
            }
        }
        float[] logits = new float[size];
        float scale = step * NgramWeights.scale(count);
        for (int t = 0; t < size; t++) {
            logits[t] = sums[t] * scale;
        }
        return softmax(logits);
    }

    private static float[] softmax(float[] logits) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        for (int t = 0; t < logits.length; t++) {
            logits[t] = (float) StrictMath.exp(logits[t] - highest);
            sum += logits[t];
        }
        for (int t = 0; t < logits.length; t++) {
            logits[t] = (float) (logits[t] / sum);
        }
        return logits;
    }
}
