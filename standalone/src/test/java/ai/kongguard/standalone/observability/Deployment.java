package ai.kongguard.standalone.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the profile {@code observability}. */
final class Deployment {

    static final Path ROOT = Path.of("..");
    static final Path GRAFANA = ROOT.resolve("deploy/grafana");
    static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Deployment() {}

    /** Dashboards by file name. */
    static Map<String, JsonNode> dashboards() {
        Map<String, JsonNode> dashboards = new TreeMap<>();
        try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
            for (Path file : files.toList()) {
                dashboards.put(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dashboards;
    }

    static Stream<JsonNode> panels(JsonNode dashboard) {
        return StreamSupport.stream(dashboard.get("panels").spliterator(), false);
    }

    /** Every expression of dashboards and alerts, by where it stands. */
    static Map<String, String> expressions() {
        Map<String, String> expressions = new TreeMap<>();
        dashboards().forEach((file, dashboard) -> panels(dashboard).forEach(panel -> {
            for (JsonNode target : panel.get("targets")) {
                String place = file + ", " + panel.get("title").asString() + ", "
                        + target.get("refId").asString();
                expressions.put(place, target.get("expr").asString());
            }
        }));
        for (JsonNode group : yaml(PROMETHEUS.resolve("alerts.yml")).get("groups")) {
            for (JsonNode rule : group.get("rules")) {
                expressions.put(
                        "alerts.yml, " + rule.get("alert").asString(),
                        rule.get("expr").asString());
            }
        }
        return expressions;
    }

    /** The port that each job of prometheus.yml asks, by the job's name. */
    static Map<String, Integer> jobs() {
        Map<String, Integer> jobs = new TreeMap<>();
        for (JsonNode job : yaml(PROMETHEUS.resolve("prometheus.yml")).get("scrape_configs")) {
            jobs.put(
                    job.get("job_name").asString(),
                    job.at("/dns_sd_configs/0/port").asInt());
        }
        return jobs;
    }

    static JsonNode yaml(Path file) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(200);
            Object read = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
            return JSON.valueToTree(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asString()));
        return texts;
    }
}
