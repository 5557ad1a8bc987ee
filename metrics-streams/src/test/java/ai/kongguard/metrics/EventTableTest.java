package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventTableTest {

    private static final long FOR_EVER = Long.MAX_VALUE / 2;

    private final Map<Integer, byte[]> log = new HashMap<>();

    @Test
    void findsWhatItRemembersAndNothingElse() {
        EventTable table = new EventTable(2_000, FOR_EVER);
        for (int i = 0; i < 50_000; i++) {
            table.set(table.insert(hash(i), 0), 2, i);
            assertThat(word(table, i)).isEqualTo(i);
        }
        for (int i = 50_000 - 2_000; i < 50_000; i++) {
            assertThat(word(table, i)).as("event %d", i).isEqualTo(i);
        }
        assertThat(table.find(hash(50_000 - 3_000))).isNegative();
        assertThat(table.size()).isBetween(2_000, 2_000 + 2 * EventTable.PAGE);
    }

    @Test
    void isTheSameAfterEachRestore() {
        EventTable table = new EventTable(5_000, FOR_EVER);
        Random random = new Random(1);
        int known = 0;
        for (int round = 0; round < 60; round++) {
            for (int i = random.nextInt(700); i >= 0; i--, known++) {
                table.set(table.insert(hash(known), 0), 2, known);
            }
            table.writeChanges(log::put);
            EventTable restored = restore(5_000);
            assertThat(restored.size()).isEqualTo(table.size());
            for (int i = 0; i < known; i += 13) {
                assertThat(word(restored, i)).isEqualTo(word(table, i));
            }
            assertThat(restored.mayHaveForgotten(0)).isEqualTo(table.mayHaveForgotten(0));
            table = restored;
        }
        assertThat(table.mayHaveForgotten(0)).isTrue();
    }

    @Test
    void forgetsWhatIsTooOld() {
        EventTable table = new EventTable(5_000, 100);
        for (int i = 0; i < 1_000; i++) {
            var unused = table.insert(hash(i), i);
        }
        table.forgetOld(900);
        assertThat(table.find(hash(999))).isNotNegative();
        assertThat(table.find(hash(10))).isNegative();
        table.writeChanges(log::put);
        assertThat(restore(5_000).size()).isEqualTo(table.size());
    }

    @Test
    void startsAnewWithARingOfAnotherSize() {
        EventTable table = new EventTable(5_000, FOR_EVER);
        for (int i = 0; i < 20_000; i++) {
            var unused = table.insert(hash(i), 0);
        }
        table.writeChanges(log::put);
        EventTable other = restore(700);
        for (int i = 0; i < 5_000; i++) {
            table = other;
            var unused = table.insert(hash(100_000 + i), 0);
        }
        assertThat(table.find(hash(104_999))).isNotNegative();
    }

    @Test
    void hashesOfSimilarIdsAreFarApart() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            hashes.add(hash(i));
            hashes.add(EventTable.hash("flood-" + i + "-x"));
        }
        assertThat(hashes).hasSize(400_000);
    }

    @Test
    void factsDoNotTouchEachOther() {
        long facts = EventFacts.withSecond(0, 0xffff_fff0L);
        facts = EventFacts.withTruth(facts, EventFacts.ATTACK, ai.kongguard.event.ThreatType.API_ABUSE);
        facts = EventFacts.withRun(facts, EventFacts.MAX_RUNS);
        facts = EventFacts.withFeedback(facts, EventFacts.BENIGN);
        facts = EventFacts.withAlerted(EventFacts.withTrafficSeen(facts));
        assertThat(EventFacts.second(facts)).isEqualTo(0xffff_fff0L);
        assertThat(EventFacts.truth(facts)).isEqualTo(EventFacts.ATTACK);
        assertThat(EventFacts.truthType(facts)).isEqualTo(ai.kongguard.event.ThreatType.API_ABUSE);
        assertThat(EventFacts.run(facts)).isEqualTo(EventFacts.MAX_RUNS);
        assertThat(EventFacts.label(facts)).isEqualTo(EventFacts.BENIGN);
        long verdict = EventFacts.verdict(
                ai.kongguard.event.Action.BLOCK,
                ai.kongguard.event.ThreatType.API_ABUSE,
                1_000,
                10_000_000,
                EventFacts.UNIT,
                EventFacts.parts(0.12346));
        assertThat(EventFacts.isPresent(verdict)).isTrue();
        assertThat(EventFacts.action(verdict)).isEqualTo(ai.kongguard.event.Action.BLOCK);
        assertThat(EventFacts.type(verdict)).isEqualTo(ai.kongguard.event.ThreatType.API_ABUSE);
        assertThat(EventFacts.revision(verdict)).isEqualTo(63);
        assertThat(EventFacts.millis(verdict)).isEqualTo(2_097_151);
        assertThat(EventFacts.score(verdict)).isEqualTo(10_000);
        assertThat(EventFacts.confidence(verdict)).isEqualTo(1_235);
    }

    private EventTable restore(int maxEvents) {
        EventTable restored = new EventTable(maxEvents, FOR_EVER);
        log.forEach(restored::restore);
        return restored;
    }

    private static long word(EventTable table, int event) {
        int slot = table.find(hash(event));
        return slot < 0 ? -1 : table.word(slot, 2);
    }

    private static long hash(int event) {
        return EventTable.hash("event-" + event);
    }
}
