package ai.kongguard.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {

    private static final Opinion OPINION = new Opinion(0.5, ThreatType.XSS, Action.MONITOR, "m");

    private final List<ComparedEvent> paired = new ArrayList<>();
    private final Pairs pairs = new Pairs(2, paired::add);

    @Test
    void givesUpWhatWaitsLongestAndCountsIt() {
        pairs.event("a", 0, List.of(), null, OPINION);
        pairs.verdict("b", true, false, OPINION);
        pairs.event("c", 2, List.of(), null, OPINION);
        assertThat(pairs.eventsGivenUp()).isEqualTo(1);
        pairs.verdict("c", true, false, OPINION);
        assertThat(paired).extracting(ComparedEvent::eventId).containsExactly("c");
        pairs.end();
        assertThat(pairs.eventsGivenUp()).isEqualTo(1);
        assertThat(pairs.verdictsGivenUp()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfWhatNeedsNoVerdict() {
        for (int i = 0; i < 10; i++) {
            pairs.event("e" + i, i, List.of(), OPINION, OPINION);
        }
        assertThat(paired).hasSize(10);
        pairs.end();
        assertThat(pairs.eventsGivenUp()).isZero();
    }
}
