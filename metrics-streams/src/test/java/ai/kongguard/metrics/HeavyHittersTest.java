package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.MetricsWindow.Heavy;
import ai.kongguard.event.MetricsWindow.Top;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeavyHittersTest {

    @Test
    void isExactWhileThereAreFewNames() {
        HeavyHitters hitters = new HeavyHitters();
        for (int i = 0; i < 1_000; i++) {
            hitters.add("n" + i % 11 % 10);
        }
        assertThat(hitters.error()).isZero();
        assertThat(hitters.top().heaviest()).hasSize(10).startsWith(new Heavy("n0", 181));
    }

    @Test
    void keepsItsBoundWithAMillionNamesInTwentyParts() {
        SplittableRandom random = new SplittableRandom(7);
        Map<String, Long> truth = new HashMap<>();
        HeavyHitters merged = new HeavyHitters();
        long all = 0;
        for (int part = 0; part < 20; part++) {
            HeavyHitters hitters = new HeavyHitters();
            for (int i = 0; i < 50_000; i++, all++) {
                String name = i % 10 == 0 ? "heavy" + i / 10 % 5 : "light" + random.nextInt(1_000_000);
                hitters.add(name);
                truth.merge(name, 1L, Long::sum);
            }
            merged.add(restored(hitters));
        }
        Top top = merged.top();
        assertThat(top.error())
                .isLessThanOrEqualTo((long) (3.5 * all / HeavyHitters.MAP_SIZE))
                .isPositive();
        assertThat(top.heaviest().subList(0, 5)).allSatisfy(heavy -> {
            assertThat(heavy.name()).startsWith("heavy");
            assertThat(truth.get(heavy.name())).isBetween(heavy.count(), heavy.count() + top.error());
        });
    }

    private static HeavyHitters restored(HeavyHitters hitters) {
        BinaryOutput output = new BinaryOutput();
        hitters.write(output);
        return HeavyHitters.read(new BinaryInput(output.toBytes()));
    }
}
