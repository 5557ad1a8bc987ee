package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.Confusion;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels, verdicts, revisions and feedback meet in whatever order they come. */
class TruthTopologyTest {

    private static final Instant T0 = MetricsDriver.T0;
    private static final String IP = "203.0.113.1";

    private final Path stateDir;
    private final MetricsDriver metrics;

    TruthTopologyTest(@TempDir Path stateDir) {
        this.stateDir = stateDir;
        metrics = new MetricsDriver(stateDir.resolve("a"));
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void knowsNoTruthWithoutLabels() {
        traffic("e1", null, null, null);
        metrics.verdict(verdict("e1", Action.BLOCK, ThreatType.XSS));
        metrics.settle();
        assertThat(metrics.total("local").truth()).isNull();
        assertThat(metrics.total("local").truthByType()).isEmpty();
    }

    @Test
    void comparesVerdictsWithLabelsOverallAndByType() {
        label("tp", true, ThreatType.XSS, Action.RATE_LIMIT, ThreatType.SQL_INJECTION);
        label("fn", true, ThreatType.XSS, Action.MONITOR, ThreatType.XSS);
        label("fp", false, ThreatType.NONE, Action.BLOCK, ThreatType.SSRF);
        label("tn", false, ThreatType.NONE, Action.ALLOW, ThreatType.NONE);
        label("tn2", false, ThreatType.NONE, Action.MONITOR, ThreatType.XSS);
        metrics.settle();
        MetricsWindow total = metrics.total("local");
        assertThat(total.truth()).isEqualTo(new Confusion(1, 1, 2, 1));
        assertThat(total.truthByType())
                .isEqualTo(
                        Map.of(ThreatType.XSS, new Confusion(1, 0, 3, 1), ThreatType.SSRF, new Confusion(0, 1, 2, 0)));
        assertThat(metrics.total(MetricsWindow.UNPROTECTED).truth()).isEqualTo(new Confusion(0, 0, 3, 2));
        assertThat(metrics.window(MetricsDriver.key(1_000, 0)).truth()).isEqualTo(new Confusion(1, 1, 2, 1));
    }

    @Test
    void aFlippedLabelTurnsRightIntoWrong() {
        label("e1", true, ThreatType.XSS, Action.BLOCK, ThreatType.XSS);
        label("e2", false, ThreatType.NONE, Action.ALLOW, ThreatType.NONE);
        try (MetricsDriver flipped = new MetricsDriver(stateDir.resolve("b"))) {
            flipped.traffic(TestEvents.observed(TestEvents.event("e1", IP, "/", ""), T0, 200), "benign", null, null);
            flipped.traffic(
                    TestEvents.observed(TestEvents.event("e2", IP, "/", ""), T0, 200), "attack", ThreatType.XSS, null);
            flipped.verdict(verdict("e1", Action.BLOCK, ThreatType.XSS));
            flipped.verdict(verdict("e2", Action.ALLOW, ThreatType.NONE));
            flipped.settle();
            metrics.settle();
            assertThat(truth(metrics).accuracy()).isEqualTo(1.0);
            assertThat(truth(flipped).accuracy()).isEqualTo(0.0);
        }
    }

    @Test
    void anOperatorFlipsALabelAndMayThinkAgain() {
        label("e1", true, ThreatType.XSS, Action.BLOCK, ThreatType.XSS);
        metrics.settle();
        assertThat(metrics.total("local").truth()).isEqualTo(new Confusion(1, 0, 0, 0));
        metrics.feedback("e1", false);
        metrics.feedback("e1", false);
        metrics.settle();
        assertThat(metrics.total("local").truth()).isEqualTo(new Confusion(0, 1, 0, 0));
        assertThat(metrics.total(MetricsWindow.UNPROTECTED).truth()).isEqualTo(new Confusion(0, 0, 1, 0));
        metrics.feedback("e1", true);
        metrics.settle();
        assertThat(metrics.total("local").truth()).isEqualTo(new Confusion(1, 0, 0, 0));
        assertThat(metrics.total("local").truthByType()).containsOnlyKeys(ThreatType.XSS);
        assertThat(metrics.total("local").requests()).isEqualTo(1);
    }

    @Test
    void anOperatorLabelsWhatHadNoLabel() {
        metrics.feedback("e1", true);
        traffic("e1", null, null, null);
        metrics.verdict(verdict("e1", Action.MONITOR, ThreatType.XSS));
        metrics.settle();
        assertThat(metrics.total("local").truth()).isEqualTo(new Confusion(0, 0, 0, 1));
        assertThat(metrics.total("local").truthByType()).containsOnlyKeys(ThreatType.XSS);
        assertThat(metrics.requests("local", 1_000, 0)).isEqualTo(1);
    }

    @Test
    void aRevisionMovesItsCountsAndIsNoFurtherRequest() {
        traffic("e1", "attack", ThreatType.XSS, "r1");
        Verdict first = verdict("e1", Action.MONITOR, ThreatType.SSRF);
        metrics.verdict(first);
        metrics.settle();
        metrics.verdict(TestEvents.revised(first, 1, Action.BLOCK, ThreatType.XSS));
        metrics.verdict(TestEvents.revised(first, 1, Action.ALLOW, ThreatType.NONE));
        metrics.settle();
        MetricsWindow total = metrics.total("local");
        assertThat(total.requests()).isEqualTo(1);
        assertThat(total.actions()).isEqualTo(Map.of(Action.BLOCK, 1L));
        assertThat(total.threatTypes()).isEqualTo(Map.of(ThreatType.XSS, 1L));
        assertThat(total.truth()).isEqualTo(new Confusion(1, 0, 0, 0));
        assertThat(total.routes()).isEqualTo(Map.of("users", new MetricsWindow.Tally(1, 1)));
        assertThat(total.latency()).isNotNull();
        assertThat(total.latency().count()).isEqualTo(1);
        assertThat(metrics.window(MetricsDriver.key(1_000, 0)).actions()).isEqualTo(Map.of(Action.BLOCK, 1L));
        assertThat(metrics.window("local/run/r1").actions()).isEqualTo(Map.of(Action.BLOCK, 1L));
        assertThat(metrics.count("revisions")).isEqualTo(1);
        assertThat(metrics.count("duplicates")).isEqualTo(1);
    }

    @Test
    void aRevisionMovesScoresToo() {
        traffic("e1", "attack", ThreatType.XSS, "r1");
        traffic("e2", "benign", ThreatType.NONE, "r1");
        Verdict first = TestEvents.scored(verdict("e1", Action.MONITOR, ThreatType.SSRF), 0.4, 0.5);
        metrics.verdict(first);
        metrics.verdict(TestEvents.scored(verdict("e2", Action.ALLOW, ThreatType.NONE), 0.1, 0.9));
        metrics.verdict(TestEvents.scored(TestEvents.revised(first, 1, Action.BLOCK, ThreatType.XSS), 0.91237, 0.7));
        metrics.settle();
        MetricsWindow.Scores scores =
                new MetricsWindow.Scores(1.0124 / 2, 1.6 / 2, Map.of(ThreatType.XSS, 0.9124, ThreatType.NONE, 0.1));
        assertThat(metrics.total("local").scores()).isEqualTo(scores);
        assertThat(metrics.window("local/run/r1").scores()).isEqualTo(scores);
        assertThat(metrics.window("unprotected/run/r1").scores()).isNull();
    }

    @Test
    void countsScoresByTheirTenthAndMovesThemWithARevision() {
        double[] scores = {0, 0.09994, 0.09996, 0.3, 0.4, 0.89994, 0.9, 1};
        for (int i = 0; i < scores.length; i++) {
            traffic("e" + i, "attack", ThreatType.XSS, "r1");
            metrics.verdict(TestEvents.scored(verdict("e" + i, Action.MONITOR, ThreatType.XSS), scores[i], 0.5));
        }
        metrics.settle();
        assertThat(metrics.total("local").scoreCounts()).containsExactly(2L, 1L, 0L, 1L, 1L, 0L, 0L, 0L, 1L, 2L);
        metrics.verdict(
                TestEvents.scored(TestEvents.revised(verdict("e4", Action.MONITOR, ThreatType.XSS), 1), 0.55, 0.5));
        metrics.feedback("e7", false);
        metrics.settle();
        for (String key : List.of("local/total", "local/run/r1", MetricsDriver.key(1_000, 0))) {
            assertThat(metrics.window(key).scoreCounts())
                    .as(key)
                    .containsExactly(2L, 1L, 0L, 1L, 0L, 1L, 0L, 0L, 1L, 2L);
        }
        assertThat(metrics.total(MetricsWindow.UNPROTECTED).scoreCounts()).isNull();
        assertThat(metrics.window("unprotected/run/r1").scoreCounts()).isNull();
    }

    @Test
    void aRunThatWasDroppedKeepsWhatWasWrittenOfIt() {
        label("e0", true, ThreatType.XSS, Action.BLOCK, ThreatType.XSS, "r0");
        metrics.settle();
        for (int run = 1; run < 8; run++) {
            traffic("e" + run, "benign", ThreatType.NONE, "r" + run);
            metrics.settle();
        }
        metrics.feedback("e0", false);
        metrics.settle();
        assertThat(metrics.window("local/run/r0").truth()).isEqualTo(new Confusion(1, 0, 0, 0));
        assertThat(metrics.window("local/run/r0").requests()).isEqualTo(1);
        assertThat(metrics.total("local").truth()).isEqualTo(new Confusion(0, 1, 0, 0));
    }

    @Test
    void anEarlierOpinionThatComesLaterChangesNothing() {
        Verdict first = verdict("e1", Action.MONITOR, ThreatType.SSRF);
        metrics.verdict(TestEvents.revised(first, 2, Action.BLOCK, ThreatType.XSS));
        metrics.verdict(first);
        metrics.settle();
        assertThat(metrics.total("local").actions()).isEqualTo(Map.of(Action.BLOCK, 1L));
    }

    @Test
    void countsARunByItself() {
        traffic("e1", "attack", ThreatType.XSS, "r1");
        metrics.verdict(verdict("e1", Action.BLOCK, ThreatType.XSS));
        metrics.verdict(verdict("e2", Action.ALLOW, ThreatType.NONE));
        traffic("e2", "benign", ThreatType.NONE, "r1");
        traffic("e3", "benign", ThreatType.NONE, "r2");
        metrics.verdict(verdict("e3", Action.BLOCK, ThreatType.XSS));
        metrics.settle();
        MetricsWindow run = metrics.window("local/run/r1");
        assertThat(run.requests()).isEqualTo(2);
        assertThat(run.truth()).isEqualTo(new Confusion(1, 0, 1, 0));
        assertThat(run.latency()).isNotNull();
        assertThat(run.latency().count()).isEqualTo(2);
        assertThat(metrics.window("unprotected/run/r1").truth()).isEqualTo(new Confusion(0, 0, 1, 1));
        assertThat(metrics.window("local/run/r2").truth()).isEqualTo(new Confusion(0, 1, 0, 0));
        assertThat(metrics.total("local").requests()).isEqualTo(3);
    }

    @Test
    void countsUnlabelledRequestsOfARunWithoutTruth() {
        traffic("e1", null, null, "r1");
        metrics.verdict(verdict("e1", Action.BLOCK, ThreatType.XSS));
        metrics.verdict(verdict("e2", Action.ALLOW, ThreatType.NONE));
        traffic("e2", "nonsense", ThreatType.XSS, "r1");
        metrics.settle();
        MetricsWindow run = metrics.window("local/run/r1");
        assertThat(run.requests()).isEqualTo(2);
        assertThat(run.actions()).isEqualTo(Map.of(Action.BLOCK, 1L, Action.ALLOW, 1L));
        assertThat(run.truth()).isNull();
        assertThat(run.latency()).isNotNull();
        assertThat(run.latency().count()).isEqualTo(2);
        assertThat(metrics.window("unprotected/run/r1").requests()).isEqualTo(2);
    }

    @Test
    void keepsTheNewestRunsOnly() {
        for (int run = 0; run < 8; run++) {
            traffic("e" + run, "benign", ThreatType.NONE, "r" + run);
            metrics.settle();
        }
        traffic("x", "benign", ThreatType.NONE, "r7");
        traffic("y", "benign", ThreatType.NONE, "r0");
        metrics.settle();
        assertThat(metrics.window("unprotected/run/r7").requests()).isEqualTo(2);
        assertThat(metrics.window("unprotected/run/r0").requests()).isEqualTo(1);
    }

    @Test
    void theOrderOfRecordsDoesNotMatter() {
        List<Runnable> records = new ArrayList<>();
        List<MetricsDriver> drivers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int n = i;
            boolean attack = i % 3 == 0;
            Verdict first = verdict("e" + i, i % 4 == 0 ? Action.BLOCK : Action.ALLOW, ThreatType.SSRF);
            ThreatType type = attack ? ThreatType.XSS : ThreatType.NONE;
            var event = TestEvents.observed(TestEvents.event("e" + i, IP, "/", ""), T0, 200);
            for (int copies = 0; copies <= i % 2; copies++) {
                records.add(() -> current(drivers).traffic(event, attack ? "attack" : "benign", type, "r" + n % 2));
                records.add(() -> current(drivers).verdict(first));
            }
            if (i % 5 == 0) {
                records.add(() ->
                        current(drivers).verdict(TestEvents.revised(first, 1, Action.RATE_LIMIT, ThreatType.XSS)));
            }
            if (i % 7 == 0) {
                records.add(() -> current(drivers).feedback("e" + n, !attack));
            }
        }
        Map<String, MetricsWindow> expected = null;
        for (int seed = 0; seed < 4; seed++) {
            try (MetricsDriver driver = new MetricsDriver(stateDir.resolve("order" + seed))) {
                drivers.add(driver);
                Collections.shuffle(records, new Random(seed));
                records.forEach(Runnable::run);
                driver.settle();
                expected = expected == null ? driver.windows : expected;
                for (String key : List.of("local/total", "unprotected/total", "local/run/r0", "unprotected/run/r1")) {
                    assertThat(driver.window(key))
                            .as(key)
                            .usingRecursiveComparison()
                            .ignoringFields("emittedAt", "latency.sketch", "gatewayLatency.sketch", "latency.sumMs")
                            .isEqualTo(expected.get(key));
                }
                assertThat(truth(driver).labelled()).isEqualTo(300);
            }
        }
    }

    @Test
    void countsALateRevisionOfAForgottenEventAsLate() {
        try (MetricsDriver small = new MetricsDriver(stateDir.resolve("small"), 256)) {
            Verdict first = verdict("e0", Action.MONITOR, ThreatType.XSS);
            small.verdict(first);
            for (int i = 1; i < 1_000; i++) {
                small.verdict(verdict("e" + i, Action.ALLOW, ThreatType.NONE));
            }
            small.verdict(TestEvents.revised(first, 1, Action.BLOCK, ThreatType.XSS));
            small.settle();
            assertThat(small.total("local").requests()).isEqualTo(1_000);
            assertThat(small.count("late_revisions")).isEqualTo(1);
        }
    }

    private static Confusion truth(MetricsDriver driver) {
        return Objects.requireNonNull(driver.total("local").truth());
    }

    private static MetricsDriver current(List<MetricsDriver> drivers) {
        return drivers.get(drivers.size() - 1);
    }

    private void label(String id, boolean attack, ThreatType type, Action action, ThreatType called) {
        label(id, attack, type, action, called, null);
    }

    private void label(
            String id,
            boolean attack,
            ThreatType type,
            Action action,
            ThreatType called,
            @org.jspecify.annotations.Nullable String run) {
        traffic(id, attack ? "attack" : "benign", type, run);
        metrics.verdict(verdict(id, action, called));
    }

    private void traffic(
            String id,
            @org.jspecify.annotations.Nullable String label,
            @org.jspecify.annotations.Nullable ThreatType type,
            @org.jspecify.annotations.Nullable String run) {
        metrics.traffic(TestEvents.observed(TestEvents.event(id, IP, "/", ""), T0, 200), label, type, run);
    }

    private static Verdict verdict(String id, Action action, ThreatType type) {
        return TestEvents.verdict(id, IP, "local", action, type, T0);
    }
}
