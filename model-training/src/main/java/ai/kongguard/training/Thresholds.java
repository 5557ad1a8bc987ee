package ai.kongguard.training;

import ai.kongguard.detect.model.ScoreScale;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Fits the thresholds of a model to what it makes of sources that it was not trained on. */
final class Thresholds {

    /** A third of what is promised for ordinary traffic: other traffic is more different than the folds are. */
    private static final double BLOCK = 0.0003;

    private static final double RATE_LIMIT = 0.002;
    private static final double MONITOR = 0.01;

    private Thresholds() {}

    static ScoreScale fit(List<Scored> scored) {
        float[] ordinary = sorted(
                scored,
                one -> !one.sample().isAttack()
                        && Sources.isOrdinary(one.sample().source()));
        float block = exceededBy(ordinary, BLOCK);
        float rateLimit = Math.min(exceededBy(ordinary, RATE_LIMIT), block - 0.5f);
        float monitor = Math.min(exceededBy(ordinary, MONITOR), rateLimit - 0.5f);
        Line line = calibration(scored);
        return new ScoreScale(monitor, rateLimit, block, (float) line.slope(), (float) line.intercept());
    }

    /** The log-odds that so large a share of a sorted list exceeds. */
    static float exceededBy(float[] sorted, double share) {
        int above = (int) Math.floor(sorted.length * share);
        return Math.nextUp(sorted[Math.max(0, sorted.length - 1 - above)]);
    }

    static float[] sorted(List<Scored> scored, Predicate<Scored> wanted) {
        List<Scored> chosen = scored.stream().filter(wanted).toList();
        float[] logOdds = new float[chosen.size()];
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] = chosen.get(i).logOdds();
        }
        Arrays.sort(logOdds);
        return logOdds;
    }

    /** As if attacks and benign requests were as frequent. */
    private static Line calibration(List<Scored> scored) {
        long attacks = scored.stream().filter(one -> one.sample().isAttack()).count();
        float[] numbers = new float[scored.size()];
        boolean[] labels = new boolean[scored.size()];
        float[] weights = new float[scored.size()];
        for (int i = 0; i < numbers.length; i++) {
            Scored one = scored.get(i);
            numbers[i] = Math.max(-12, one.logOdds());
            labels[i] = one.sample().isAttack();
            weights[i] = 1000f / (labels[i] ? attacks : scored.size() - attacks);
        }
        return Line.fit(numbers, labels, weights);
    }
}
