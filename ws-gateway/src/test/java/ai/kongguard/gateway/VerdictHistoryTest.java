package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import org.junit.jupiter.api.Test;

class VerdictHistoryTest {

    @Test
    void keepsTheNewestInOrderWhateverPartitionCameFirst() {
        VerdictHistory history = new VerdictHistory(Samples.TIER, 3);
        for (int second : new int[] {1, 3, 5, 2, 4}) {
            history.add(at(second, Samples.TIER));
        }
        assertThat(history.oldestFirst()).extracting(Verdict::eventId).containsExactly("e3", "e4", "e5");
    }

    @Test
    void leavesOutOtherTiersAndSecondOpinions() {
        VerdictHistory history = new VerdictHistory(Samples.TIER, 3);
        history.add(at(1, "cloud"));
        history.add(TestEvents.revised(at(2, Samples.TIER), 1));
        assertThat(history.oldestFirst()).isEmpty();
    }

    @Test
    void mayBeSwitchedOff() {
        VerdictHistory history = new VerdictHistory(Samples.TIER, 0);
        history.add(at(1, Samples.TIER));
        assertThat(history.oldestFirst()).isEmpty();
    }

    private static Verdict at(int second, String tier) {
        return TestEvents.verdict(
                "e" + second, "203.0.113.1", tier, Action.ALLOW, ThreatType.NONE, Samples.NOW.plusSeconds(second));
    }
}
