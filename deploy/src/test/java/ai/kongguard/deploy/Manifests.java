package ai.kongguard.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a chart was rendered to, document by document. */
record Manifests(List<JsonNode> documents) {

    /** Reads YAML as Kubernetes does, where {@code yes} is true; a key that comes twice is an error. */
    static Manifests parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(options)).loadAll(yaml).forEach(document -> {
            if (document != null) {
                documents.add(JsonMapper.shared().valueToTree(document));
            }
        });
        return new Manifests(documents);
    }

    Stream<JsonNode> ofKind(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asString().equals(kind));
    }

    /** The one of this kind whose name ends so. */
    JsonNode named(String kind, String end) {
        return ofKind(kind)
                .filter(document -> name(document).endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " whose name ends with " + end));
    }

    /** Deployments of our services. */
    List<JsonNode> services() {
        return ofKind("Deployment").toList();
    }

    static String name(JsonNode document) {
        return document.at("/metadata/name").asString();
    }

    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static JsonNode container(JsonNode workload) {
        return pod(workload).at("/containers/0");
    }

    /** Values by name; of those that come from a Secret {@code SECRET/KEY} after a {@code @}. */
    static Map<String, String> environment(JsonNode workload) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode variable : container(workload).path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            String value = secret.isMissingNode()
                    ? variable.path("value").asString()
                    : "@" + secret.path("name").asString() + "/"
                            + secret.path("key").asString();
            String name = variable.path("name").asString();
            if (environment.put(name, Objects.requireNonNull(value)) != null) {
                throw new AssertionError(name(workload) + " sets " + name + " twice");
            }
        }
        return environment;
    }
}
