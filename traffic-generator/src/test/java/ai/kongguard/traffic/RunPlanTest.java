package ai.kongguard.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunOrder.Strategy;
import ai.kongguard.event.RunOrder.Via;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunPlanTest {

    private static final int SECONDS = 60;

    @ParameterizedTest
    @CsvSource({"SUSTAINED, 12000", "BLENDED, 12000", "WAVE, 12000", "ESCALATION, 6600", "STEALTH, 960"})
    void plansAsManyRequestsAsTheRateSays(Strategy strategy, long requests) {
        assertThat(plan(strategy, 200).requests()).isEqualTo(requests);
    }

    @ParameterizedTest
    @EnumSource(
            value = Strategy.class,
            names = {"SUSTAINED", "BLENDED", "WAVE", "ESCALATION"})
    void everySecondHasItsShare(Strategy strategy) {
        RunPlan plan = plan(strategy, 200);
        int[] counts = perSecond(plan);
        for (int second = 0; second < SECONDS; second++) {
            double mean = (plan.rateAt(second) + 4 * plan.rateAt(second + 0.5) + plan.rateAt(second + 1)) / 6;
            assertThat((double) counts[second]).as("second %d", second).isCloseTo(mean, within(2.0));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Strategy.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REPLAY", "RECORD"})
    void tellsHowManyAreDueInEachSecond(Strategy strategy) {
        for (double rate : new double[] {0.3, 10, 200}) {
            RunPlan plan = plan(strategy, rate);
            int[] counted = perSecond(plan);
            long[] told = plan.perSecond();
            assertThat(told).hasSize(strategy == Strategy.QUICK ? 1 : SECONDS);
            for (int second = 0; second < told.length; second++) {
                assertThat(told[second]).as("second %d at %s", second, rate).isEqualTo(counted[second]);
            }
        }
    }

    @Test
    void tellsSoAtTheHighestRateWithoutMakingEachRequest() {
        RunPlan plan = plan(Strategy.WAVE, RunOrder.MAX_RATE);
        assertThat(java.util.Arrays.stream(plan.perSecond()).sum()).isEqualTo(plan.requests());
    }

    @Test
    void aWaveGoesFromATenthToNineteenTenths() {
        RunPlan plan = plan(Strategy.WAVE, 1000);
        assertThat(plan.rateAt(2.5)).isEqualTo(1900, within(1e-6));
        assertThat(plan.rateAt(7.5)).isEqualTo(100, within(1e-6));
        int[] counts = perSecond(plan);
        assertThat(counts[2]).isBetween(1850, 1900);
        assertThat(counts[7]).isBetween(100, 150);
    }

    @Test
    void stealthStaysBelowATenthAndIsNotRegular() {
        RunPlan plan = plan(Strategy.STEALTH, 200);
        int[] counts = perSecond(plan);
        assertThat(java.util.Arrays.stream(counts).max().orElseThrow()).isLessThanOrEqualTo(20);
        long distinctGaps = java.util.stream.LongStream.range(1, 500)
                .map(i -> (plan.offsetNanos(i) - plan.offsetNanos(i - 1)) / 1_000_000)
                .distinct()
                .count();
        assertThat(distinctGaps).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(
            value = Strategy.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REPLAY", "RECORD"})
    void instantsNeverGoBackAndStayWithinTheDuration(Strategy strategy) {
        for (double rate : new double[] {0.001, 200}) {
            RunPlan plan = plan(strategy, rate);
            long last = 0;
            for (long i = 0; i < plan.requests(); i++) {
                long offset = plan.offsetNanos(i);
                assertThat(offset).isBetween(last, SECONDS * 1_000_000_000L);
                last = offset;
            }
        }
    }

    private static int[] perSecond(RunPlan plan) {
        int[] counts = new int[SECONDS];
        for (long i = 0; i < plan.requests(); i++) {
            counts[(int) Math.min(SECONDS - 1, plan.offsetNanos(i) / 1_000_000_000L)]++;
        }
        return counts;
    }

    private static RunPlan plan(Strategy strategy, double rate) {
        long duration = strategy == Strategy.QUICK ? 0 : SECONDS * 1000L;
        return new RunPlan(
                new RunOrder(strategy, null, rate, duration, List.of(), List.of(), List.of(), 5, null, Via.TOPIC));
    }
}
