package ai.kongguard.detect.model;

import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.detect.normalize.Canonicaliser;
import ai.kongguard.event.TrafficEvent;
import java.util.Map;

/**
 * A number that changes when the features do: computed from what {@link ValueReader} sees of a few values that use
 * every part of it. A model is only good for the features that it was trained on.
 */
final class FeatureFingerprint {

    private static final String PROBES = String.join(
            "&",
            "id=1%27%20UNION%20SELECT%20sleep(0x1f),%22a%22/*x*/FROM%20users--%20",
            "q=%3Csvg/onload=alert`1`%3E%26lt;p%3E%0d%0aSet-Cookie:%20a=b",
            "f=..%252f..%255c%c0%ae/etc/passwd%00.png;cat%20$IFS|id%20${jndi:ldap://x}",
            "n[$ne]=%7B%7B7*7%7D%7D%20*)(uid=*%20O%27Brien%20%E6%9D%8E%20a-b_c%20Zo%C3%AB",
            "t=It%20wasn%27t%20me,%20said%20the%20%22cat%22;%20%3C!DOCTYPE%20x%20SYSTEM%20'file:///a'%3E");

    static final long VALUE = compute();

    private FeatureFingerprint() {}

    private static long compute() {
        ValueReader reader = new ValueReader();
        RuleWeights rules = new RuleWeights();
        float[] row = new float[ValueReader.FEATURES];
        long hash = row.length;
        for (CanonicalValue value :
                Canonicaliser.values(TrafficEvent.ofRequest("probe", "GET", "/probe", PROBES, Map.of(), null))) {
            reader.read(value);
            for (int i = 0; i < reader.windows(); i++) {
                for (int feature : reader.ngrams(i)) {
                    hash = hash * 0x100000001b3L + feature;
                }
            }
            CanonicalValue middle = reader.middle();
            rules.read(middle);
            reader.describe(middle, rules, row);
            for (float feature : row) {
                hash = hash * 0x100000001b3L + Float.floatToIntBits(feature);
            }
        }
        return hash;
    }
}
