package ai.kongguard.gateway.ws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressLimitTest {

    private final AddressLimit limit = new AddressLimit(2);

    @Test
    void countsEachAddressByItself() {
        assertThat(limit.enter("203.0.113.1")).isTrue();
        assertThat(limit.enter("203.0.113.1")).isTrue();
        assertThat(limit.enter("203.0.113.1")).isFalse();
        assertThat(limit.enter("203.0.113.2")).isTrue();
        limit.leave("203.0.113.1");
        assertThat(limit.enter("203.0.113.1")).isTrue();
        assertThat(limit.enter("203.0.113.1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9",
        "2001:db8:1:2::1%eth0, 2001:0db8:0001:0002::3",
        "::ffff:203.0.113.9, 203.0.113.9",
        "unknown, unknown"
    })
    void countsThemAsOne(String one, String same) {
        assertThat(limit.enter(one)).isTrue();
        assertThat(limit.enter(same)).isTrue();
        assertThat(limit.enter(one)).isFalse();
        assertThat(limit.enter(same)).isFalse();
    }

    @Test
    void countsTwoNetworksAsTwo() {
        limit.enter("2001:db8:1:2::1");
        limit.enter("2001:db8:1:2::1");
        assertThat(limit.enter("2001:db8:1:3::1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
    void leavesThisMachineAlone(String address) {
        for (int i = 0; i < 100; i++) {
            assertThat(limit.enter(address)).isTrue();
        }
        limit.leave(address);
    }
}
