package ai.kongguard.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the documents say is what the code does. */
class DocsTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void everyTopicIsDescribedAsItIsCreated() throws IOException {
        Map<String, List<String>> rows = rows(DOCS.resolve("flow.md"));
        for (TopicSpec topic : Topics.all()) {
            List<String> cells = row(rows, topic.name());
            assertThat(cells.get(3)).as(topic.name()).isEqualTo(topic.spread() ? "spread" : "1");
            assertThat(cells.get(4)).as(topic.name()).isEqualTo(topic.cleanupPolicy());
            assertThat(cells.get(5)).as(topic.name()).isEqualTo(kept(topic.retention()));
        }
    }

    @Test
    void everyPropertyIsDescribedWithItsDefaultAndItsEnvironmentName() throws IOException {
        Map<String, List<String>> rows = rows(DOCS.resolve("config.md"));
        Map<String, String> properties = properties();
        assertThat(properties).hasSizeGreaterThan(30);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String name = property.getKey();
            assertThat(rows)
                    .as("docs/config.md needs: | `%s` | %s | ... | `%s` |", name, property.getValue(), env(name))
                    .containsKey(name);
            List<String> cells = row(rows, name);
            assertThat(cells.get(1)).as("default of " + name).isEqualTo(property.getValue());
            assertThat(cells.get(cells.size() - 1))
                    .as("environment name of " + name)
                    .isEqualTo("`" + env(name) + "`");
        }
        assertThat(rows.keySet().stream().filter(name -> name.startsWith("kongguard.")))
                .as("properties that nothing reads")
                .allMatch(name -> properties.containsKey(name) || YAML_ONLY.contains(name));
    }

    /** Read by the YAML files and placed where Spring Boot looks for them. */
    private static final List<String> YAML_ONLY = List.of(
            "kongguard.ingest.port",
            "kongguard.ingest.bind-address",
            "kongguard.analyzer.port",
            "kongguard.analyzer.bind-address",
            "kongguard.analyzer.cloud-port",
            "kongguard.metrics.port",
            "kongguard.metrics.bind-address",
            "kongguard.gateway.port",
            "kongguard.gateway.bind-address",
            "kongguard.demo");

    private static Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        new ClassFileImporter()
                .importPackages("ai.kongguard").stream()
                        .filter(c -> c.isAnnotatedWith(ConfigurationProperties.class))
                        .map(c -> c.reflect())
                        .forEach(type -> collect(
                                type.getAnnotation(ConfigurationProperties.class)
                                        .value(),
                                type,
                                properties));
        return properties;
    }

    private static void collect(String prefix, Class<?> type, Map<String, String> into) {
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            String name = prefix + "." + kebab(components[i].getName());
            if (components[i].getType().isRecord()) {
                collect(name, components[i].getType(), into);
                continue;
            }
            DefaultValue value = parameters[i].getAnnotation(DefaultValue.class);
            into.put(name, value == null || value.value().length == 0 ? "-" : shown(value.value()));
        }
    }

    private static String shown(String[] values) {
        String text = String.join(",", values);
        return text.isEmpty() ? "-" : "`" + text + "`";
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String env(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static List<String> row(Map<String, List<String>> rows, String name) {
        return Objects.requireNonNull(rows.get(name), () -> "no row for " + name);
    }

    private static String kept(@Nullable Duration retention) {
        if (retention == null) {
            return "for ever";
        }
        return retention.toHours() > 24 ? retention.toDays() + " d" : retention.toHours() + " h";
    }

    /** Table rows by the text of their first cell, without back-ticks. */
    private static Map<String, List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.substring(1, line.lastIndexOf('|')).split("\\|")).stream()
                        .map(String::strip)
                        .toList())
                .collect(Collectors.toMap(cells -> cells.get(0).replace("`", ""), cells -> cells));
    }
}
