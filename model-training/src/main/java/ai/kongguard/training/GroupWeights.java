package ai.kongguard.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much each sample counts: a source with ten times the samples counts three times as much, not ten. */
final class GroupWeights {

    private static final double EVEN = 600;
    private static final double HIGHEST = 4;

    private final Map<String, Integer> sizes = new HashMap<>();

    GroupWeights(List<Sample> samples) {
        samples.forEach(sample -> sizes.merge(sample.group(), 1, Integer::sum));
    }

    float of(Sample sample) {
        int size = sizes.getOrDefault(sample.group(), 1);
        return (float) Math.min(HIGHEST, Math.sqrt(EVEN / size));
    }
}
