package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class WindowAggregateTest {

    private static final WindowKey KEY = new WindowKey("local", 1_000, 5_000);
    private static final Instant EMITTED = Instant.ofEpochMilli(9_000);

    @Test
    void sumsOfPartsEqualTheSumOfTheWhole() {
        WindowAggregate whole = new WindowAggregate();
        WindowAggregate left = new WindowAggregate();
        WindowAggregate right = new WindowAggregate();
        for (int i = 1; i <= 2_000; i++) {
            Verdict verdict = verdict(i % 3 == 0 ? Action.BLOCK : Action.ALLOW, i);
            whole.add(verdict);
            (i % 7 == 0 ? left : right).add(verdict);
        }
        left.add(right);
        assertThat(window(left)).usingRecursiveComparison().isEqualTo(window(whole));
    }

    @Test
    void percentilesAreWithinOnePercentAndTheMeanIsExact() {
        WindowAggregate sum = new WindowAggregate();
        for (int i = 1; i <= 10_000; i++) {
            sum.add(verdict(Action.ALLOW, i));
        }
        MetricsWindow.LatencySummary latency = window(sum).latency();
        assertThat(latency).isNotNull();
        assertThat(latency.count()).isEqualTo(10_000);
        assertThat(latency.meanMs()).isEqualTo(5_000.5);
        assertThat(latency.p50Ms()).isCloseTo(5_000, within(50.0));
        assertThat(latency.p95Ms()).isCloseTo(9_500, within(95.0));
        assertThat(latency.p99Ms()).isCloseTo(9_900, within(99.0));
        assertThat(latency.maxMs()).isCloseTo(10_000, within(100.0));
    }

    @Test
    void survivesItsStoredForm() {
        WindowAggregate sum = new WindowAggregate();
        for (int i = 0; i < 500; i++) {
            sum.add(verdict(Action.values()[i % 4], i % 90));
        }
        sum.late = 7;
        Serde<WindowAggregate> serde = WindowAggregateSerde.serde();
        WindowAggregate restored =
                serde.deserializer().deserialize("", serde.serializer().serialize("", sum));
        assertThat(window(restored)).usingRecursiveComparison().isEqualTo(window(sum));
        assertThat(restored.late).isEqualTo(7);
        assertThat(restored.firstMs).isEqualTo(sum.firstMs);
    }

    @Test
    void countsByActionAndTypeAddUpToTheRequests() {
        WindowAggregate sum = new WindowAggregate();
        sum.add(verdict(Action.BLOCK, 1));
        sum.add(verdict(Action.RATE_LIMIT, 1));
        sum.add(verdict(Action.ALLOW, 1));
        MetricsWindow window = window(sum);
        assertThat(window.requests()).isEqualTo(3);
        assertThat(window.actions()).isEqualTo(Map.of(Action.BLOCK, 1L, Action.RATE_LIMIT, 1L, Action.ALLOW, 1L));
        assertThat(window.threatTypes()).isEqualTo(Map.of(ThreatType.XSS, 3L));
        assertThat(window.blocked()).isEqualTo(2);
        assertThat(window.allowed()).isEqualTo(1);
    }

    @Test
    void anEmptyOneHasNoLatency() {
        MetricsWindow window = window(new WindowAggregate());
        assertThat(window.requests()).isZero();
        assertThat(window.latency()).isNull();
        assertThat(window.start()).isEqualTo(Instant.ofEpochMilli(5_000));
    }

    @Test
    void keySurvivesItsStoredFormAndSortsBySizeThenStart() {
        Serde<WindowKey> serde = WindowKey.serde();
        byte[] early = serde.serializer().serialize("", KEY);
        byte[] later = serde.serializer().serialize("", new WindowKey("a", 1_000, 6_000));
        byte[] longer = serde.serializer().serialize("", new WindowKey("a", 10_000, 0));
        assertThat(serde.deserializer().deserialize("", early)).isEqualTo(KEY);
        assertThat(java.util.Arrays.compareUnsigned(early, later)).isNegative();
        assertThat(java.util.Arrays.compareUnsigned(later, longer)).isNegative();
    }

    private static MetricsWindow window(WindowAggregate sum) {
        return sum.toWindow(KEY, EMITTED);
    }

    private static Verdict verdict(Action action, int latencyMs) {
        Verdict sample = TestEvents.verdict("e", "203.0.113.1", "local", action, ThreatType.XSS, TestEvents.NOW);
        return TestEvents.judgedAfter(sample, latencyMs);
    }
}
