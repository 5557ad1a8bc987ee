package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.Incident;
import ai.kongguard.event.ThreatType;
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

class IncidentTopologyTest {

    private static final Instant T0 = MetricsDriver.T0;

    private final MetricsDriver metrics;
    private int events;

    IncidentTopologyTest(@TempDir Path stateDir) {
        metrics = new MetricsDriver(stateDir);
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void thousandsOfAlertsOfOneSourceAreOneLine() {
        for (int i = 0; i < 3_000; i++) {
            alert("203.0.113.1", "", T0.plusMillis(i * 50L));
        }
        allow("203.0.113.1");
        metrics.settle();
        assertThat(metrics.incidents).hasSize(1);
        Incident incident = only();
        assertThat(incident.kind()).isEqualTo(Incident.Kind.SOURCE);
        assertThat(incident.campaign()).isEqualTo("203.0.113.1");
        assertThat(incident.alerts()).isEqualTo(3_000);
        assertThat(incident.firstSeen()).isEqualTo(T0);
        assertThat(incident.lastSeen()).isEqualTo(T0.plusMillis(2_999 * 50L));
        assertThat(incident.threatTypes()).isEqualTo(Map.of(ThreatType.XSS, 3_000L));
        assertThat(incident.sources()).containsExactly("203.0.113.1");
        assertThat(incident.eventIds()).hasSize(Incident.MAX_EVENTS).startsWith("e0");
    }

    @Test
    void onePayloadOfManySourcesIsOneIncidentFromTheThirdSourceOn() {
        for (int i = 0; i < 150; i++) {
            alert("203.0.113." + i, "id=" + i + " UNION SELECT '" + "x".repeat(i) + "'", T0.plusSeconds(i));
            metrics.advance(MetricsDriver.TICK);
        }
        metrics.settle();
        Incident payload = metrics.incidents.values().stream()
                .filter(incident -> incident.kind() == Incident.Kind.PAYLOAD)
                .findFirst()
                .orElseThrow();
        assertThat(payload.campaign()).isEqualTo("xss: id=0 union select ''");
        assertThat(payload.alerts()).isEqualTo(148);
        assertThat(payload.sourceCount()).isEqualTo(100);
        assertThat(payload.moreSources()).isTrue();
        assertThat(payload.sources()).hasSize(Incident.MAX_SOURCES);
        assertThat(metrics.incidents).hasSize(3);
        assertThat(alerts()).isEqualTo(150);
    }

    @Test
    void aPauseBeginsAnotherIncidentAndWhatFillsItJoinsBoth() {
        alert("203.0.113.1", "", T0);
        alert("203.0.113.1", "", T0.plus(Duration.ofMinutes(9)));
        metrics.settle();
        assertThat(metrics.incidents).hasSize(2);
        alert("203.0.113.1", "", T0.plus(Duration.ofMinutes(5)));
        metrics.settle();
        assertThat(metrics.incidents).hasSize(1);
        assertThat(only().alerts()).isEqualTo(3);
        assertThat(only().lastSeen()).isEqualTo(T0.plus(Duration.ofMinutes(9)));
    }

    @Test
    void anEventThatTwoTiersAlertToIsOneAlert() {
        Verdict verdict = TestEvents.verdict("e", "203.0.113.1", "local", Action.BLOCK, ThreatType.XSS, T0);
        metrics.verdict(verdict);
        metrics.verdict(TestEvents.verdict("e", "203.0.113.1", "cloud", Action.BLOCK, ThreatType.SSRF, T0));
        metrics.verdict(TestEvents.revised(verdict, 1, Action.RATE_LIMIT, ThreatType.XSS));
        metrics.settle();
        assertThat(only().alerts()).isEqualTo(1);
        assertThat(only().threatTypes()).isEqualTo(Map.of(ThreatType.XSS, 1L));
    }

    @Test
    void boundsWhatIsOpenAndStillWritesEveryAlertOnce() {
        for (int i = 0; i < 2_500; i++) {
            alert("10.0." + i / 250 + "." + i % 250, "", T0);
        }
        metrics.settle();
        assertThat(metrics.incidents).hasSize(2_500);
        assertThat(alerts()).isEqualTo(2_500);
    }

    private long alerts() {
        return metrics.incidents.values().stream().mapToLong(Incident::alerts).sum();
    }

    private Incident only() {
        return metrics.incidents.values().iterator().next();
    }

    private void allow(String source) {
        metrics.verdict(TestEvents.verdict("e" + events++, source, "local", Action.ALLOW, ThreatType.NONE, T0));
    }

    private void alert(String source, String evidence, Instant observedAt) {
        Verdict verdict = TestEvents.verdict("e" + events++, source, "local", Action.BLOCK, ThreatType.XSS, observedAt);
        Finding finding = new Finding("xss", ThreatType.XSS, "query.q", 0, 1, evidence, 0.9);
        metrics.verdict(evidence.isEmpty() ? verdict : TestEvents.found(verdict, List.of(finding)));
    }
}
