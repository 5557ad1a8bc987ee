package ai.kongguard.detect.model;

/** What the n-grams of each stretch of a value say, and the features made of that. Not thread-safe. */
public final class WindowScores {

    /** How many features there are. */
    public static final int SIZE = 6;

    /** Where they stand among the features of the trees. */
    public static final int AT = ValueReader.FEATURES - SIZE;

    /** Less than any stretch scores. */
    private static final float NOTHING = -30;

    private int count;
    private int best;
    private int bestSize;
    private float highest;
    private float second;
    private float sum;
    private int positive;

    /** Forgets the value before. */
    public void clear() {
        count = 0;
        best = 0;
        bestSize = 0;
        highest = NOTHING;
        second = NOTHING;
        sum = 0;
        positive = 0;
    }

    /** The next stretch, with the log-odds and the number of its n-grams. */
    public void add(float score, int ngrams) {
        if (score > highest) {
            second = highest;
            highest = score;
            best = count;
            bestSize = ngrams;
        } else if (score > second) {
            second = score;
        }
        sum += score;
        positive += score > 0 ? 1 : 0;
        count++;
    }

    /** The log-odds of the worst stretch. */
    public float highest() {
        return highest;
    }

    /** Which stretch that is. */
    int best() {
        return best;
    }

    /** Writes the features. */
    public void fill(float[] out) {
        out[AT] = highest;
        out[AT + 1] = second;
        out[AT + 2] = count == 0 ? NOTHING : sum / count;
        out[AT + 3] = positive;
        out[AT + 4] = bestSize;
        out[AT + 5] = count;
    }
}
