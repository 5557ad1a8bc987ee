package ai.kongguard.gateway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The frames of a run, second by second. */
class RunFramesTest {

    private static final RunOrder ORDER = new RunOrder(
            RunOrder.Strategy.SUSTAINED,
            RunOrder.Intensity.LOW,
            10,
            60_000,
            List.of(),
            List.of("unprotected", "local"),
            List.of(),
            7,
            null,
            RunOrder.Via.TOPIC);

    private Instant now = TestEvents.NOW;
    private final RunBoard board = new RunBoard(Duration.ofMinutes(5), Duration.ofMinutes(5), 10);
    private final RunWindows windows = new RunWindows("local", 10);
    private final RunFrames frames = new RunFrames(board, windows, new EventTruths(10), "local", () -> now);

    @Test
    void tellsStatisticsOfEachTierOnceASecondWhileARunGoesOn() {
        tell(State.RUNNING);
        assertThat(statistics()).hasSize(2);
        now = now.plusMillis(900);
        assertThat(statistics()).isEmpty();
        now = now.plusMillis(100);
        assertThat(statistics()).hasSize(2).allMatch(frame -> frame.contains("\"run_id\":5"));
    }

    @Test
    void tellsThemAtTheEndAndWhenTheyChangeAfterIt() {
        tell(State.RUNNING);
        assertThat(statistics()).hasSize(2);
        now = now.plusMillis(300);
        tell(State.COMPLETED);
        assertThat(statistics()).hasSize(2);
        now = now.plusSeconds(3);
        assertThat(statistics()).isEmpty();
        count(new Confusion(3, 0, 0, 1));
        now = now.plusSeconds(1);
        assertThat(statistics())
                .hasSize(2)
                .anyMatch(frame -> frame.contains("\"tier\":\"local\",\"total_requests\":4,\"attacks_blocked\":3")
                        && frame.contains("\"detection_rate\":75.0,\"false_positive_rate\":null"));
        now = now.plusSeconds(20);
        count(new Confusion(4, 0, 0, 0));
        assertThat(statistics()).isEmpty();
    }

    @Test
    void tellsThemOfARunWhoseExecutorVanished() {
        tell(State.RUNNING);
        assertThat(statistics()).hasSize(2);
        now = now.plusSeconds(600);
        List<String> last = take();
        assertThat(last).anyMatch(frame -> frame.contains("attack_flood_completed") && frame.contains("failed"));
        assertThat(last).filteredOn(frame -> frame.contains("tier_statistics")).hasSize(2);
        now = now.plusSeconds(600);
        assertThat(take()).isEmpty();
    }

    private void tell(State state) {
        RunStatus status = RunStatus.unsent(5, state, ORDER, "i1", null, now);
        board.told(status);
        frames.told(status);
    }

    private void count(Confusion truth) {
        windows.add(TestWindows.ofRun(
                TestWindows.labelled(
                        TestWindows.window("local", MetricsWindow.TOTAL, now, 4, Map.of(), Map.of(), null, now), truth),
                "5"));
    }

    private List<String> statistics() {
        return take().stream()
                .filter(frame -> frame.contains("tier_statistics"))
                .toList();
    }

    private List<String> take() {
        return frames.take().stream().map(frame -> frame.text()).toList();
    }
}
