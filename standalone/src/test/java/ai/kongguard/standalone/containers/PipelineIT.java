package ai.kongguard.standalone.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.standalone.Standalone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The four services against the broker of Kafka's own image, which at times does not answer. */
@NeedsDocker
class PipelineIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void judgesAndCountsOnceWhatWasAcknowledgedWhileTheBrokerHung() throws Exception {
        try (KafkaContainer kafka = broker()) {
            kafka.start();
            try (Standalone services = start(kafka.getBootstrapServers())) {
                KongLog kong =
                        new KongLog("http://127.0.0.1:" + services.ingest().getRequiredProperty("local.server.port"));
                kong.send("before", 1_000, 1_000);
                CompletableFuture<Void> hanging = CompletableFuture.runAsync(() -> hang(kafka, Duration.ofSeconds(5)));
                kong.send("during", 2_000, 500);
                hanging.join();
                assertThat(kong.acknowledged()).hasSize(3_000);
                TopicRecount topics = new TopicRecount(kafka.getBootstrapServers());
                await().atMost(PATIENCE).untilAsserted(() -> topics.assertJudgedAndCountedOnce(kong.acknowledged()));
            }
        }
    }

    private static KafkaContainer broker() {
        return new KafkaContainer("apache/kafka:4.2.2")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");
    }

    private static void hang(KafkaContainer kafka, Duration time) {
        var docker = DockerClientFactory.instance().client();
        docker.pauseContainerCmd(kafka.getContainerId()).exec();
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            docker.unpauseContainerCmd(kafka.getContainerId()).exec();
        }
    }

    private Standalone start(String bootstrapServers) {
        return Standalone.start(
                "--kongguard.demo=false",
                "--kongguard.kafka.bootstrap-servers=" + bootstrapServers,
                "--kongguard.metrics.state-dir=" + folder.resolve("streams"),
                "--kongguard.ingest.recordings.folder=" + folder.resolve("recordings"),
                "--kongguard.gateway.dashboard-port=0",
                "--logging.file.name=target/containers/pipeline.log",
                "--server.port=0");
    }
}
