package ai.kongguard.detect.model;

/**
 * Decision trees that were boosted from what the n-grams say, each complete to the same depth. A split sends a greater
 * value to the right. Immutable and thread-safe.
 *
 * @param depth splits on the way to a leaf, 1-8
 * @param base where the sum begins, in log-odds
 * @param slope what a point of the n-grams' log-odds adds
 * @param features of each split, tree by tree, in the order of a heap
 * @param thresholds of each split
 * @param leaves what each leaf adds, in log-odds
 */
public record TreeEnsemble(int depth, float base, float slope, short[] features, float[] thresholds, float[] leaves) {

    public TreeEnsemble {
        int splits = (1 << depth) - 1;
        if (depth < 1
                || depth > 8
                || features.length != thresholds.length
                || features.length % splits != 0
                || leaves.length != features.length / splits * (splits + 1)) {
            throw new IllegalArgumentException("The trees are not complete to depth " + depth);
        }
    }

    /** The log-odds that a value with these features is an attack. */
    public float score(float[] row) {
        int splits = (1 << depth) - 1;
        float sum = base + slope * row[WindowScores.AT];
        int leaf = 0;
        for (int tree = 0; tree < features.length; tree += splits) {
            int node = 0;
            for (int level = 0; level < depth; level++) {
                int split = tree + node;
                node = 2 * node + (row[features[split]] > thresholds[split] ? 2 : 1);
            }
            sum += leaves[leaf + node - splits];
            leaf += splits + 1;
        }
        return sum;
    }
}
