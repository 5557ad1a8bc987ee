package ai.kongguard.standalone.observability;

import static ai.kongguard.standalone.observability.Deployment.GRAFANA;
import static ai.kongguard.standalone.observability.Deployment.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dashboards can be provisioned, and read. Grafana itself takes no part in it. */
class DashboardsTest {

    private static final int COLUMNS = 24;

    private final Map<String, JsonNode> dashboards = Deployment.dashboards();
    private final JsonNode compose = Deployment.yaml(ROOT.resolve("docker-compose.yml"));
    private final JsonNode datasource = Deployment.yaml(GRAFANA.resolve("provisioning/datasources/prometheus.yml"))
            .at("/datasources/0");

    @Test
    void thereIsOneForEachQuestion() {
        assertThat(dashboards.keySet()).containsExactly("jvm.json", "lag.json", "pipeline.json", "threats.json");
        assertThat(dashboards.values())
                .extracting(dashboard -> dashboard.get("uid").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyPanelSaysWhatItShowsInWhichUnitAndWhatIfNothing() {
        dashboards.forEach((file, dashboard) -> {
            assertThat(dashboard.get("panels")).as(file).hasSizeBetween(4, 12);
            Deployment.panels(dashboard).forEach(panel -> {
                String place = file + ", " + panel.path("title").asString();
                assertThat(panel.get("description").asString()).as(place).hasSizeGreaterThan(10);
                JsonNode defaults = panel.at("/fieldConfig/defaults");
                assertThat(defaults.get("unit").asString()).as(place).isNotBlank();
                assertThat(defaults.get("noValue").asString()).as(place).isNotBlank();
                assertThat(panel.at("/datasource/uid")).as(place).isEqualTo(datasource.get("uid"));
                panel.get("targets")
                        .forEach(target -> assertThat(target.get("legendFormat").asString())
                                .as(place)
                                .isNotBlank());
            });
        });
    }

    @Test
    void noPanelLiesOnAnother() {
        dashboards.forEach((file, dashboard) -> {
            Set<List<Integer>> taken = new HashSet<>();
            Deployment.panels(dashboard).forEach(panel -> {
                JsonNode at = panel.get("gridPos");
                for (int x = at.get("x").asInt();
                        x < at.get("x").asInt() + at.get("w").asInt();
                        x++) {
                    for (int y = at.get("y").asInt();
                            y < at.get("y").asInt() + at.get("h").asInt();
                            y++) {
                        assertThat(x).as(file).isBetween(0, COLUMNS - 1);
                        assertThat(taken.add(List.of(x, y)))
                                .as("%s, %s at %d,%d", file, panel.get("title"), x, y)
                                .isTrue();
                    }
                }
            });
            assertThat(taken.stream().mapToInt(cell -> cell.get(1)).max().orElse(0) + 1)
                    .as("rows of %s, all of them full", file)
                    .isEqualTo(taken.size() / COLUMNS);
        });
    }

    @Test
    void grafanaFindsWhatIsProvisioned() {
        JsonNode grafana = compose.at("/services/grafana");
        String folder = Deployment.yaml(GRAFANA.resolve("provisioning/dashboards/kong-guard.yml"))
                .at("/providers/0/options/path")
                .asString();
        List<String> mounts = Deployment.texts(grafana.get("volumes"));
        assertThat(mounts)
                .contains(
                        "./deploy/grafana/dashboards:" + folder + ":ro",
                        "./deploy/grafana/provisioning/datasources:/etc/grafana/provisioning/datasources:ro",
                        "./deploy/grafana/provisioning/dashboards:/etc/grafana/provisioning/dashboards:ro");
        String home = grafana.at("/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                .asString();
        assertThat(home).startsWith(folder + "/");
        assertThat(dashboards).containsKey(home.substring(folder.length() + 1));
        assertThat(datasource.get("url").asString()).isEqualTo("http://prometheus:9090");
        assertThat(compose.at("/services/prometheus/profiles")).isEqualTo(grafana.get("profiles"));
    }

    @Test
    void nobodyCanChangeGrafanaAndOnlyThisMachineReachesIt() {
        JsonNode grafana = compose.at("/services/grafana");
        assertThat(Deployment.texts(grafana.get("ports"))).containsExactly("127.0.0.1:13000:3000");
        JsonNode environment = grafana.get("environment");
        assertThat(environment.get("GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION").asString())
                .isEqualTo("true");
        assertThat(environment.get("GF_AUTH_ANONYMOUS_ORG_ROLE").asString()).isEqualTo("Viewer");
        assertThat(environment.get("GF_SERVER_ENFORCE_DOMAIN").asString()).isEqualTo("true");
    }

    @Test
    void prometheusAsksEveryServiceAtItsPort() {
        Map<String, Integer> jobs = Deployment.jobs();
        compose.get("services").properties().stream()
                .filter(service ->
                        service.getValue().at("/environment/HEALTH_PORT").isIntegralNumber())
                .forEach(service -> assertThat(jobs)
                        .containsEntry(
                                service.getKey(),
                                service.getValue()
                                        .at("/environment/HEALTH_PORT")
                                        .asInt()));
        assertThat(jobs.keySet()).allMatch(job -> compose.get("services").has(job));
    }

    @Test
    void everyMountedFileExists() {
        for (String service : List.of("prometheus", "grafana", "kong", "edge", "demo-api")) {
            Deployment.texts(compose.at("/services/" + service + "/volumes")).stream()
                    .filter(mount -> mount.startsWith("./"))
                    .map(mount -> ROOT.resolve(Path.of(mount.substring(2, mount.indexOf(':')))))
                    .forEach(file ->
                            assertThat(Files.exists(file)).as(file.toString()).isTrue());
        }
    }
}
