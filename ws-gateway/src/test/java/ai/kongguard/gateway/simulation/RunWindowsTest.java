package ai.kongguard.gateway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.ThreatType;
import ai.kongguard.gateway.simulation.RunResults.Results;
import ai.kongguard.gateway.simulation.RunResults.Tally;
import ai.kongguard.gateway.simulation.RunResults.TypeTally;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestWindows;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunWindowsTest {

    private static final Confusion TRUTH = new Confusion(6, 1, 9, 4);

    private final RunWindows windows = new RunWindows("local", 3);

    @Test
    void readsResultsOffTheWindowsOfEachTier() {
        windows.add(window("unprotected", "1", new Confusion(0, 0, 10, 10)));
        windows.add(window("local", "1", TRUTH));
        Results results = windows.of(1);
        assertThat(results.requests()).isEqualTo(20);
        assertThat(results.attacks()).isEqualTo(10);
        assertThat(results.tiers()).containsOnlyKeys("local", "unprotected");
        Tally local = results.tiers().get("local");
        assertThat(local).isNotNull();
        assertThat(local).isEqualTo(new Tally(20, 7, 10, 6, 10, 1, 12.5, 0.25, 0.75));
        assertThat(local.detectionRate()).isEqualTo(60);
        assertThat(local.falseNegativeRate()).isEqualTo(40);
        assertThat(local.falsePositiveRate()).isEqualTo(10);
        assertThat(results.tiers().get("unprotected")).isEqualTo(new Tally(20, 7, 10, 0, 10, 0, 0.0, 0.0, 0.0));
        assertThat(results.types())
                .isEqualTo(Map.of("xss", new TypeTally(10, 6, 0.9), "none", new TypeTally(10, 1, 0.1)));
    }

    @Test
    void takesTheNewestWindowAndNoneOfTotals() {
        windows.add(window("local", "1", TRUTH));
        windows.add(window("local", "1", new Confusion(1, 0, 0, 0)));
        windows.add(TestWindows.window("local", 0, TestEvents.NOW, 9, Map.of(), Map.of(), null, TestEvents.NOW));
        assertThat(windows.of(1).tiers().get("local"))
                .extracting(Tally::attacks)
                .isEqualTo(1L);
        assertThat(windows.windows("1")).hasSize(1);
    }

    @Test
    void knowsNothingOfARunThatWasNotCounted() {
        assertThat(windows.of(7)).isEqualTo(Results.NONE);
        assertThat(Tally.NOTHING.detectionRate()).isNull();
        assertThat(Tally.NOTHING.falsePositiveRate()).isNull();
    }

    @Test
    void boundsRunsAndTiers() {
        for (int run = 1; run <= 5; run++) {
            for (int tier = 0; tier < 20; tier++) {
                windows.add(window("t" + tier, Integer.toString(run), TRUTH));
            }
        }
        assertThat(windows.windows("2")).isEmpty();
        assertThat(windows.windows("3")).hasSize(8);
        assertThat(windows.windows("5")).hasSize(8);
    }

    private static MetricsWindow window(String tier, String run, Confusion truth) {
        boolean judges = !tier.equals(MetricsWindow.UNPROTECTED);
        MetricsWindow window = TestWindows.window(
                tier,
                MetricsWindow.TOTAL,
                TestEvents.NOW,
                20,
                Map.of(Action.BLOCK, 7L, Action.ALLOW, 13L),
                Map.of(),
                judges ? new MetricsWindow.LatencySummary(20, 12.5, 10, 30, 40, 50, new byte[0]) : null,
                TestEvents.NOW);
        // Benign requests were called SSRF, of which there was none.
        Map<ThreatType, Confusion> byType = Map.of(
                ThreatType.XSS, new Confusion(6, 0, 10, 4),
                ThreatType.SSRF, new Confusion(0, 1, 9, 0));
        MetricsWindow.Scores scores =
                new MetricsWindow.Scores(0.25, 0.75, Map.of(ThreatType.XSS, 0.9, ThreatType.NONE, 0.1));
        return TestWindows.ofRun(TestWindows.judged(window, truth, byType, judges ? scores : null), run);
    }
}
