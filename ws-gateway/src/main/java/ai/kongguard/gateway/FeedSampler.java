package ai.kongguard.gateway;

import ai.kongguard.event.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Chooses what a person should see when there is more than anyone can read: threats first, then what is newest. */
public final class FeedSampler {

    private FeedSampler() {}

    /** At most {@code max} of these, in their own order; all of them, the same list, when they are no more. */
    static List<Verdict> choose(List<Verdict> verdicts, int max) {
        return choose(verdicts, Verdict::score, max);
    }

    /** The same of anything that has a score. */
    public static <T> List<T> choose(List<T> verdicts, ToDoubleFunction<T> score, int max) {
        if (verdicts.size() <= max) {
            return verdicts;
        }
        Comparator<Integer> byThreat = Comparator.comparingDouble(i -> -score.applyAsDouble(verdicts.get(i)));
        return IntStream.range(0, verdicts.size())
                .boxed()
                .sorted(byThreat.thenComparing(Comparator.reverseOrder()))
                .limit(max)
                .sorted()
                .map(verdicts::get)
                .toList();
    }
}
