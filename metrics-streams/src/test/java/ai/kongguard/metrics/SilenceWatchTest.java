package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.ThreatType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {

    private static final long T0 = MetricsDriver.T0.toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final SilenceWatch watch = new SilenceWatch(
            new SilenceWatch.Limits(
                    Duration.ofSeconds(15), Duration.ofSeconds(60), Set.of("demo"), Duration.ofSeconds(10)),
            Set.of("local"));
    private final WindowAggregate traffic = new WindowAggregate();
    private final WindowAggregate local = new WindowAggregate();
    private long now;

    @Test
    void aTierIsSilentWhenTrafficComesAndItsVerdictsDoNot() {
        run(0, 10, "kong", true);
        run(10, 20, "kong", false);
        assertThat(silentSince("local")).isNull();
        run(20, 40, "kong", false);
        assertThat(silentSince("local")).isEqualTo(Instant.ofEpochMilli(T0 + 10_000));
        assertThat(silentSince(MetricsWindow.UNPROTECTED)).isNull();
        run(40, 41, "kong", true);
        assertThat(silentSince("local")).isNull();
    }

    @Test
    void withoutTrafficNoTierIsSilent() {
        run(0, 10, "kong", true);
        pass(10, 4_000);
        assertThat(silentSince("local")).isNull();
        // The first request after a long pause is not overdue at once, and its verdict may be counted first.
        now = T0 + 4_000_000;
        judge();
        look(4_000);
        event("kong");
        look(4_001);
        assertThat(silentSince("local")).isNull();
        pass(4_001, 4_030);
        assertThat(silentSince("local")).isNull();
    }

    @Test
    void aTierThatNeverSaidAnythingIsSilentOnceThereIsTraffic() {
        pass(0, 100);
        assertThat(silentSince("local")).isNull();
        run(100, 120, "kong", false);
        assertThat(silentSince("local")).isNotNull();
    }

    @Test
    void whoWasNotExpectedIsGoneAfterADay() {
        WindowAggregate cloud = new WindowAggregate();
        for (int i = 0; i < 2 * DAY; i += 600) {
            now = T0 + 1_000L * i;
            event("kong");
            watch.look("cloud", cloud, traffic, now);
            watch.look("local", local, traffic, now);
            if (i == 1_200) {
                assertThat(silentSince("cloud")).isNotNull();
            }
        }
        assertThat(silentSince("cloud")).isNull();
        assertThat(silentSince("local")).isNotNull();
    }

    @Test
    void aSourceIsSilentUntilItSpeaksUnlessItComesAndGoes() {
        event("demo");
        run(0, 10, "kong", true);
        pass(10, 60);
        assertThat(origins()).isEmpty();
        pass(60, 80);
        assertThat(origins()).isEqualTo(Map.of("kong", Instant.ofEpochMilli(T0 + 9_000)));
        run(80, 81, "kong", true);
        assertThat(origins()).isEmpty();
        pass(81, 81 + DAY);
        assertThat(origins()).containsOnlyKeys("kong");
        pass(81 + DAY, 200 + DAY);
        assertThat(origins()).isEmpty();
    }

    @Test
    void afterARestartASourceHasTimeToSpeak() {
        traffic.origin("kong", 5, T0 - 3_600_000);
        traffic.origin("nginx", 5, T0 - 172_800_000);
        pass(0, 60);
        assertThat(origins()).isEmpty();
        pass(60, 62);
        assertThat(origins()).isEqualTo(Map.of("kong", Instant.ofEpochMilli(T0 - 3_600_000)));
    }

    @Test
    void aTierLagsWhenItNeedsTooLongForWhatWaits() {
        pass(0, 3);
        assertThat(watch.of("local", 5_000L, now).lagging()).isNull();
        for (int i = 3; i < 30; i++) {
            local.requests += 300;
            look(i);
        }
        assertThat(watch.of("local", 5_000L, now).lagging()).isTrue();
        assertThat(watch.of("local", 2_900L, now).lagging()).isFalse();
        assertThat(watch.of("local", null, now).lagging()).isNull();
        pass(30, 60);
        assertThat(watch.of("local", 2_900L, now).lagging()).isTrue();
        assertThat(watch.of("local", 1_000L, now).lagging()).isFalse();
    }

    /** One event a second. */
    private void run(int from, int to, String origin, boolean judged) {
        for (int i = from; i < to; i++) {
            now = T0 + 1_000L * i;
            event(origin);
            if (judged) {
                judge();
            }
            look(i);
        }
    }

    private void pass(long from, long to) {
        for (long i = from; i < to; i++) {
            look(i);
        }
    }

    private void look(long second) {
        now = T0 + 1_000 * second;
        watch.look(MetricsWindow.UNPROTECTED, traffic, traffic, now);
        watch.look("local", local, traffic, now);
    }

    private void event(String origin) {
        traffic.add(Action.ALLOW, ThreatType.NONE, 1);
        traffic.seen(now);
        traffic.origin(origin, 1, now);
    }

    private void judge() {
        local.add(Action.ALLOW, ThreatType.NONE, 1);
        local.seen(now);
    }

    private @Nullable Instant silentSince(String tier) {
        return watch.of(tier, 0L, now).silentSince();
    }

    private Map<String, Instant> origins() {
        return watch.of(MetricsWindow.UNPROTECTED, 0L, now).silentOrigins();
    }
}
