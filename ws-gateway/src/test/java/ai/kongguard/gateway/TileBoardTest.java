package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.testkit.TestWindows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TileBoardTest {

    private static final Instant SECOND = Instant.ofEpochSecond(Samples.NOW.getEpochSecond());
    private static final Instant TEN = Instant.ofEpochSecond(Samples.NOW.getEpochSecond() / 10 * 10);

    private Instant now = Samples.NOW;
    private final TileBoard board = new TileBoard(Samples.TIER, () -> now);

    @Test
    void knowsNothingBeforeTheFirstWindow() {
        assertThat(board.hasTotal()).isFalse();
        assertThat(board.at(now))
                .isEqualTo(new Tiles(
                        Samples.TIER, 0, 0, 0, 0, 0, null, null, null, null, List.of(), List.of(), List.of(), null));
    }

    @Test
    void readsCountsOffTheTotalSoThatBlockedAndAllowedAddUp() {
        board.add(Samples.total(10, 3, 2, now));
        Tiles tiles = board.at(now);
        assertThat(tiles.totalRequests()).isEqualTo(10);
        assertThat(tiles.threatsBlocked()).isEqualTo(5);
        assertThat(tiles.threatsAllowed()).isEqualTo(5);
        assertThat(tiles.avgLatencyMs()).isEqualTo(12.5);
        assertThat(tiles.asOf()).isEqualTo(now);
    }

    @Test
    void readsAccuracyOffTheTruthAndNoneWithoutLabels() {
        board.add(Samples.total(10, 3, 2, now));
        assertThat(board.at(now).aiAccuracy()).isNull();
        board.add(TestWindows.labelled(Samples.total(10, 3, 2, now), new Confusion(3, 1, 4, 2)));
        assertThat(board.at(now).aiAccuracy()).isEqualTo(70.0);
    }

    @Test
    void takesTheNewestTotal() {
        board.add(Samples.total(10, 3, 2, now));
        board.add(Samples.total(11, 3, 2, now));
        assertThat(board.at(now).totalRequests()).isEqualTo(11);
    }

    @Test
    void leavesOutRuns() {
        board.add(Samples.total(10, 3, 2, now));
        board.add(TestWindows.ofRun(Samples.total(4, 1, 1, now), "1795400762147"));
        assertThat(board.at(now).totalRequests()).isEqualTo(10);
    }

    @Test
    void leavesOutOtherTiers() {
        MetricsWindow other = TestWindows.window("cloud", MetricsWindow.TOTAL, now, 7, Map.of(), Map.of(), null, now);
        board.add(other);
        assertThat(board.at(now).totalRequests()).isZero();
        assertThat(board.at(now).asOf()).isNull();
    }

    @Test
    void namesWhoIsSilentOrLagsInAnyTier() {
        MetricsWindow traffic = TestWindows.window(
                MetricsWindow.UNPROTECTED, MetricsWindow.TOTAL, now, 7, Map.of(), Map.of(), null, now);
        MetricsWindow cloud = TestWindows.window("cloud", MetricsWindow.TOTAL, now, 7, Map.of(), Map.of(), null, now);
        board.add(TestWindows.ailing(
                traffic,
                true,
                null,
                Map.of(
                        "kong", new MetricsWindow.Origin(5, now, now.minusSeconds(99)),
                        "nginx", new MetricsWindow.Origin(2, now, null))));
        board.add(TestWindows.ailing(cloud, false, now.minusSeconds(20), Map.of()));
        board.add(Samples.total(10, 3, 2, now));
        Tiles ailing = board.at(now);
        assertThat(ailing.silentTiers()).containsExactly("cloud");
        assertThat(ailing.laggingTiers()).containsExactly(MetricsWindow.UNPROTECTED);
        assertThat(ailing.silentSources()).containsExactly("kong");
        board.add(traffic);
        board.add(cloud);
        Tiles well = board.at(now);
        assertThat(well.silentTiers()).isEmpty();
        assertThat(well.laggingTiers()).isEmpty();
        assertThat(well.silentSources()).isEmpty();
        assertThat(well.showsSameAs(ailing)).isFalse();
    }

    @Test
    void takesTheRateOverTheLastFiveCompleteSeconds() {
        for (int ago : List.of(7, 6, 5, 4, 3, 2, 1, 0)) {
            board.add(Samples.window(1_000, SECOND.minusSeconds(ago), ago * 10));
        }
        assertThat(board.at(now).currentRps()).isEqualTo((60 + 50 + 40 + 30 + 20) / 5.0);
    }

    @Test
    void replacesASecondThatGrew() {
        board.add(Samples.window(1_000, SECOND.minusSeconds(3), 1));
        board.add(Samples.window(1_000, SECOND.minusSeconds(3), 5));
        assertThat(board.at(now).currentRps()).isEqualTo(1);
    }

    @Test
    void fallsToZeroInSilence() {
        board.add(Samples.window(1_000, SECOND.minusSeconds(2), 50));
        assertThat(board.at(now).currentRps()).isEqualTo(10);
        board.add(Samples.window(1_000, SECOND.plusSeconds(6), 0));
        assertThat(board.at(now.plusSeconds(6)).currentRps()).isZero();
    }

    @Test
    void showsPercentilesOfTheNewestTenSecondsWithRequestsForOneMinute() {
        board.add(Samples.window(10_000, TEN.minusSeconds(10), 4));
        board.add(Samples.window(10_000, TEN, 0));
        assertThat(board.at(now).recent()).isEqualTo(new Tiles.Percentiles(10, 30, 40));
        assertThat(board.at(now.plusSeconds(61)).recent()).isNull();
    }

    @Test
    void isNotBlindedByAClockThatIsAhead() {
        board.add(Samples.window(1_000, SECOND.plusSeconds(86_400), 1_000_000));
        board.add(Samples.window(10_000, TEN.plusSeconds(30), 9));
        board.add(Samples.window(1_000, SECOND.minusSeconds(2), 5));
        assertThat(board.at(now).currentRps()).isEqualTo(1);
        assertThat(board.at(now).recent()).isNull();
    }

    @Test
    void callsNumbersTheSameWheneverTheyWereWritten() {
        board.add(Samples.total(10, 3, 2, now));
        Tiles before = board.at(now);
        board.add(Samples.total(10, 3, 2, now.plusSeconds(1)));
        assertThat(board.at(now).showsSameAs(before)).isTrue();
        board.add(Samples.total(11, 3, 2, now.plusSeconds(2)));
        assertThat(board.at(now).showsSameAs(before)).isFalse();
    }
}
