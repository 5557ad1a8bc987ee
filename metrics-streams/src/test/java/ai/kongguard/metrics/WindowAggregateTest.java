package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.Tally;
import ai.kongguard.event.ThreatType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowAggregateTest {

    private static final WindowKey KEY = new WindowKey("local", 60_000, 60_000, "");
    private static final Instant EMITTED = Instant.ofEpochMilli(90_000);

    @Test
    void sumsOfPartsEqualTheSumOfTheWhole() {
        WindowAggregate whole = new WindowAggregate();
        WindowAggregate left = new WindowAggregate();
        WindowAggregate right = new WindowAggregate();
        for (int i = 1; i <= 2_000; i++) {
            add(whole, i);
            add(i % 7 == 0 ? left : right, i);
        }
        left.add(right, MetricsWindow.TOTAL);
        assertThat(window(left)).usingRecursiveComparison().isEqualTo(window(whole));
    }

    @Test
    void survivesItsStoredForm() {
        WindowAggregate sum = new WindowAggregate();
        for (int i = 0; i < 500; i++) {
            add(sum, i);
        }
        sum.late = 7;
        WindowAggregate restored = WindowAggregateCodec.read(new BinaryInput(WindowAggregateCodec.encode(sum)));
        assertThat(window(restored)).usingRecursiveComparison().isEqualTo(window(sum));
        assertThat(restored.late).isEqualTo(7);
        assertThat(restored.firstMs).isEqualTo(sum.firstMs);
    }

    @Test
    void survivesItsStoredFormWhenItTakesAway() {
        WindowAggregate sum = new WindowAggregate();
        sum.add(Action.BLOCK, ThreatType.XSS, -1);
        sum.truth().addAttack(ThreatType.XSS, true, 9_500, -1);
        sum.routes().add("r", 0, -1);
        WindowAggregate restored = WindowAggregateCodec.read(new BinaryInput(WindowAggregateCodec.encode(sum)));
        assertThat(restored.requests).isEqualTo(-1);
        restored.add(Action.BLOCK, ThreatType.XSS, 1);
        restored.truth().addAttack(ThreatType.XSS, true, 9_500, 1);
        assertThat(window(restored).actions()).isEmpty();
        assertThat(window(restored).truth()).isNull();
        assertThat(window(restored).truthByType()).isEmpty();
    }

    @Test
    void percentilesAreWithinOnePercentAndTheMeanIsExact() {
        LatencyTally tally = new LatencyTally();
        for (int i = 1; i <= 10_000; i++) {
            tally.add(i);
        }
        MetricsWindow.LatencySummary latency = tally.summary();
        assertThat(latency.count()).isEqualTo(10_000);
        assertThat(latency.meanMs()).isEqualTo(5_000.5);
        assertThat(latency.p50Ms()).isCloseTo(5_000, within(50.0));
        assertThat(latency.p95Ms()).isCloseTo(9_500, within(95.0));
        assertThat(latency.p99Ms()).isCloseTo(9_900, within(99.0));
        assertThat(latency.maxMs()).isCloseTo(10_000, within(100.0));
    }

    @Test
    void showsTheLargestNamesAndTheRestAsOther() {
        NameTally names = new NameTally();
        for (int i = 0; i < 1_000; i++) {
            names.add("route" + i, 1 + i % 300, i % 2);
        }
        names.add(null, 9_999, 0);
        var top = names.top();
        assertThat(top).hasSize(MetricsWindow.MAX_NAMES + 1).containsEntry(MetricsWindow.NO_NAME, new Tally(9_999, 0));
        long expected = 9_999;
        for (int i = 0; i < 1_000; i++) {
            expected += 1 + i % 300;
        }
        assertThat(top.values().stream().mapToLong(Tally::requests).sum()).isEqualTo(expected);
        assertThat(top.values().stream().mapToLong(Tally::blocked).sum()).isEqualTo(500);
    }

    @Test
    void anEmptyOneHasNoLatency() {
        MetricsWindow window = window(new WindowAggregate());
        assertThat(window.requests()).isZero();
        assertThat(window.latency()).isNull();
        assertThat(window.scoreCounts()).isNull();
        assertThat(window.start()).isEqualTo(Instant.ofEpochMilli(60_000));
        assertThat(window.lastEventAt()).isNull();
    }

    @Test
    void keySurvivesItsStoredForm() {
        for (WindowKey key :
                List.of(KEY, WindowKey.total("a"), WindowKey.run("a", "1"), WindowKey.second("b", 1_999))) {
            assertThat(WindowKey.fromBytes(key.toBytes('W'))).isEqualTo(key);
        }
    }

    private static void add(WindowAggregate sum, int i) {
        sum.add(Action.values()[i % 4], ThreatType.XSS, 1);
        sum.seen(1_000L * i);
        sum.status(100 + i % 500);
        sum.latency().add(i);
        sum.gatewayLatency().add(i / 2.0);
        sum.routes().add("r" + i % 5, 1, i % 2);
        sum.services().add(null, 1, 0);
        sum.sources().add("s" + i % 50);
        sum.targets().add("t" + i % 50);
        sum.origin("kong", 1, i);
        sum.truth().addBenign(ThreatType.XSS, i % 3 == 0, i, 1);
        sum.scores += i;
        sum.scoreCounts[i % 10]++;
        sum.confidences += 2L * i;
        sum.bytesIn += i;
    }

    private static MetricsWindow window(WindowAggregate sum) {
        return sum.toWindow(KEY, TierHealth.UNKNOWN, EMITTED);
    }
}
