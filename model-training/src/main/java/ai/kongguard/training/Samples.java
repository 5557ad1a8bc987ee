package ai.kongguard.training;

import ai.kongguard.detect.model.RuleWeights;
import ai.kongguard.detect.model.ValueReader;
import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.detect.normalize.Canonicaliser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns labelled requests into numbers. Not thread-safe. */
final class Samples {

    private static final int SHOWN = 300;

    private final ValueReader reader = new ValueReader();
    private final RuleWeights rules = new RuleWeights();
    private final Set<String> benign = new HashSet<>();

    private Samples() {}

    /** One for each request whose label is of use. */
    static List<Sample> of(List<LabelledRequest> requests) {
        Samples samples = new Samples();
        for (LabelledRequest request : requests) {
            if (!request.isAttack()) {
                Canonicaliser.values(request.event()).forEach(value -> samples.benign.add(value.text()));
            }
        }
        return requests.stream()
                .filter(LabelledRequest::isTyped)
                .map(samples::sample)
                .toList();
    }

    private Sample sample(LabelledRequest request) {
        List<Sample.Value> values = new ArrayList<>();
        for (CanonicalValue value : Canonicaliser.values(request.event())) {
            reader.read(value);
            int[][] windows = new int[reader.windows()][];
            for (int i = 0; i < windows.length; i++) {
                windows[i] = reader.ngrams(i);
            }
            if (windows.length > 0) {
                float[] row = new float[ValueReader.FEATURES];
                CanonicalValue middle = reader.middle();
                rules.read(middle);
                reader.describe(middle, rules, row);
                String text = value.text();
                values.add(new Sample.Value(
                        windows,
                        row,
                        request.isAttack() && benign.contains(text),
                        text.substring(0, Math.min(SHOWN, text.length()))));
            }
        }
        return new Sample(request.id(), request.source(), request.type(), values.toArray(new Sample.Value[0]));
    }
}
