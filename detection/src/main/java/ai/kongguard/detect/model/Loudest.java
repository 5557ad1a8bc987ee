package ai.kongguard.detect.model;

/** Finds the run of tokens that an explanation should quote. */
final class Loudest {

    private Loudest() {}

    /**
     * The run of tokens whose n-grams add up to most, as start and end in the text. An n-gram counts for the token it
     * ends with. Cost: one more look at one stretch, and only for what is shown.
     */
    static int[] of(String text, Lexer tokens, int from, int to, Ngrams ngrams, NgramWeights weights) {
        float best = Float.NEGATIVE_INFINITY;
        int bestFrom = from;
        int bestTo = to;
        float sum = 0;
        int start = from;
        float before = 0;
        for (int i = from; i < to; i++) {
            ngrams.read(text, tokens, from, i + 1);
            float all = 0;
            for (int f = 0; f < ngrams.count; f++) {
                all += weights.weight(ngrams.features[f]);
            }
            float gain = all - before;
            before = all;
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            sum += gain;
            if (sum > best) {
                best = sum;
                bestFrom = start;
                bestTo = i + 1;
            }
        }
        return new int[] {tokens.start[bestFrom], tokens.end[bestTo - 1]};
    }
}
