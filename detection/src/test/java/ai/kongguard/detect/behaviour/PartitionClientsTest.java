package ai.kongguard.detect.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Finding;
import ai.kongguard.event.TrafficEvent;
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
            assertThat(none.observe(0, i, failedLogin(CLIENT, i))).isEmpty();
        }
    }

    @Test
    void tellsHowManyClientsThereAreAndHowManyWereForgotten() {
        for (int i = 0; i < 5; i++) {
            var unused = clients.observe(0, i, failedLogin("203.0.113." + i, i));
        }
        var unused = clients.observe(1, 0, failedLogin(CLIENT, 0));
        assertThat(clients.takeClientsChange()).isEqualTo(3);
        assertThat(clients.takeEvicted()).isEqualTo(3);
        clients.forget(0);
        assertThat(clients.takeClientsChange()).isEqualTo(-2);
        assertThat(clients.takeEvicted()).isZero();
    }

    /** Failed logins at offsets that are their indices; what the last one shows. */
    private List<Finding> observe(int partition, int from, int count) {
        List<Finding> last = List.of();
        for (int i = from; i < from + count; i++) {
            last = clients.observe(partition, i, failedLogin(CLIENT, i));
        }
        return last;
    }

    private static TrafficEvent failedLogin(String clientIp, int index) {
        return Call.by(clientIp)
                .at(index * 0.5)
                .post("/api/login", "{\"username\":\"user" + index + "\"}")
                .answered(401)
                .event();
    }
}
