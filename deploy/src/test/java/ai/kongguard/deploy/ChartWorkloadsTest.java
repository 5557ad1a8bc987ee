package ai.kongguard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** Each service runs confined, is watched where it answers, and is found by what belongs to it. */
@NeedsHelm
class ChartWorkloadsTest {

    private static final ConfigDocs DOCS = new ConfigDocs();

    @ParameterizedTest
    @FieldSource("ai.kongguard.deploy.Chart#EXAMPLES")
    void runsConfined(String example) {
        for (JsonNode service : Chart.example(example).services()) {
            JsonNode pod = Manifests.pod(service);
            JsonNode container = Manifests.container(service);
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
            assertThat(pod.at("/securityContext/seccompProfile/type").asString())
                    .isEqualTo("RuntimeDefault");
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asString())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asString()).isNotEmpty();
            assertThat(container.at("/resources/requests/memory").asString()).isNotEmpty();
        }
    }

    /** A Service called edge-gateway would set EDGE_GATEWAY_PORT, and one of a release called kongguard our own property. */
    @ParameterizedTest
    @FieldSource("ai.kongguard.deploy.Chart#EXAMPLES")
    void noServiceSetsVariablesOfAnother(String example) {
        Manifests manifests = Chart.example(example);
        assertThat(manifests.services().stream().map(Manifests::pod))
                .allSatisfy(pod -> assertThat(pod.path("enableServiceLinks").asBoolean(true))
                        .isFalse());
        assertThat(manifests.ofKind("StatefulSet").map(Manifests::pod))
                .allSatisfy(pod -> assertThat(pod.path("enableServiceLinks").asBoolean(true))
                        .isFalse());
    }

    @ParameterizedTest
    @FieldSource("ai.kongguard.deploy.Chart#EXAMPLES")
    void everyImageHasATag(String example) {
        Manifests manifests = Chart.example(example);
        for (String kind : List.of("Deployment", "StatefulSet")) {
            assertThat(manifests.ofKind(kind).map(workload -> Manifests.container(workload)
                            .path("image")
                            .asString()))
                    .allSatisfy(image -> assertThat(image)
                            .matches("[a-z0-9./-]+:[A-Za-z0-9._-]+")
                            .doesNotEndWith(":latest"));
        }
    }

    @Test
    void theImageIsThatOfThisVersionUnlessAnotherIsNamed() throws IOException {
        String compose = Files.readString(Path.of("..", "docker-compose.yml"));
        Manifests dev = Chart.example("dev");
        assertThat(compose)
                .contains("image: " + image(dev).replaceFirst(":(.*)", ":\\${KONGGUARD_VERSION:-$1}"))
                .contains("image: "
                        + Manifests.container(dev.named("StatefulSet", "-kafka"))
                                .path("image")
                                .asString()
                        + "\n");
        assertThat(Files.readString(Path.of("..", "pom.xml")))
                .contains("<version>" + image(dev).split(":")[1] + "</version>");
        assertThat(image(Chart.example("everything"))).isEqualTo("registry.example.com/security/metrics-streams:0.1.0");
    }

    @Test
    void listensWhereTheServicesDoByThemselves() {
        Manifests manifests = Chart.example("tiers");
        Map<String, String> ports = Map.of(
                "-ingest", DOCS.defaultOf("kongguard.ingest.port"),
                "-analyzer-local", DOCS.defaultOf("kongguard.analyzer.port"),
                "-analyzer-cloud", DOCS.defaultOf("kongguard.analyzer.cloud-port"),
                "-metrics", DOCS.defaultOf("kongguard.metrics.port"),
                "-gateway", DOCS.defaultOf("kongguard.gateway.port"));
        ports.forEach((name, port) -> {
            JsonNode deployment = manifests.named("Deployment", name);
            assertThat(Manifests.container(deployment)
                            .at("/ports/0/containerPort")
                            .asString())
                    .as(name)
                    .isEqualTo(port);
            assertThat(Manifests.environment(deployment).entrySet())
                    .as(name)
                    .anyMatch(variable -> variable.getKey().matches("KONGGUARD_[A-Z]+_PORT")
                            && variable.getValue().equals(port))
                    .anyMatch(variable -> variable.getKey().endsWith("_BINDADDRESS")
                            && variable.getValue().equals("0.0.0.0"));
        });
    }

    /** Apart from what callers reach: the gateway's own port asks for a token, and for a name that kubelets do not say. */
    @ParameterizedTest
    @FieldSource("ai.kongguard.deploy.Chart#EXAMPLES")
    void isWatchedOnThePortOfManagement(String example) {
        for (JsonNode service : Chart.example(example).services()) {
            JsonNode container = Manifests.container(service);
            assertThat(container.at("/ports/1/containerPort").asString())
                    .isEqualTo(Manifests.environment(service).get("MANAGEMENT_SERVER_PORT"));
            assertThat(container.at("/ports/1/name").asString()).isEqualTo("management");
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat(container.at("/" + probe + "/httpGet/port").asString())
                        .isEqualTo("management");
                assertThat(container.at("/" + probe + "/httpGet/path").asString())
                        .isEqualTo("/actuator/health/" + (probe.startsWith("l") ? "liveness" : "readiness"));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ai.kongguard.deploy.Chart#EXAMPLES")
    void whatBelongsToAServiceSelectsItsPods(String example) {
        Manifests manifests = Chart.example(example);
        for (String kind : List.of("Service", "PodDisruptionBudget", "NetworkPolicy")) {
            assertThat(manifests.ofKind(kind)).allSatisfy(document -> assertThat(selected(manifests, document))
                    .as(kind + " " + Manifests.name(document))
                    .containsExactly(Manifests.name(document)));
        }
        assertThat(manifests.services()).allSatisfy(service -> {
            assertThat(manifests.named("PodDisruptionBudget", Manifests.name(service)))
                    .isNotNull();
            assertThat(manifests.named("NetworkPolicy", Manifests.name(service)))
                    .isNotNull();
        });
    }

    @Test
    void theLongestNamesAreNotTooLong() {
        Manifests manifests = new Chart(Chart.FOLDER)
                .render(
                        "r".repeat(53),
                        Chart.file(Chart.SMALLEST),
                        Chart.file("analyzers: {tiers: [{name: sixteen--letters}]}"));
        assertThat(manifests.documents().stream().map(Manifests::name))
                .allSatisfy(name -> assertThat(name).matches("[a-z0-9-]{1,62}[a-z0-9]"));
    }

    @Test
    void filesAreWrittenOnlyToVolumes() {
        JsonNode ingest = Chart.example("everything").named("Deployment", "-ingest");
        assertThat(Manifests.environment(ingest)).containsEntry("KONGGUARD_INGEST_RECORDINGS_FOLDER", "/recordings");
        assertThat(Manifests.container(ingest).at("/volumeMounts/1/mountPath").asString())
                .isEqualTo("/recordings");
        assertThat(Manifests.pod(ingest)
                        .at("/volumes/1/persistentVolumeClaim/claimName")
                        .asString())
                .isEqualTo("edge-kong-guard-ai-recordings");
        JsonNode metrics = Chart.example("everything").named("Deployment", "-metrics");
        assertThat(Manifests.environment(metrics)).containsEntry("KONGGUARD_METRICS_STATEDIR", "/tmp/streams");
    }

    @Test
    void severalIngestsShareTheirRecordingsAndOneNeedNotWaitForItself() {
        Manifests several = Chart.example("everything");
        assertThat(several.named("PersistentVolumeClaim", "-recordings")
                        .at("/spec/accessModes/0")
                        .asString())
                .isEqualTo("ReadWriteMany");
        assertThat(several.named("Deployment", "-ingest")
                        .at("/spec/strategy/type")
                        .asString())
                .isEqualTo("RollingUpdate");
        Manifests one = Chart.with("ingest: {replicas: 1, recordings: {persistent: true}}");
        assertThat(one.named("PersistentVolumeClaim", "-recordings")
                        .at("/spec/accessModes/0")
                        .asString())
                .isEqualTo("ReadWriteOnce");
        assertThat(one.named("Deployment", "-ingest").at("/spec/strategy/type").asString())
                .isEqualTo("Recreate");
    }

    private static String image(Manifests manifests) {
        return Manifests.container(manifests.named("Deployment", "-metrics"))
                .path("image")
                .asString();
    }

    /** Names of the workloads whose pods have all the labels that the document asks for. */
    private static List<String> selected(Manifests manifests, JsonNode document) {
        JsonNode labels = document.path("kind").asString().equals("Service")
                ? document.at("/spec/selector")
                : document.at("/spec")
                        .path(document.at("/spec").has("podSelector") ? "podSelector" : "selector")
                        .path("matchLabels");
        return manifests.documents().stream()
                .filter(workload -> workload.at("/spec").has("template"))
                .filter(workload -> labels.properties().stream().allMatch(label -> label.getValue()
                        .equals(workload.at("/spec/template/metadata/labels").path(label.getKey()))))
                .map(Manifests::name)
                .toList();
    }
}
