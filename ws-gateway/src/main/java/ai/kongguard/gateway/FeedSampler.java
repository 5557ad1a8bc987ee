package ai.kongguard.gateway;

import ai.kongguard.event.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses what a person should see when there is more than anyone can read: threats first, then what is newest. */
final class FeedSampler {

    private FeedSampler() {}

    /** At most {@code max} of these, in their own order; all of them, the same list, when they are no more. */
    static List<Verdict> choose(List<Verdict> verdicts, int max) {
        if (verdicts.size() <= max) {
            return verdicts;
        }
        Comparator<Integer> byThreat =
                Comparator.comparingDouble(i -> -verdicts.get(i).score());
        return IntStream.range(0, verdicts.size())
                .boxed()
                .sorted(byThreat.thenComparing(Comparator.reverseOrder()))
                .limit(max)
                .sorted()
                .map(verdicts::get)
                .toList();
    }
}
