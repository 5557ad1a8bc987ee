package ai.kongguard.detect.model;

/** Finds the run of tokens that speaks most for an attack: what an explanation quotes. */
final class Loudest {

    private Loudest() {}

    /**
     * The run of tokens whose n-grams add up to most, as start and end in the text. An n-gram counts for the token it
     * ends with. Linear.
     */
    static int[] of(Lexer tokens, int from, int to, Ngrams ngrams, NgramWeights weights) {
        float best = Float.NEGATIVE_INFINITY;
        int bestFrom = from;
        int bestTo = to;
        float sum = 0;
        int start = from;
        ngrams.begin();
        for (int i = from; i < to; i++) {
            int known = ngrams.count;
            ngrams.add(tokens, from, i);
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            for (int f = known; f < ngrams.count; f++) {
                sum += weights.weight(ngrams.features[f]);
            }
            if (sum > best) {
                best = sum;
                bestFrom = start;
                bestTo = i + 1;
            }
        }
        return new int[] {tokens.start[bestFrom], tokens.end[bestTo - 1]};
    }
}
