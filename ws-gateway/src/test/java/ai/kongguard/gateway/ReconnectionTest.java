package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconnectionTest {

    @Test
    void spreadsClientsOverTheTimeTheyHave() {
        Reconnection reconnection = new Reconnection(Duration.ofSeconds(10), new Random(1));
        List<Long> delays = Stream.generate(reconnection::text)
                .limit(1_000)
                .map(text -> Long.parseLong(text.replaceAll(".*reconnect in (\\d+) ms", "$1")))
                .toList();
        assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(500L, 10_000L));
        assertThat(delays.stream().distinct()).hasSizeGreaterThan(900);
        for (long from = 500; from < 9_500; from += 1_000) {
            long second = from;
            assertThat(delays.stream().filter(delay -> delay >= second && delay < second + 1_000))
                    .hasSizeBetween(60, 160);
        }
    }
}
