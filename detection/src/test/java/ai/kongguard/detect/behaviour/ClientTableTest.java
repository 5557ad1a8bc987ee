package ai.kongguard.detect.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClientTableTest {

    private static final int CAPACITY = 200;

    @Test
    void forgetsTheInactiveWhenItIsFullAndKeepsTheActive() {
        ClientTable table = new ClientTable(CAPACITY);
        Client kept = table.touch(Hash.mix(-1), 0);
        for (long i = 0; i < 10_000; i++) {
            table.touch(Hash.mix(i), i / 100);
            assertThat(table.touch(Hash.mix(-1), i / 100)).isSameAs(kept);
            assertThat(table.size()).isLessThanOrEqualTo(CAPACITY);
        }
        assertThat(table.evictions()).isEqualTo(10_001 - CAPACITY);
    }

    @Test
    void dropsTheSilentWithoutCallingItAnEviction() {
        ClientTable table = new ClientTable(CAPACITY);
        for (long i = 0; i < 100_000; i++) {
            table.touch(Hash.mix(i), i * 10);
        }
        assertThat(table.size()).isBetween(60, CAPACITY - 1);
        assertThat(table.evictions()).isZero();
    }

    /** Keys that begin at the same few slots, in the order of a plain map. */
    @Test
    void findsWhatIsThereAndNothingElse() {
        SplittableRandom random = new SplittableRandom(7);
        ClientTable table = new ClientTable(50);
        Map<Long, Client> model = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            long key = random.nextLong(40) << 16 | random.nextLong(3);
            Client client = table.touch(key, i);
            assertThat(client.key).isEqualTo(key);
            model.put(key, client);
            client.advance(i);
            long asked = random.nextLong(40) << 16 | random.nextLong(3);
            Client found = table.find(asked);
            assertThat(found == null || found == model.get(asked)).isTrue();
            assertThat(table.size()).isLessThanOrEqualTo(50);
            if (i % 100 == 0) {
                assertThat(model.values().stream()
                                .filter(known -> table.find(known.key) == known)
                                .count())
                        .isEqualTo(table.size());
            }
        }
    }

    @Test
    void anyEventsAreBoundedAndTellTheSameAgain() {
        assertThat(randomRun(3)).isEqualTo(randomRun(3)).isNotEmpty();
    }

    private static List<List<Finding>> randomRun(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ClientBehaviour behaviour = new ClientBehaviour(new BehaviourLimits(5, 2, 2, 2, 2, 2, 2), CAPACITY, seed);
        List<List<Finding>> told = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            boolean odd = random.nextInt(5) == 0;
            Call call = Call.by(odd ? "x" + text(random, 3) : "203.0.113." + random.nextInt(50))
                    .at(i / 100.0 + (odd ? random.nextInt(-1_000_000, 300) : 0))
                    .answered(random.nextInt(100, 600))
                    .userAgent(text(random, random.nextInt(20)))
                    .query(text(random, random.nextInt(20)))
                    .get("/" + text(random, random.nextInt(20)));
            if (random.nextInt(3) == 0) {
                call.post("/" + text(random, random.nextInt(5)) + "/login", text(random, random.nextInt(40)));
            }
            List<Finding> findings = behaviour.observe(call.event());
            assertThat(findings).allMatch(finding -> finding.weight() <= 0.75);
            assertThat(behaviour.clients()).isLessThanOrEqualTo(CAPACITY);
            if (!findings.isEmpty()) {
                told.add(findings);
            }
        }
        return told;
    }

    /** Mostly of the characters that mean something to what reads it. */
    private static String text(SplittableRandom random, int length) {
        String alphabet = "ab01/:.?&=\"{},;% -_\u0000\n\ud83d\u00e9user";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
