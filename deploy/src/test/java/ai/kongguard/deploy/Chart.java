package ai.kongguard.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Renders a chart as Helm does, in this process: Helm's own code in a native library, and no cluster. */
final class Chart {

    /** Namespace that it is rendered for. */
    static final String NAMESPACE = "security";

    /** Of the schemas that documents are held against. */
    static final String KUBERNETES = "1.36.0";

    static final Path FOLDER = Path.of("helm", "kong-guard-ai");

    /** Values that people can begin with, beside the chart. */
    static final List<String> EXAMPLES = List.of("dev", "tiers", "secured-kafka", "everything");

    /** The least that has to be said. */
    static final String SMALLEST =
            """
            kafka: {bootstrapServers: "kafka:9092"}
            gateway: {existingSecret: kong-guard-gateway}
            """;

    private final Path folder;

    Chart(Path folder) {
        this.folder = folder;
    }

    static Manifests example(String name) {
        return new Chart(FOLDER).render(Path.of("helm", "examples", name + ".yaml"));
    }

    /** Renders with these values, as YAML, beside the smallest ones. */
    static Manifests with(String values) {
        return new Chart(FOLDER).render(file(SMALLEST), file(values));
    }

    /**
     * Renders under the release name {@code edge}; what a later file says counts.
     *
     * @throws IllegalStateException with Helm's reason if the chart refuses the values
     */
    Manifests render(Path... values) {
        return render("edge", values);
    }

    Manifests render(String release, Path... values) {
        TemplateCommand command = new Helm(folder)
                .template()
                .withName(release)
                .withNamespace(NAMESPACE)
                .withKubeVersion(KUBERNETES);
        for (Path file : values) {
            command.withValuesFile(file);
        }
        return Manifests.parse(command.call());
    }

    /** What Helm's linter has to say beside information; it renders with the chart's own values. */
    List<String> faults() {
        return new Helm(folder)
                .lint().strict().call().getMessages().stream()
                        .filter(message -> !message.startsWith("[INFO]"))
                        .toList();
    }

    static Path file(String yaml) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
