package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTopologyTest {

    private static final Instant T0 = MetricsDriver.T0;
    private static final long FIVE_MINUTES = 300_000;

    private final MetricsDriver metrics;
    private int events;

    MetricsTopologyTest(@TempDir Path stateDir) {
        metrics = new MetricsDriver(stateDir);
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void countsByActionAndTypeInWindowsOfEverySizeAndInTotal() {
        pipe("local", Action.BLOCK, ThreatType.XSS, T0);
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusMillis(999));
        pipe("local", Action.MONITOR, ThreatType.XSS, T0.plusMillis(1_000));
        pipe("local", Action.RATE_LIMIT, ThreatType.SQL_INJECTION, T0.plusSeconds(10));
        metrics.settle();
        assertThat(metrics.requests("local", 1_000, 0)).isEqualTo(2);
        assertThat(metrics.requests("local", 1_000, 1)).isEqualTo(1);
        assertThat(metrics.requests("local", 1_000, 10)).isEqualTo(1);
        assertThat(metrics.requests("local", 10_000, 0)).isEqualTo(3);
        assertThat(metrics.requests("local", 10_000, 10)).isEqualTo(1);
        assertThat(metrics.requests("local", 60_000, 0)).isEqualTo(4);
        MetricsWindow total = metrics.total("local");
        assertThat(total.requests()).isEqualTo(4);
        assertThat(total.actions())
                .isEqualTo(Map.of(Action.BLOCK, 1L, Action.ALLOW, 1L, Action.MONITOR, 1L, Action.RATE_LIMIT, 1L));
        assertThat(total.threatTypes())
                .isEqualTo(Map.of(ThreatType.XSS, 2L, ThreatType.NONE, 1L, ThreatType.SQL_INJECTION, 1L));
        assertThat(total.statusClasses()).isEqualTo(Map.of("2xx", 4L));
        assertThat(total.routes()).isEqualTo(Map.of("users", new MetricsWindow.Tally(4, 2)));
        assertThat(total.services()).isEqualTo(Map.of("user-service", new MetricsWindow.Tally(4, 2)));
        assertThat(total.start()).isEqualTo(T0);
        assertThat(total.lastEventAt()).isEqualTo(T0.plusSeconds(10));
    }

    @Test
    void fiveMinutesHopByOneMinute() {
        pipe("local", Action.BLOCK, ThreatType.XSS, T0.plusSeconds(61));
        metrics.settle();
        for (long start : new long[] {-180, -120, -60, 0, 60}) {
            assertThat(metrics.requests("local", FIVE_MINUTES, start))
                    .as("from %d s", start)
                    .isEqualTo(1);
        }
        assertThat(metrics.sum("local", FIVE_MINUTES)).isEqualTo(5);
    }

    @Test
    void countsTrafficAsWhatWouldHaveGotThrough() {
        TrafficEvent event = TestEvents.observed(TestEvents.event("e1", "203.0.113.1", "/api", "q=1"), T0, 404);
        metrics.traffic(event, "attack", ThreatType.XSS, null);
        metrics.traffic(
                TestEvents.observed(TestEvents.event("e2", "203.0.113.2", "/api", ""), T0.plusSeconds(1), null),
                null,
                null,
                null);
        metrics.settle();
        MetricsWindow total = metrics.total(MetricsWindow.UNPROTECTED);
        assertThat(total.requests()).isEqualTo(2);
        assertThat(total.actions()).isEqualTo(Map.of(Action.ALLOW, 2L));
        assertThat(total.statusClasses()).isEqualTo(Map.of("4xx", 1L, "none", 1L));
        assertThat(total.bytesIn()).isEqualTo(600);
        assertThat(total.bytesOut()).isEqualTo(1_800);
        assertThat(total.gatewayLatency()).isNotNull();
        assertThat(total.gatewayLatency().meanMs()).isEqualTo(12.0);
        assertThat(total.latency()).isNull();
        assertThat(total.truth()).isNotNull();
        assertThat(total.truth().falseNegatives()).isEqualTo(1);
        assertThat(total.truth().labelled()).isEqualTo(1);
        assertThat(total.topSources()).isNotNull();
        assertThat(total.topSources().error()).isZero();
        assertThat(total.topTargets()).isNotNull();
        assertThat(total.topTargets().heaviest()).containsExactly(new MetricsWindow.Heavy("GET /api", 2));
        assertThat(total.origins()).isEqualTo(Map.of("kong", new MetricsWindow.Origin(2, T0.plusSeconds(1), null)));
    }

    @Test
    void everySizeSumsUpToTheTotal() {
        for (int i = 0; i < 5_000; i++) {
            pipe("local", i % 5 == 0 ? Action.BLOCK : Action.ALLOW, ThreatType.NONE, T0.plusMillis(i * 37L));
            if (i % 400 == 0) {
                metrics.advance(Duration.ofMillis(250));
            }
        }
        metrics.settle();
        for (long size : new long[] {1_000, 10_000, 60_000}) {
            assertThat(metrics.sum("local", size)).as("windows of %d ms", size).isEqualTo(5_000);
        }
        assertThat(metrics.sum("local", FIVE_MINUTES)).isEqualTo(5 * 5_000);
        assertThat(metrics.total("local").requests()).isEqualTo(5_000);
        assertThat(metrics.total("local").blocked()).isEqualTo(1_000);
    }

    @Test
    void keepsTiersApart() {
        pipe("local", Action.BLOCK, ThreatType.XSS, T0);
        pipe("cloud", Action.ALLOW, ThreatType.NONE, T0);
        pipe("cloud", Action.ALLOW, ThreatType.NONE, T0);
        metrics.settle();
        assertThat(metrics.total("local").requests()).isEqualTo(1);
        assertThat(metrics.total("cloud").requests()).isEqualTo(2);
    }

    @Test
    void refusesMoreTiersThanThereIsRoomFor() {
        for (String tier : List.of("a", "b", "c", "d", "e", MetricsWindow.UNPROTECTED)) {
            pipe(tier, Action.ALLOW, ThreatType.NONE, T0);
        }
        metrics.settle();
        assertThat(metrics.windows).containsKey("d/total").doesNotContainKey("e/total");
        assertThat(metrics.count("refused_tiers")).isEqualTo(2);
    }

    @Test
    void putsAnOutOfOrderVerdictWhereItBelongs() {
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusSeconds(200));
        metrics.settle();
        pipe("local", Action.BLOCK, ThreatType.XSS, T0.plusSeconds(3));
        metrics.settle();
        assertThat(metrics.requests("local", 1_000, 3)).isEqualTo(1);
        assertThat(metrics.requests("local", 60_000, 0)).isEqualTo(1);
        assertThat(metrics.total("local").late()).isZero();
    }

    @Test
    void countsAVerdictAfterItsGraceAsLateAndInTheTotal() {
        metrics.advance(Duration.ofHours(1));
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusSeconds(3_000));
        metrics.settle();
        pipe("local", Action.BLOCK, ThreatType.XSS, T0.plusSeconds(3));
        metrics.settle();
        assertThat(metrics.requests("local", 1_000, 3)).isZero();
        assertThat(metrics.total("local").requests()).isEqualTo(2);
        assertThat(metrics.total("local").late()).isEqualTo(1);
    }

    @Test
    void aClockThatIsAheadDoesNotCloseTheWindowsOfOthers() {
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plus(Duration.ofDays(30)));
        metrics.settle();
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusSeconds(1));
        metrics.settle();
        assertThat(metrics.requests("local", 1_000, 1)).isEqualTo(1);
        assertThat(metrics.total("local").late()).isZero();
    }

    @Test
    void showsSilenceAsZeroOncePerWindow() {
        metrics.advance(Duration.ofMillis(250));
        metrics.advance(Duration.ofSeconds(12));
        Map<String, Long> written = metrics.readCounting();
        assertThat(metrics.windows.values()).allMatch(window -> window.requests() == 0);
        assertThat(written)
                .containsKeys("local/total", MetricsDriver.key(1_000, 0), MetricsDriver.key(1_000, 5))
                .containsKeys(MetricsDriver.key(1_000, 12), MetricsDriver.key(10_000, 10));
        written.keySet().removeIf(key -> key.endsWith("/total"));
        assertThat(written.values()).containsOnly(1L);
    }

    @Test
    void repeatsTheTotalOnceASecondInSilence() {
        pipe("local", Action.BLOCK, ThreatType.XSS, T0);
        metrics.settle();
        for (int i = 0; i < 20; i++) {
            metrics.advance(Duration.ofMillis(250));
        }
        assertThat(metrics.readCounting()).containsEntry("local/total", 5L);
        assertThat(metrics.total("local").requests()).isEqualTo(1);
    }

    @Test
    void totalsSayWhoFellSilent() {
        pipe("local", Action.ALLOW, ThreatType.NONE, T0);
        for (int i = 1; i <= 30; i++) {
            metrics.traffic(
                    TestEvents.observed(TestEvents.event("t" + i, "203.0.113.1", "/", ""), T0.plusSeconds(i), 200),
                    null,
                    null,
                    null);
            metrics.advance(Duration.ofSeconds(1));
        }
        metrics.settle();
        assertThat(metrics.total("local").silentSince()).isBetween(T0, T0.plusSeconds(3));
        assertThat(metrics.total(MetricsWindow.UNPROTECTED).silentSince()).isNull();
        assertThat(metrics.total(MetricsWindow.UNPROTECTED).origins().get("kong"))
                .extracting(MetricsWindow.Origin::silentSince)
                .isNull();
        metrics.advance(Duration.ofSeconds(70));
        metrics.settle();
        assertThat(metrics.total(MetricsWindow.UNPROTECTED).origins().get("kong"))
                .extracting(MetricsWindow.Origin::silentSince)
                .isNotNull();
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusSeconds(30));
        metrics.settle();
        assertThat(metrics.total("local").silentSince()).isNull();
    }

    @Test
    void silenceNeverOverwritesACount() {
        pipe("local", Action.ALLOW, ThreatType.NONE, T0.plusMillis(300));
        metrics.settle();
        assertThat(metrics.requests("local", 1_000, 0)).isEqualTo(1);
        assertThat(metrics.requests("local", 1_000, 2)).isZero();
        assertThat(metrics.windows).containsKey(MetricsDriver.key(1_000, 2));
    }

    @Test
    void boundsTheZerosAfterALongPause() {
        metrics.advance(Duration.ofMillis(250));
        var unused = metrics.readCounting();
        metrics.advance(Duration.ofHours(5));
        assertThat(metrics.readCounting().values().stream().mapToLong(n -> n).sum())
                .isLessThan(2 * (4 * 61 + 2));
    }

    @Test
    void skipsAndCountsWhatIsNoRecord() {
        metrics.raw("traffic", "nonsense".getBytes(UTF_8));
        metrics.raw("verdicts", "nonsense".getBytes(UTF_8));
        metrics.raw("verdicts", null);
        metrics.raw("feedback", "{}".getBytes(UTF_8));
        pipe("local", Action.ALLOW, ThreatType.NONE, T0);
        metrics.settle();
        assertThat(metrics.total("local").requests()).isEqualTo(1);
        assertThat(metrics.count("malformed")).isEqualTo(4);
        assertThat(metrics.count("verdicts")).isEqualTo(1);
    }

    private void pipe(String tier, Action action, ThreatType type, Instant observedAt) {
        Verdict verdict = TestEvents.verdict("e" + events++, "203.0.113." + events % 7, tier, action, type, observedAt);
        metrics.verdict(verdict);
    }
}
