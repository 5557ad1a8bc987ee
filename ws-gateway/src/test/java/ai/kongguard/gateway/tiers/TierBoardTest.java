package ai.kongguard.gateway.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.kongguard.event.TierStatus;
import ai.kongguard.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TierBoardTest {

    private static final Instant START = TestEvents.NOW;

    private Instant now = START;
    private final TierBoard board = new TierBoard("local", () -> now);

    @Test
    void knowsWhoIsAskedFirst() {
        assertThat(board.provider()).isEqualTo("local");
        board.told(TierStatus.withoutModel("local", "i1", "no key", true, now, now));
        board.told(status("cloud", "openai", 0, 0, null));
        assertThat(board.provider()).isEqualTo("openai");
        board.told(status("local", "ollama", 0, 0, null));
        assertThat(board.provider()).isEqualTo("ollama");
    }

    @Test
    void missesAnAnalyzerThatAsksAndSaysNothingMore() {
        board.told(TierStatus.withoutModel("local", "i1", "no key", true, now, now));
        board.told(status("cloud", "openai", 0, 0, null));
        now = now.plusSeconds(91);
        assertThat(board.asking()).isEmpty();
        assertThat(board.newest()).extracting(board::isGone).containsExactly(true, false);
        now = now.plus(Duration.ofHours(24));
        assertThat(board.newest()).isEmpty();
    }

    @Test
    void tellsWhatHappenedInATime() {
        for (int minute = 0; minute <= 180; minute++) {
            now = START.plus(Duration.ofMinutes(minute));
            board.told(status("cloud", "openai", minute, 0, minute * 0.01));
        }
        ProviderUse hour = use(Duration.ofHours(1));
        assertThat(hour.calls()).isEqualTo(61);
        assertThat(hour.since()).isEqualTo(now.minus(Duration.ofHours(1)));
        assertThat(hour.costUsd()).isCloseTo(0.61, offset(1e-9));
        assertThat(hour.meanLatencyMillis()).isCloseTo(100, offset(1e-6));
        assertThat(use(Duration.ofHours(24)).calls()).isEqualTo(180);
        assertThat(use(Duration.ofHours(24)).since()).isEqualTo(START);
    }

    @Test
    void countsAnewWhenAnAnalyzerStartsAgain() {
        board.told(status("cloud", "openai", 50, 7, null));
        now = now.plusSeconds(120);
        board.told(status("cloud", "openai", now, 3, 2, null));
        ProviderUse use = use(Duration.ofHours(1));
        assertThat(use.calls()).isEqualTo(53);
        assertThat(use.failures()).isEqualTo(9);
        assertThat(use.costUsd()).isNull();
    }

    @Test
    void claimsNothingOfATimeThatNobodyToldOf() {
        now = START.plus(Duration.ofHours(5));
        board.told(status("cloud", "openai", 500, 0, 1.0));
        ProviderUse unknown = use(Duration.ofHours(1));
        assertThat(unknown.calls()).isZero();
        assertThat(unknown.since()).isEqualTo(now);
        assertThat(unknown.meanLatencyMillis()).isNull();
        assertThat(use(Duration.ofHours(6)).calls()).isEqualTo(500);
    }

    private ProviderUse use(Duration back) {
        Instant from = now.minus(back);
        return Objects.requireNonNull(ProviderUse.of(board.since(from), from).get("openai"));
    }

    private TierStatus status(String tier, String provider, long calls, long failed, @Nullable Double cost) {
        return status(tier, provider, START, calls, failed, cost);
    }

    private TierStatus status(
            String tier, String provider, Instant since, long calls, long failed, @Nullable Double cost) {
        TierStatus.Model model = new TierStatus.Model(
                provider,
                provider + "/1",
                "closed",
                calls,
                calls - failed,
                failed == 0 ? Map.of() : Map.of("timeout", failed),
                0,
                0,
                8,
                10 * calls,
                calls,
                cost,
                calls == failed ? null : Double.valueOf(100),
                null);
        return new TierStatus(
                TierStatus.SCHEMA, tier, "i1", true, null, true, List.of(model), null, null, 0, since, now);
    }
}
