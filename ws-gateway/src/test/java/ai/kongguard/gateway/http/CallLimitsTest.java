package ai.kongguard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallLimitsTest {

    @Test
    void letsSoManyThroughAtOnceAndTellsTheNextHowLongToWait() {
        CallLimits limits = new CallLimits(3, Duration.ofMinutes(10));
        for (int i = 0; i < 3; i++) {
            assertThat(limits.secondsToWait("203.0.113.1")).isZero();
        }
        assertThat(limits.secondsToWait("203.0.113.1")).isBetween(195L, 200L);
        assertThat(limits.secondsToWait("203.0.113.2")).isZero();
    }

    @Test
    void takesTheAddressesOfOneNetworkForOne() {
        CallLimits limits = new CallLimits(1, Duration.ofMinutes(10));
        assertThat(limits.secondsToWait("2001:db8:1:2::1")).isZero();
        assertThat(limits.secondsToWait("2001:db8:1:2:ffff::9")).isPositive();
        assertThat(limits.secondsToWait("2001:db8:1:3::1")).isZero();
    }

    @Test
    void noLimitIsNone() {
        CallLimits limits = new CallLimits(0, Duration.ofMinutes(10));
        for (int i = 0; i < 1_000; i++) {
            assertThat(limits.secondsToWait("203.0.113.1")).isZero();
        }
    }
}
