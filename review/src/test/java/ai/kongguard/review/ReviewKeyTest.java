package ai.kongguard.review;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Escalation;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.traffic.GeneratedRequest;
import ai.kongguard.traffic.Profile;
import ai.kongguard.traffic.TrafficGenerator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewKeyTest {

    private static final int EACH = 10_000;

    @Test
    void aFloodOfOnePayloadHasOneKey() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String query = "id=" + Reviews.encode(i + "' OR '" + i + "'='" + i) + "&name="
                    + Reviews.encode("='user" + i + "'");
            keys.add(key("/api/v1/users/" + i + "/orders", query));
        }
        assertThat(keys).hasSize(1).allMatch(key -> key.length() == 32);
    }

    @Test
    void otherPayloadsMethodsPathsAndFieldsHaveOtherKeys() {
        Set<String> keys = new HashSet<>();
        keys.add(key("/a", "filter=" + Reviews.encode("please select & update my order")));
        keys.add(key("/a", "filter=" + Reviews.encode("1' UNION SELECT a FROM b--")));
        keys.add(key("/a", "filter=" + Reviews.encode("1' UNION SELECT a,b FROM b--")));
        keys.add(key("/b", "filter=" + Reviews.encode("1' UNION SELECT a FROM b--")));
        keys.add(key("/a", "sort=" + Reviews.encode("1' UNION SELECT a FROM b--")));
        keys.add(key("/a", "filter=" + Reviews.encode("1' UNION SELECT a FROM b--") + "&x=%3Cb%3E"));
        assertThat(keys).hasSize(6);
    }

    @Test
    void anEncodedPayloadHasTheKeyOfWhatItSays() {
        String once = Reviews.encode("1' UNION SELECT a FROM b--");
        assertThat(key("/a", "q=" + Reviews.encode(once))).isEqualTo(key("/a", "q=" + once));
    }

    /** Answers about a benign request must never be reused for an attack. */
    @Test
    void noBenignRequestSharesAKeyWithAnAttack() {
        Map<String, String> benign = keys(Profile.BENIGN, 31);
        benign.putAll(keys(Profile.DECOYS, 32));
        Map<String, String> attacks = keys(Profile.ATTACKS, 33);
        assertThat(benign.size()).isGreaterThan(200);
        assertThat(attacks.size()).isGreaterThan(5_000);
        Set<String> shared = new HashSet<>(benign.keySet());
        shared.retainAll(attacks.keySet());
        assertThat(shared).as(() -> describe(shared, benign, attacks)).isEmpty();
    }

    private static String describe(Set<String> shared, Map<String, String> benign, Map<String, String> attacks) {
        StringBuilder text = new StringBuilder();
        shared.forEach(key -> text.append(benign.get(key))
                .append(" / ")
                .append(attacks.get(key))
                .append('\n'));
        return text.toString();
    }

    private static Map<String, String> keys(Profile profile, long seed) {
        Map<String, String> keys = new HashMap<>();
        Escalations escalations = new Escalations(Reviews.WIDE);
        TrafficGenerator generator = TrafficGenerator.of(seed, profile);
        for (int i = 0; i < EACH; i++) {
            GeneratedRequest request = generator.at(i);
            TrafficEvent event = Reviews.event(request);
            Optional<Escalation> escalation = escalations.of(event, Reviews.judged(event), TestEvents.NOW);
            escalation.ifPresent(one -> keys.put(
                    one.reviewKey(),
                    request.truth().family() + " " + event.path() + "?" + event.query() + " " + event.body()));
        }
        return keys;
    }

    private static String key(String path, String query) {
        TrafficEvent event = TestEvents.event("e", "c", path, query);
        return ReviewKey.of(
                event,
                ai.kongguard.detect.normalize.Canonicaliser.values(event).stream()
                        .filter(value -> !value.field().startsWith("header."))
                        .toList());
    }
}
