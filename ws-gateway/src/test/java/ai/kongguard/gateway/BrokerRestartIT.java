package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.gateway.kafka.ReadersHealthIndicator;
import ai.kongguard.testkit.TestBroker;
import java.time.Duration;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class BrokerRestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void losesAndDoublesNothingWhenTheBrokerRestarts() {
        try (TestBroker broker = TestBroker.start();
                GatewayProcess gateway =
                        GatewayProcess.start(broker, "", "--kongguard.gateway.feed.max-events-per-second=0");
                GatewayClient client = GatewayClient.counting(gateway.port())) {
            publish(gateway, 0);
            await().atMost(PATIENCE).untilAtomic(client.verdicts, Matchers.is(1_000L));
            broker.stop();
            broker.restart();
            publish(gateway, 1_000);
            gateway.publish(Samples.total(2_000, 0, 0, Samples.NOW));
            await().atMost(PATIENCE).untilAtomic(client.verdicts, Matchers.is(2_000L));
            await().atMost(PATIENCE)
                    .until(() -> gateway.context.getBean(TileBoard.class).hasTotal());
            await().atMost(PATIENCE).until(() -> readers(gateway).getStatus().equals(Status.UP));
            assertThat(gateway.count("verdicts.consumed")).isEqualTo(2_000);
            assertThat(readers(gateway).getDetails().values()).containsOnly("live");
        }
    }

    private static Health readers(GatewayProcess gateway) {
        return gateway.context.getBean(ReadersHealthIndicator.class).health();
    }

    private static void publish(GatewayProcess gateway, int from) {
        gateway.publish(IntStream.range(from, from + 1_000)
                .mapToObj(i -> Samples.benign("e" + i))
                .toList());
    }
}
