package ai.kongguard.analyzer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.analyzer.AnalyzerMeters;
import ai.kongguard.analyzer.Logins;
import ai.kongguard.detect.behaviour.BehaviourLimits;
import ai.kongguard.event.Finding;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionClientsTest {

    private static final String CLIENT = "203.0.113.1";
    private static final int LIMIT = BehaviourLimits.defaults().failedLogins();

    private final PartitionClients clients = new PartitionClients(BehaviourLimits.defaults(), 2, 42);

    @Test
    void countsAnEventThatComesAgainAtItsOwnOffsetOnce() {
        observe(0, 0, LIMIT - 1);
        observe(0, 0, LIMIT - 1);
        assertThat(observe(0, LIMIT - 1, 1)).isNotEmpty();
        assertThat(observe(0, LIMIT - 1, 1)).isEqualTo(observe(0, LIMIT - 1, 1)).isNotEmpty();
        assertThat(observe(0, LIMIT - 1, 1).get(0).evidence()).startsWith(LIMIT + " failed logins");
    }

    @Test
    void doesNotFindWhatOnlyComesAgain() {
        observe(0, 0, LIMIT - 1);
        assertThat(observe(0, 0, LIMIT - 1)).isEmpty();
    }

    @Test
    void keepsPartitionsApart() {
        assertThat(observe(0, 0, LIMIT - 1)).isEmpty();
        assertThat(observe(1, 0, LIMIT - 1)).isEmpty();
        assertThat(observe(1, LIMIT - 1, 1)).isNotEmpty();
    }

    @Test
    void knowsNothingOfAPartitionThatWentAway() {
        observe(0, 0, LIMIT - 1);
        clients.forget(0);
        assertThat(observe(0, LIMIT - 1, 1)).isEmpty();
    }

    @Test
    void watchesNobodyWhenThereIsRoomForNobody() {
        PartitionClients none = new PartitionClients(BehaviourLimits.defaults(), 0, 42);
        for (int i = 0; i < LIMIT * 2; i++) {
            assertThat(none.observe(0, i, Logins.failed(CLIENT, i))).isEmpty();
        }
    }

    @Test
    void tellsHowManyClientsThereAreAndHowManyWereForgotten() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        AnalyzerMeters meters = new AnalyzerMeters(registry, "local");
        for (int i = 0; i < 5; i++) {
            var unused = clients.observe(0, i, Logins.failed("203.0.113." + i, i));
        }
        var unused = clients.observe(1, 0, Logins.failed(CLIENT, 0));
        clients.report(meters);
        assertThat(gauge(registry)).isEqualTo(3);
        assertThat(registry.get("kongguard.analyzer.client_evictions").counter().count())
                .isEqualTo(3);
        clients.forget(0);
        clients.report(meters);
        assertThat(gauge(registry)).isEqualTo(1);
    }

    private static double gauge(SimpleMeterRegistry registry) {
        return registry.get("kongguard.analyzer.clients").gauge().value();
    }

    /** Failed logins at offsets that are their indices; what the last one shows. */
    private List<Finding> observe(int partition, int from, int count) {
        List<Finding> last = List.of();
        for (int i = from; i < from + count; i++) {
            last = clients.observe(partition, i, Logins.failed(CLIENT, i));
        }
        return last;
    }
}
