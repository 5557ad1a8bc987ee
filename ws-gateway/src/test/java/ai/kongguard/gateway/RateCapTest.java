package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateCapTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void savesOneSecondAtMost() {
        RateCap cap = new RateCap(50, 0);
        assertThat(cap.allowance(60 * SECOND)).isEqualTo(50);
    }

    @Test
    void allowsTheRateInSmallSteps() {
        RateCap cap = new RateCap(50, 0);
        cap.spend(50);
        int shown = 0;
        for (int tick = 1; tick <= 40; tick++) {
            int allowed = cap.allowance(tick * SECOND / 20);
            cap.spend(allowed);
            shown += allowed;
        }
        assertThat(shown).isBetween(99, 100);
    }

    @Test
    void allowsEverythingWithoutACap() {
        RateCap cap = new RateCap(0, 0);
        cap.spend(1_000_000);
        assertThat(cap.allowance(0)).isEqualTo(Integer.MAX_VALUE);
    }
}
