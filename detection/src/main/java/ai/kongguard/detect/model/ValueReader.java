package ai.kongguard.detect.model;

import ai.kongguard.detect.normalize.CanonicalValue;
import java.util.Arrays;

/**
 * What a model sees of a value: the n-grams of its stretches, and the features of its middle. Holds those of the last
 * value read; not thread-safe.
 */
public final class ValueReader {

    /** How many features the trees look at. */
    public static final int FEATURES = Shape.SIZE + RuleWeights.SIZE + WindowScores.SIZE;

    /** Characters of a value that everything but n-grams looks at, which costs more for each. */
    private static final int MIDDLE = 4096;

    private final Lexer tokens = new Lexer();
    private final Lexer tokensOfPart = new Lexer();
    private final Windows windows = new Windows();
    private final Ngrams ngrams = new Ngrams();
    private final Shape shape = new Shape();
    private final WindowScores scores = new WindowScores();
    private CanonicalValue read = CanonicalValue.EMPTY;

    /** Reads a value; everything below is about it until the next is read. */
    public void read(CanonicalValue value) {
        read = value;
        tokens.read(value.lower());
        windows.read(tokens);
    }

    /** How many stretches are judged apart; 0 when it is plain prose. */
    public int windows() {
        return windows.count;
    }

    /** The n-grams of one stretch, for training. */
    public int[] ngrams(int window) {
        readNgrams(window);
        return Arrays.copyOf(ngrams.features, ngrams.count);
    }

    /** All of the value, or of a long one what lies around its oddest stretch. */
    public CanonicalValue middle() {
        int length = read.text().length();
        if (length <= MIDDLE) {
            return read;
        }
        int from = Math.max(0, Math.min(length - MIDDLE, tokens.start[windows.oddest] - MIDDLE / 4));
        return read.part(from, from + MIDDLE);
    }

    /** What the n-grams of each stretch say. */
    WindowScores score(NgramWeights weights) {
        scores.clear();
        for (int i = 0; i < windows.count; i++) {
            readNgrams(i);
            scores.add(weights.score(ngrams.features, ngrams.count), ngrams.count);
        }
        return scores;
    }

    /** The probability of each type of attack, by the worst stretch. */
    float[] types(TypeWeights weights) {
        readNgrams(scores.best());
        return weights.probabilities(ngrams.features, ngrams.count);
    }

    /**
     * The features that do not depend on a model: {@link Shape} and {@link RuleWeights}.
     *
     * @param middle what {@link #middle} gave
     * @param rules what rules found in it
     */
    public void describe(CanonicalValue middle, RuleWeights rules, float[] out) {
        Lexer its = tokens;
        if (middle != read) {
            tokensOfPart.read(middle.lower());
            its = tokensOfPart;
        }
        shape.fill(middle, its, out, 0);
        rules.fill(out, Shape.SIZE);
    }

    /** Where in the decoded text the part of the worst stretch lies that speaks loudest; start and end. */
    int[] loudest(NgramWeights weights) {
        int window = scores.best();
        return Loudest.of(tokens, windows.from[window], windows.to[window], ngrams, weights);
    }

    private void readNgrams(int window) {
        ngrams.read(tokens, windows.from[window], windows.to[window]);
    }
}
