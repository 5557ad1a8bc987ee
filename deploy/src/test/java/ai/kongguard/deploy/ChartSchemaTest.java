package ai.kongguard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document that the chart renders is one that Kubernetes, KEDA and the Prometheus operator understand whole. */
@NeedsHelm
class ChartSchemaTest {

    private static final ManifestSchemas SCHEMAS = new ManifestSchemas();

    @ParameterizedTest
    @FieldSource("ai.kongguard.deploy.Chart#EXAMPLES")
    void rendersOnlyWhatIsDescribed(String example) {
        assertThat(faults(Chart.example(example))).isEmpty();
    }

    @Test
    void rendersOnlyWhatIsDescribedWithTheFewestValues() {
        assertThat(faults(Chart.with("dev: false"))).isEmpty();
    }

    @Test
    void theExamplesRenderEveryKindThatTheChartHas() {
        Stream<String> kinds = Chart.EXAMPLES.stream()
                .flatMap(example -> Chart.example(example).documents().stream())
                .map(document -> document.path("kind").asString())
                .distinct();
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "Deployment",
                        "StatefulSet",
                        "Service",
                        "ServiceAccount",
                        "PersistentVolumeClaim",
                        "PodDisruptionBudget",
                        "NetworkPolicy",
                        "Ingress",
                        "PodMonitor",
                        "ScaledObject",
                        "TriggerAuthentication");
    }

    @Test
    void thereIsNothingToLint() {
        assertThat(new Chart(Chart.FOLDER).faults()).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "_service.tpl",
                        "readOnlyRootFilesystem:",
                        "readOnlyRootFileSystem:",
                        "'readOnlyRootFileSystem'"),
                Arguments.of("_service.tpl", "maxUnavailable: 1\n", "maxUnavailable: [1]\n", "array found"),
                Arguments.of(
                        "_service.tpl", "enableServiceLinks: false", "enableServiceLinks: 'no'", "boolean expected"),
                Arguments.of(
                        "_env.tpl",
                        "(kindIs \"string\" $value) | quote",
                        "(kindIs \"string\" $value)",
                        "string expected"),
                Arguments.of("ingress.yaml", "pathType: Prefix", "", "'pathType' not found"),
                Arguments.of("scaling.yaml", "lagThreshold:", "lagTreshold:", "'lagTreshold'"),
                Arguments.of("scaling.yaml", "minReplicaCount:", "minReplicas:", "'minReplicas'"),
                Arguments.of("pod-monitor.yaml", "port: management", "ports: management", "'ports'"),
                Arguments.of(
                        "service-account.yaml", "apiVersion: v1", "apiVersion: v2", "no schema for v2 ServiceAccount"));
    }

    /** The tests above can fail: each mistake, made in a copy of the chart, is seen. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void seesMistakes(String template, String right, String wrong, String fault, @TempDir Path copy)
            throws IOException {
        Chart broken = withMistake(copy, template, right, wrong);
        List<String> faults = Stream.of("tiers", "everything")
                .flatMap(example -> faults(broken.render(Path.of("helm", "examples", example + ".yaml"))).stream())
                .toList();
        assertThat(faults).anySatisfy(seen -> assertThat(seen).contains(fault));
    }

    @Test
    void seesTemplatesThatDoNotRender(@TempDir Path copy) throws IOException {
        Chart broken = withMistake(copy, "metrics.yaml", ".Values.metrics.replicas", ".Values.metric.replicas");
        assertThatThrownBy(() -> broken.render(Chart.file(Chart.SMALLEST))).hasMessageContaining("nil pointer");
        assertThat(broken.faults()).anySatisfy(seen -> assertThat(seen).contains("metrics.yaml"));
    }

    private static List<String> faults(Manifests manifests) {
        return manifests.documents().stream()
                .flatMap(document -> SCHEMAS.faults(document).stream()
                        .map(fault -> document.path("kind").asString() + " " + Manifests.name(document) + ": " + fault))
                .toList();
    }

    private static Chart withMistake(Path copy, String template, String right, String wrong) throws IOException {
        try (Stream<Path> files = Files.walk(Chart.FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(Chart.FOLDER.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Path file = copy.resolve("templates").resolve(template);
        String text = Files.readString(file);
        assertThat(text).contains(right);
        Files.writeString(file, text.replace(right, wrong));
        return new Chart(copy);
    }
}
