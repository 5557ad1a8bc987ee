package ai.kongguard.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.detect.model.ModelFile;
import ai.kongguard.detect.model.ModelInfo;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Another model takes over in a running analyzer, and a damaged one does not. */
class ModelSwapIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestBroker broker = TestBroker.shared();
    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);

    @TempDir
    private Path folder;

    @Test
    void eventsAreJudgedByTheModelThatIsInTheFileThen() throws Exception {
        Path file = folder.resolve("some.kgmodel");
        Files.write(file, model(1001));
        topics.create(Topics.TRAFFIC, 2);

        try (ConfigurableApplicationContext analyzer = start(file)) {
            judge("before");

            move(model(1002), file);
            await().atMost(PATIENCE).until(() -> count(analyzer, "reloads") == 1);
            judge("after");

            move(Arrays.copyOf(model(1003), 4096), file);
            await().atMost(PATIENCE).until(() -> count(analyzer, "refused") == 1);
            judge("damaged");

            Files.delete(file);
            await().atMost(PATIENCE).until(() -> count(analyzer, "refused") == 2);
            judge("deleted");

            Files.write(file, model(1004));
            await().atMost(PATIENCE).until(() -> count(analyzer, "reloads") == 2);
            judge("recovered");
            assertThat(get(analyzer, "/actuator/info")).contains("\"model\":\"" + label(1004) + "\"");
            assertThat(get(analyzer, "/actuator/prometheus"))
                    .contains("kongguard_analyzer_model{model=\"" + label(1004) + "\",tier=\"local\"} 1.0")
                    .contains("kongguard_analyzer_model_reloads_total{tier=\"local\"} 2.0")
                    .contains("kongguard_analyzer_model_refused_total{tier=\"local\"} 2.0")
                    .doesNotContain("model=\"" + label(1001));
        }
        assertThat(labels())
                .isEqualTo(Map.of(
                        "before", label(1001),
                        "after", label(1002),
                        "damaged", label(1002),
                        "deleted", label(1002),
                        "recovered", label(1004)));
        await().atMost(PATIENCE).until(() -> checkers().isEmpty());
    }

    @Test
    void doesNotStartWithADamagedFileAndSaysWhichAndWhy() throws IOException {
        Path file = folder.resolve("damaged.kgmodel");
        Files.write(file, Arrays.copyOf(model(1001), 4096));
        assertThatThrownBy(() -> start(file))
                .hasStackTraceContaining("kongguard.analyzer.model.path: " + file + " cannot be used")
                .hasStackTraceContaining("Its checksum is wrong");
    }

    @Test
    void anEmptyPathIsNone() {
        try (ConfigurableApplicationContext analyzer = start("")) {
            assertThat(analyzer.getBean(Models.class).label())
                    .isEqualTo(LocalModel.bundled().info().label());
        }
    }

    private void judge(String eventId) {
        byte[] event = RecordCodec.TRAFFIC_EVENT.encode(
                TestEvents.event(eventId, "203.0.113.1", "/api/users", "id=1%27%20OR%20%271%27=%271"));
        topics.send(Topics.TRAFFIC, "203.0.113.1", TestEvents.NOW, List.of(event), Map.of());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(labels()).containsKey(eventId));
    }

    private Map<String, String> labels() {
        return topics.readAll(Topics.VERDICTS).stream()
                .map(record -> RecordCodec.VERDICT.decode(record.value()))
                .collect(Collectors.toMap(Verdict::eventId, verdict -> String.valueOf(verdict.model())));
    }

    private void move(byte[] content, Path to) throws IOException {
        Path next = folder.resolve("next");
        Files.write(next, content);
        Files.move(next, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String label(int version) {
        return "local/kg-local-" + version + "@0123456789abcdef";
    }

    private static byte[] model(int version) {
        ModelInfo info = new ModelInfo("kg-local", version, "0123456789abcdef", "a test");
        return ModelFile.write(LocalModel.bundled().withInfo(info));
    }

    private static double count(ConfigurableApplicationContext analyzer, String meter) {
        return analyzer.getBean(MeterRegistry.class)
                .get("kongguard.analyzer.model." + meter)
                .counter()
                .count();
    }

    private static String get(ConfigurableApplicationContext analyzer, String path) throws Exception {
        URI uri = URI.create(
                "http://127.0.0.1:" + analyzer.getEnvironment().getRequiredProperty("local.server.port") + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static List<String> checkers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter("analyzer-model-check"::equals)
                .toList();
    }

    private ConfigurableApplicationContext start(Object model) {
        return new SpringApplicationBuilder(AnalyzerConfiguration.class)
                .properties("spring.config.name=analyzer")
                .run(
                        "--server.port=0",
                        "--kongguard.analyzer.model.path=" + model,
                        "--kongguard.analyzer.model.check-interval=1s",
                        "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--kongguard.kafka.topic-prefix=" + prefix);
    }
}
