package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class MetricsServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final TestBroker broker = TestBroker.shared();
    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);

    @BeforeEach
    void createTopics() {
        topics.create(Topics.VERDICTS, 4);
        topics.create(Topics.WINDOWS, 1);
    }

    @Test
    void windowsEqualTheVerdictsAndGoOnAfterARestartWithoutLocalState() {
        send(0, 4_000);
        try (ConfigurableApplicationContext metrics = start("first")) {
            await().atMost(PATIENCE).untilAsserted(() -> assertCounts(4_000));
        }
        send(4_000, 1_000);
        try (ConfigurableApplicationContext metrics = start("second")) {
            await().atMost(PATIENCE).untilAsserted(() -> assertCounts(5_000));
        }
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilled() throws Exception {
        send(0, 30_000);
        Process first = startProcess("killed");
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> total() > 0);
        } finally {
            first.destroyForcibly().waitFor();
        }
        send(30_000, 5_000);
        try (ConfigurableApplicationContext metrics = start("survivor")) {
            await().atMost(PATIENCE).untilAsserted(() -> assertCounts(35_000));
        }
    }

    private void assertCounts(long expected) {
        Map<String, MetricsWindow> windows = windows();
        for (long size : WindowKey.SIZES) {
            assertThat(windows.values().stream()
                            .filter(w -> w.sizeMs() == size)
                            .mapToLong(MetricsWindow::requests)
                            .sum())
                    .as("windows of %d ms", size)
                    .isEqualTo(expected);
        }
        MetricsWindow total = windows.get("local/total");
        assertThat(total).isNotNull();
        assertThat(total.requests()).isEqualTo(expected);
        assertThat(total.blocked()).isEqualTo(expected / 4);
        assertThat(total.latency()).isNotNull();
        assertThat(total.latency().count()).isEqualTo(expected);
    }

    private long total() {
        MetricsWindow total = windows().get("local/total");
        return total == null ? 0 : total.requests();
    }

    private Map<String, MetricsWindow> windows() {
        Map<String, MetricsWindow> windows = new HashMap<>();
        topics.readAll(Topics.WINDOWS)
                .forEach(record -> windows.put(record.key(), RecordCodec.METRICS_WINDOW.decode(record.value())));
        return windows;
    }

    /** Every fourth is blocked; they spread over 40 clients and about a minute that has just gone by. */
    private void send(int from, int count) {
        Instant start = Instant.now().minusSeconds(90);
        for (int client = 0; client < 40; client++) {
            int first = from + client;
            List<byte[]> values = IntStream.iterate(first, i -> i < from + count, i -> i + 40)
                    .mapToObj(i -> TestEvents.verdict(
                            "e" + i,
                            "c",
                            "local",
                            i % 4 == 0 ? Action.BLOCK : Action.ALLOW,
                            ThreatType.NONE,
                            start.plusMillis(i * 2L)))
                    .map(RecordCodec.VERDICT::encode)
                    .toList();
            topics.send(Topics.VERDICTS, "203.0.113." + client, start, values, Map.of());
        }
    }

    private ConfigurableApplicationContext start(String stateDir) {
        return new SpringApplicationBuilder(MetricsConfiguration.class)
                .properties("spring.config.name=metrics")
                .web(WebApplicationType.NONE)
                .run(arguments(stateDir));
    }

    private Process startProcess(String stateDir) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MetricsApplication.class.getName(),
                "--server.port=0"));
        command.addAll(List.of(arguments(stateDir)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String[] arguments(String stateDir) {
        return new String[] {
            "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
            "--kongguard.kafka.topic-prefix=" + prefix,
            "--kongguard.metrics.state-dir=" + folder.resolve(stateDir),
        };
    }
}
