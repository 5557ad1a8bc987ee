package ai.kongguard.detect.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FloodTest {

    private static final String ATTACK = "<script>";

    @Test
    void leavesEveryPartItsShareAndGivesTheRestOfAFlood() {
        String query = "a=<b>&".repeat(2_000) + "z=" + ATTACK;
        TrafficEvent event = TestEvents.with(
                TestEvents.event("e", "c", "/" + "<b>/".repeat(2_000) + ATTACK, query),
                Map.of("cookie", "a=<b>; ".repeat(2_000) + "z=" + ATTACK, "x-a", ATTACK),
                query);
        assertThat(Canonicaliser.values(event))
                .hasSizeLessThanOrEqualTo(Canonicaliser.MAX_VALUES)
                .filteredOn(value -> value.text().contains(ATTACK))
                .extracting(CanonicalValue::field)
                .contains("path", "query.-", "cookie.-", "header.x-a", "body");
    }
}
