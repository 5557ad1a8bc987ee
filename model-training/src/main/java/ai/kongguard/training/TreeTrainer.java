package ai.kongguard.training;

import ai.kongguard.detect.model.TreeEnsemble;
import ai.kongguard.detect.model.WindowScores;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Gradient boosting for a yes or no on histograms, beginning with what the n-grams say: every feature is cut into at most 64 ranges, every tree is complete
 * to one depth, and its splits lower the logistic loss most. Written here because it has to give the same bytes on every
 * machine, with nothing but a JDK. One use each; not thread-safe.
 */
final class TreeTrainer {

    /** How the trees grow. */
    record Settings(int trees, int depth, double rate, long seed) {
        static final Settings DEFAULT = new Settings(60, 4, 0.12, 20261124);
    }

    private static final double ROWS = 0.6;
    private static final double COLUMNS = 0.5;
    private static final double LAMBDA = 4;
    private static final double MIN_HESSIAN = 2;
    private static final double MIN_GAIN = 1e-3;

    private final Settings settings;
    private final boolean[] labels;
    private final float[] weights;
    private final float[] ngrams;
    private final Bins bins;
    private final int rows;
    private final int splits;
    private final SplittableRandom random;
    private final float[] scores;
    private final float[] gradients;
    private final float[] hessians;
    private final int[] nodes;
    private final int[] used;
    private int usedCount;

    private TreeTrainer(float[][] rows, boolean[] labels, float[] weights, Settings settings) {
        this.settings = settings;
        this.labels = labels;
        this.weights = weights;
        this.rows = rows.length;
        bins = new Bins(rows);
        ngrams = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ngrams[i] = rows[i][WindowScores.AT];
        }
        splits = (1 << settings.depth()) - 1;
        random = new SplittableRandom(settings.seed());
        scores = new float[rows.length];
        gradients = new float[rows.length];
        hessians = new float[rows.length];
        nodes = new int[rows.length];
        used = new int[rows.length];
    }

    static TreeEnsemble train(float[][] rows, boolean[] labels, float[] weights, Settings settings) {
        return new TreeTrainer(rows, labels, weights, settings).train();
    }

    private TreeEnsemble train() {
        Line line = Line.fit(ngrams, labels, weights);
        for (int i = 0; i < rows; i++) {
            scores[i] = (float) (line.intercept() + line.slope() * ngrams[i]);
        }
        int trees = settings.trees();
        short[] features = new short[trees * splits];
        float[] thresholds = new float[trees * splits];
        float[] leaves = new float[trees * (splits + 1)];
        for (int tree = 0; tree < trees; tree++) {
            gradients();
            sampleRows();
            int[] feature = new int[splits];
            int[] bin = new int[splits];
            Arrays.fill(feature, -1);
            Arrays.fill(nodes, 0);
            boolean[] columns = columns();
            for (int level = 0; level < settings.depth(); level++) {
                split(level, columns, feature, bin);
                descend(feature, bin);
            }
            float[] leaf = leaves();
            for (int i = 0; i < rows; i++) {
                scores[i] += leaf[nodes[i] - splits];
            }
            for (int s = 0; s < splits; s++) {
                boolean none = feature[s] < 0;
                features[tree * splits + s] = (short) (none ? 0 : feature[s]);
                thresholds[tree * splits + s] = none ? Float.POSITIVE_INFINITY : bins.cut(feature[s], bin[s]);
            }
            System.arraycopy(leaf, 0, leaves, tree * (splits + 1), splits + 1);
        }
        return new TreeEnsemble(
                settings.depth(), (float) line.intercept(), (float) line.slope(), features, thresholds, leaves);
    }

    private void gradients() {
        for (int i = 0; i < rows; i++) {
            double p = 1 / (1 + StrictMath.exp(-scores[i]));
            gradients[i] = (float) ((p - (labels[i] ? 1 : 0)) * weights[i]);
            hessians[i] = (float) Math.max(1e-6, p * (1 - p) * weights[i]);
        }
    }

    private void sampleRows() {
        usedCount = 0;
        for (int i = 0; i < rows; i++) {
            if (random.nextDouble() < ROWS) {
                used[usedCount++] = i;
            }
        }
    }

    private boolean[] columns() {
        boolean[] columns = new boolean[bins.features()];
        for (int f = 0; f < columns.length; f++) {
            columns[f] = random.nextDouble() < COLUMNS && bins.cuts(f) > 0;
        }
        return columns;
    }

    private void split(int level, boolean[] columns, int[] feature, int[] bin) {
        int first = (1 << level) - 1;
        int count = 1 << level;
        double[] bestGain = new double[count];
        Arrays.fill(bestGain, MIN_GAIN);
        double[] g = new double[count * Bins.MAX];
        double[] h = new double[count * Bins.MAX];
        for (int f = 0; f < columns.length; f++) {
            if (!columns[f]) {
                continue;
            }
            Arrays.fill(g, 0);
            Arrays.fill(h, 0);
            byte[] column = bins.column(f);
            for (int u = 0; u < usedCount; u++) {
                int i = used[u];
                int slot = (nodes[i] - first) * Bins.MAX + column[i];
                g[slot] += gradients[i];
                h[slot] += hessians[i];
            }
            for (int node = 0; node < count; node++) {
                int from = node * Bins.MAX;
                double totalG = sum(g, from);
                double totalH = sum(h, from);
                double leftG = 0;
                double leftH = 0;
                for (int b = 0; b < bins.cuts(f); b++) {
                    leftG += g[from + b];
                    leftH += h[from + b];
                    if (leftH < MIN_HESSIAN || totalH - leftH < MIN_HESSIAN) {
                        continue;
                    }
                    double gain = gain(leftG, leftH) + gain(totalG - leftG, totalH - leftH) - gain(totalG, totalH);
                    if (gain > bestGain[node]) {
                        bestGain[node] = gain;
                        feature[first + node] = f;
                        bin[first + node] = b;
                    }
                }
            }
        }
    }

    private static double sum(double[] numbers, int from) {
        double sum = 0;
        for (int b = 0; b < Bins.MAX; b++) {
            sum += numbers[from + b];
        }
        return sum;
    }

    private static double gain(double g, double h) {
        return g * g / (h + LAMBDA);
    }

    private void descend(int[] feature, int[] bin) {
        for (int i = 0; i < rows; i++) {
            int node = nodes[i];
            int f = feature[node];
            boolean right = f >= 0 && bins.column(f)[i] > bin[node];
            nodes[i] = 2 * node + (right ? 2 : 1);
        }
    }

    private float[] leaves() {
        double[] g = new double[splits + 1];
        double[] h = new double[splits + 1];
        for (int u = 0; u < usedCount; u++) {
            int i = used[u];
            g[nodes[i] - splits] += gradients[i];
            h[nodes[i] - splits] += hessians[i];
        }
        float[] leaves = new float[splits + 1];
        for (int k = 0; k <= splits; k++) {
            leaves[k] = (float) (-settings.rate() * g[k] / (h[k] + LAMBDA));
        }
        return leaves;
    }
}
