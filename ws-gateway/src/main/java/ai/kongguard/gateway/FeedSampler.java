package ai.kongguard.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Chooses what a person should see when there is more than anyone can read: threats first, then what is newest. Half of
 * what a cap saves is kept for threats, so that one that comes a moment after much that is harmless is seen too.
 */
public final class FeedSampler {

    /** From this score on it is a threat: what the default policy asks to watch at least. */
    private static final double THREAT = 0.3;

    private FeedSampler() {}

    /** As many of these as the cap allows now, which are spent, in their own order; all of them as the same list. */
    public static <T> List<T> choose(List<T> verdicts, ToDoubleFunction<T> score, RateCap cap, long nanos) {
        int allowance = cap.allowance(nanos);
        List<T> chosen = choose(verdicts, score, allowance, Math.max(0, allowance - cap.reserve()));
        cap.spend(chosen.size());
        return chosen;
    }

    /** At most {@code max} of these, in their own order; all of them, the same list, when they are no more. */
    public static <T> List<T> choose(List<T> verdicts, ToDoubleFunction<T> score, int max) {
        return choose(verdicts, score, max, max);
    }

    private static <T> List<T> choose(List<T> verdicts, ToDoubleFunction<T> score, int max, int maxHarmless) {
        if (verdicts.size() <= maxHarmless) {
            return verdicts;
        }
        Comparator<Integer> byThreat = Comparator.comparingDouble(i -> -score.applyAsDouble(verdicts.get(i)));
        List<Integer> worstFirst = IntStream.range(0, verdicts.size())
                .boxed()
                .sorted(byThreat.thenComparing(Comparator.reverseOrder()))
                .limit(max)
                .toList();
        int threats = (int) worstFirst.stream()
                .filter(i -> score.applyAsDouble(verdicts.get(i)) >= THREAT)
                .count();
        return worstFirst.stream()
                .limit(Math.max(threats, maxHarmless))
                .sorted()
                .map(verdicts::get)
                .toList();
    }
}
