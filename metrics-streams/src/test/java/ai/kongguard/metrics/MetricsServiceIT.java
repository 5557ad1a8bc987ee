package ai.kongguard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Incident;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Windows and incidents against what a plain consumer counts in the same topics. */
class MetricsServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final TestBroker broker = TestBroker.shared();
    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);

    @BeforeEach
    void createTopics() {
        topics.create(Topics.TRAFFIC, 4);
        topics.create(Topics.VERDICTS, 4);
        topics.create(Topics.FEEDBACK, 1);
        topics.create(Topics.WINDOWS, 1);
        topics.create(Topics.INCIDENTS, 1);
    }

    @Test
    void everyTileEqualsAPlainCountAfterAMixedRunAndAKill() throws Exception {
        Instant start = Instant.now().minusSeconds(100);
        try (MixedRun run = new MixedRun(broker.bootstrapServers(), prefix)) {
            Process first = startProcess("killed");
            try {
                run.send(0, 30_000, start);
                await().atMost(PATIENCE).until(() -> total("local") > 0);
                // It counts the last of these when it is killed.
                run.send(30_000, 30_000, start);
            } finally {
                first.destroyForcibly().waitFor();
            }
            run.send(60_000, 40_000, start);
            try (ConfigurableApplicationContext metrics = start("survivor")) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(total("unprotected")).isEqualTo(100_000));
                // Two hours old: past the grace of all their windows.
                run.send(100_000, 500, start.minusSeconds(7_200));
                awaitAllEqual(500, start.minusSeconds(600));
            }
        }
    }

    @Test
    void goesOnAfterARestartWithoutLocalState() {
        Instant start = Instant.now().minusSeconds(100);
        try (MixedRun run = new MixedRun(broker.bootstrapServers(), prefix)) {
            run.send(0, 2_000, start);
            try (ConfigurableApplicationContext metrics = start("first")) {
                awaitAllEqual(0, Instant.EPOCH);
            }
            run.send(2_000, 1_000, start);
            try (ConfigurableApplicationContext metrics = start("second")) {
                awaitAllEqual(0, Instant.EPOCH);
            }
        }
    }

    /** Windows that begin before {@code onTime} hold only what came after their grace, and so were never written. */
    private void assertAllEqual(Recounted expected, long late, Instant onTime) {
        Map<String, MetricsWindow> windows = windows();
        for (String tier : List.of("unprotected", "local", "cloud")) {
            MetricsWindow total = windows.get(tier + "/total");
            assertThat(total).as(tier).isNotNull();
            assertThat(total.late()).as("late in %s", tier).isEqualTo(tier.equals("cloud") ? late / 4 : late);
        }
        expected.lines.forEach((key, line) -> {
            MetricsWindow window = windows.get(key);
            if (isLate(key, onTime)) {
                assertThat(window).as(key).isNull();
            } else {
                assertThat(window).as(key).isNotNull();
                WindowComparison.assertEqual(window, line);
            }
        });
        assertThat(windows.values().stream().filter(window -> !expected.lines.containsKey(window.key())))
                .allMatch(window -> window.requests() == 0);
        assertThat(incidents().values().stream().mapToLong(Incident::alerts).sum())
                .as("alerts in incidents")
                .isEqualTo(expected.alerts);
    }

    private static boolean isLate(String key, Instant onTime) {
        String[] parts = key.split("/", -1);
        return parts.length == 3 && !parts[1].equals("run") && Long.parseLong(parts[2]) < onTime.toEpochMilli();
    }

    /** Everything that was sent is counted by a plain consumer once, and by the service until it agrees. */
    private void awaitAllEqual(long late, Instant onTime) {
        Recounted expected = new Recounted(topics);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertAllEqual(expected, late, onTime));
    }

    private long total(String tier) {
        MetricsWindow total = windows().get(tier + "/total");
        return total == null ? 0 : total.requests();
    }

    private Map<String, MetricsWindow> windows() {
        Map<String, MetricsWindow> windows = new HashMap<>();
        topics.readAll(Topics.WINDOWS)
                .forEach(record -> windows.put(record.key(), RecordCodec.METRICS_WINDOW.decode(record.value())));
        return windows;
    }

    private Map<String, Incident> incidents() {
        Map<String, Incident> incidents = new HashMap<>();
        topics.readAll(Topics.INCIDENTS).forEach(record -> {
            if (record.value() == null) {
                incidents.remove(record.key());
            } else {
                incidents.put(record.key(), RecordCodec.INCIDENT.decode(record.value()));
            }
        });
        return incidents;
    }

    private ConfigurableApplicationContext start(String stateDir) {
        return new SpringApplicationBuilder(MetricsConfiguration.class)
                .properties("spring.config.name=metrics")
                .web(WebApplicationType.NONE)
                .run(arguments(stateDir));
    }

    private Process startProcess(String stateDir) throws IOException {
        List<String> command = new ArrayList<>(List.of(
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
