package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.testkit.TestWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowHistoryTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_795_400_760_000L);

    private Instant now = NOW;
    private final WindowHistory history = new WindowHistory(() -> now);

    @Test
    void answersWindowsOfOneSizeInTheirOrderAndTheNewestRecordOfEach() {
        add("local", 1_000, NOW.minusSeconds(3), 1);
        add("local", 1_000, NOW.minusSeconds(5), 2);
        add("local", 1_000, NOW.minusSeconds(3), 9);
        add("local", 10_000, NOW.minusSeconds(10), 7);
        assertThat(requests(Step.SECOND, NOW.minusSeconds(5), NOW)).containsExactly(2L, 9L);
        assertThat(requests(Step.SECOND, NOW.minusSeconds(5), NOW.minusSeconds(3)))
                .containsExactly(2L);
        assertThat(requests(Step.TEN_SECONDS, NOW.minusSeconds(60), NOW)).containsExactly(7L);
        assertThat(history.tiers()).containsExactly("local");
    }

    @Test
    void keepsShortWindowsForLessTime() {
        for (int i = 0; i < 2_000; i++) {
            now = NOW.plusSeconds(i);
            add("local", 1_000, now, 1);
        }
        add("local", 60_000, now.minus(Duration.ofHours(23)), 5);
        add("local", 60_000, now.minus(Duration.ofHours(25)), 5);
        add("local", 1_000, now.plusSeconds(3_600), 5);
        assertThat(requests(Step.SECOND, NOW, now.plus(Duration.ofDays(1)))).hasSize(901);
        assertThat(requests(Step.MINUTE, NOW.minus(Duration.ofDays(2)), now)).containsExactly(5L);
    }

    @Test
    void boundsTheTiers() {
        for (int i = 0; i < 20; i++) {
            add("tier" + i, MetricsWindow.TOTAL, NOW, 1);
        }
        assertThat(history.tiers()).hasSize(8);
        assertThat(history.total("tier0")).isNotNull();
        assertThat(history.total("tier19")).isNull();
    }

    @Test
    void mapsAStepToTheLongestWindowThatFits() {
        assertThat(Step.of(Duration.ofMillis(999))).isNull();
        assertThat(Step.of(Duration.ofSeconds(1))).isEqualTo(Step.SECOND);
        assertThat(Step.of(Duration.ofSeconds(59))).isEqualTo(Step.TEN_SECONDS);
        assertThat(Step.of(Duration.ofMinutes(4))).isEqualTo(Step.MINUTE);
        assertThat(Step.of(Duration.ofHours(4))).isEqualTo(Step.FIVE_MINUTES);
    }

    private void add(String tier, long size, Instant start, long requests) {
        MetricsWindow window = TestWindows.window(tier, size, start, requests, Map.of(), Map.of(), null, now);
        history.add(window, RecordCodec.METRICS_WINDOW.encode(window));
    }

    private List<Long> requests(Step step, Instant from, Instant to) {
        return history.windows("local", step, from, to).stream()
                .map(value -> RecordCodec.METRICS_WINDOW.decode(value).requests())
                .toList();
    }
}
