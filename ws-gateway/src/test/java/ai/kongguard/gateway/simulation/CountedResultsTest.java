package ai.kongguard.gateway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.simulation.RunResults.Results;
import ai.kongguard.gateway.simulation.RunResults.Tally;
import ai.kongguard.testkit.TestEvents;
import org.junit.jupiter.api.Test;

class CountedResultsTest {

    private final CountedResults results = new CountedResults("local", 100, 10);

    @Test
    void joinsTruthAndVerdictWhicheverComesFirst() {
        results.labelled("a", 1, ThreatType.XSS);
        results.judged(verdict("a", "local", Action.BLOCK));
        results.judged(verdict("b", "local", Action.ALLOW));
        results.labelled("b", 1, ThreatType.NONE);
        results.labelled("c", 1, ThreatType.XSS);
        Results counted = results.of(1);
        assertThat(counted.requests()).isEqualTo(3);
        assertThat(counted.attacks()).isEqualTo(2);
        Tally local = counted.tiers().get("local");
        assertThat(local).isNotNull();
        assertThat(local.attacks()).isEqualTo(1);
        assertThat(local.detectionRate()).isEqualTo(100);
        assertThat(local.falsePositiveRate()).isZero();
        assertThat(counted.types().keySet()).containsExactly("none", "xss");
    }

    @Test
    void aRevisionTakesThePlaceOfTheOneBeforeAndACopyCountsOnce() {
        results.labelled("a", 1, ThreatType.XSS);
        results.labelled("a", 1, ThreatType.XSS);
        Verdict first = verdict("a", "local", Action.BLOCK);
        results.judged(first);
        results.judged(first);
        Verdict second = TestEvents.revised(verdict("a", "local", Action.ALLOW), 1);
        results.judged(second);
        results.judged(first);
        Tally local = results.of(1).tiers().get("local");
        assertThat(local).isNotNull();
        assertThat(local.requests()).isEqualTo(1);
        assertThat(local.attacksBlocked()).isZero();
        assertThat(local.score()).isEqualTo(second.score());
    }

    @Test
    void runsTiersAndUnlabelledEventsAreApart() {
        results.labelled("a", 1, ThreatType.XSS);
        results.labelled("b", 2, ThreatType.NONE);
        results.judged(verdict("a", "cloud", Action.BLOCK));
        results.judged(verdict("b", "local", Action.RATE_LIMIT));
        results.judged(verdict("of nobody", "local", Action.BLOCK));
        assertThat(results.of(1).tiers().keySet()).containsExactly("cloud", "unprotected");
        Tally wrong = results.of(2).tiers().get("local");
        assertThat(wrong).isNotNull();
        assertThat(wrong.falsePositiveRate()).isEqualTo(100);
        assertThat(wrong.detectionRate()).isNull();
        assertThat(results.of(3).requests()).isZero();
    }

    @Test
    void remembersTheNewestEvents() {
        for (int i = 0; i < 1_000; i++) {
            results.labelled("e" + i, 1, ThreatType.XSS);
            results.judged(verdict("e" + i, "local", Action.BLOCK));
        }
        Tally local = results.of(1).tiers().get("local");
        assertThat(local).isNotNull();
        assertThat(local.attacksBlocked()).isEqualTo(1_000);
        assertThat(results.truthOf("e0")).isNull();
        assertThat(results.truthOf("e999")).isEqualTo(ThreatType.XSS);
    }

    private static Verdict verdict(String eventId, String tier, Action action) {
        return TestEvents.verdict(eventId, "203.0.113.1", tier, action, ThreatType.XSS, TestEvents.NOW);
    }
}
