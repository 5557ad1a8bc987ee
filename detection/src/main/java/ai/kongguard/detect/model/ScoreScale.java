package ai.kongguard.detect.model;

/**
 * Puts the log-odds of the trees on the scale of scores, so that a model's thresholds lie where policies expect them:
 * monitor at 0.3, rate limit at 0.6, block at 0.8. Monotone. Immutable.
 *
 * @param monitor log-odds from which a request is worth a look
 * @param rateLimit log-odds, above {@code monitor}
 * @param block log-odds, above {@code rateLimit}: where the budget of false positives is kept
 * @param slope of the calibration: how much surer a point of log-odds makes
 * @param intercept of the calibration
 */
public record ScoreScale(float monitor, float rateLimit, float block, float slope, float intercept) {

    private static final double MONITOR = 0.3;
    private static final double RATE_LIMIT = 0.6;
    private static final double BLOCK = 0.8;
    private static final double HIGHEST = 0.99;

    public ScoreScale {
        if (!(monitor < rateLimit && rateLimit < block && slope > 0) || Float.isNaN(intercept)) {
            throw new IllegalArgumentException("The scale needs monitor < rate limit < block and a positive slope");
        }
    }

    /** The score, 0 to 0.99. */
    public double score(float logOdds) {
        if (logOdds >= block) {
            return BLOCK + (HIGHEST - BLOCK) * (1 - StrictMath.exp((block - logOdds) / 2.0));
        }
        if (logOdds >= rateLimit) {
            return between(logOdds, rateLimit, block, RATE_LIMIT, BLOCK);
        }
        if (logOdds >= monitor) {
            return between(logOdds, monitor, rateLimit, MONITOR, RATE_LIMIT);
        }
        return MONITOR * StrictMath.exp((logOdds - monitor) / 2.0);
    }

    /** The probability, 0-1, that a request with these log-odds is an attack, were both kinds as frequent. */
    public double probability(float logOdds) {
        return 1 / (1 + StrictMath.exp(-(slope * (double) logOdds + intercept)));
    }

    private static double between(float x, float from, float to, double low, double high) {
        return Math.min(Math.nextDown(high), low + (high - low) * (x - from) / (to - from));
    }
}
