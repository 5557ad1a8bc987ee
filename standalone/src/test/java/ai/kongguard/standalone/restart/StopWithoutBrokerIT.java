package ai.kongguard.standalone.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.standalone.restart.ServiceProcess.Stopped;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services are told to end in the middle of work while no broker answers. */
class StopWithoutBrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"killed", "frozen"})
    void endsInTimeAndHasToldTheTruth(String how) throws Exception {
        try (BrokerProcess broker = BrokerProcess.start();
                Replicas replicas = Replicas.start(1, broker.bootstrapServers());
                ResumingClient client = ResumingClient.connect(replicas.origins(Service.GATEWAY));
                LogSender sender =
                        new LogSender("without", replicas.origins(Service.INGEST), 500, Duration.ofMillis(50))) {
            replicas.of(Service.GATEWAY)
                    .get(0)
                    .call("/api/attack/flood", "{\"rate\":50,\"strategy\":\"blended\",\"duration\":120}");
            await().atMost(PATIENCE).until(() -> client.verdicts().size() > 1_000);
            if (how.equals("killed")) {
                broker.kill();
            } else {
                broker.freeze();
            }
            await().atMost(PATIENCE)
                    .during(Duration.ofSeconds(1))
                    .until(() -> sender.sent().size() > sender.acknowledged().size());
            List<Stopped> stops = ServiceProcess.stopAll(replicas.all());
            sender.giveUp();
            broker.comeBack();
            assertThat(stops).hasSize(4).allSatisfy(Stopped::assertGraceful);
            assertThat(new WrittenTopics(broker.bootstrapServers()).events()).containsAll(sender.acknowledged());
            assertThat(sender.answered503())
                    .as("who waited for Kafka was answered")
                    .isPositive();
            assertThat(replicas.errors()).isEmpty();
        }
    }
}
