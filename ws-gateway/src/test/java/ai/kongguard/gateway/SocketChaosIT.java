package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.gateway.ChaosClients.Kind;
import ai.kongguard.testkit.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SocketChaosIT {

    private static final long SEED = 20_261_124;
    private static final int CLIENTS = 500;
    private static final int VERDICTS_AT_ONCE = 20;
    private static final String PADDING = "x".repeat(1_000);
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** A metrics frame is due every second; the rest is for a machine that others use too. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void honestClientReceivesEveryMetricTickWhileOthersFreezeVanishAndSendGarbage() throws Exception {
        TestBroker broker = TestBroker.shared();
        ScheduledExecutorService traffic = Executors.newSingleThreadScheduledExecutor();
        try (GatewayProcess gateway = GatewayProcess.start(
                        broker,
                        TestBroker.newPrefix(),
                        "--kongguard.gateway.max-sessions=1000",
                        "--kongguard.gateway.feed.max-events-per-second=0",
                        "--kongguard.gateway.outbox.max-size=256KB",
                        "--kongguard.gateway.outbox.stall-timeout=2s");
                HonestClient honest = new HonestClient(gateway.port());
                ChaosClients chaos = new ChaosClients(gateway.port(), SEED)) {
            var unused = traffic.scheduleWithFixedDelay(() -> publish(gateway), 0, 250, TimeUnit.MILLISECONDS);
            Map<Kind, Integer> done = chaos.run(CLIENTS);
            assertThat(done).hasSize(Kind.values().length).allSatisfy((kind, count) -> assertThat(count)
                    .as(kind.name())
                    .isGreaterThan(CLIENTS / 20));
            // Those who froze take up what sockets and outboxes hold, and are ended then.
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.closed("too_slow"))
                    .isEqualTo(done.getOrDefault(Kind.FREEZES, 0).doubleValue()));
            traffic.shutdown();
            assertThat(traffic.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            int published = rounds.get() * VERDICTS_AT_ONCE;
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(honest.verdicts).hasValue(published));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(honest.requests).hasValue(rounds.get()));

            assertThat(honest.isReading()).isTrue();
            assertThat(honest.sequences).hasSizeGreaterThan(10);
            long first = honest.sequences.get(0);
            assertThat(honest.sequences)
                    .containsExactlyElementsOf(IntStream.range(0, honest.sequences.size())
                            .mapToObj(i -> first + i)
                            .toList());
            assertThat(honest.longestPause()).isLessThan(LONGEST_PAUSE);

            assertThat(gateway.closed(code(CloseReason.PROTOCOL)))
                    .isGreaterThanOrEqualTo(done.getOrDefault(Kind.UNMASKED, 0));
            assertThat(gateway.closed(code(CloseReason.TOO_LARGE)))
                    .isGreaterThanOrEqualTo(done.getOrDefault(Kind.OVERSIZE, 0));
            assertThat(gateway.closed(code(CloseReason.TOO_MANY_FRAMES)))
                    .isEqualTo(done.getOrDefault(Kind.FLOODS, 0).doubleValue());
            assertThat(gateway.closed(code(CloseReason.CLIENT)))
                    .isBetween(done.getOrDefault(Kind.LEAVES, 0).doubleValue(), (double) CLIENTS);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.context
                            .getBean(MeterRegistry.class)
                            .get("kongguard.gateway.sessions")
                            .gauge()
                            .value())
                    .isEqualTo(1));
        } finally {
            traffic.shutdownNow();
        }
    }

    private void publish(GatewayProcess gateway) {
        int round = rounds.get();
        gateway.publish(IntStream.range(0, VERDICTS_AT_ONCE)
                .mapToObj(i -> Samples.hostile("e" + round + "-" + i, PADDING))
                .toList());
        gateway.publish(Samples.total(round + 1, 0, 0, Samples.NOW));
        rounds.incrementAndGet();
    }

    private static String code(CloseReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
