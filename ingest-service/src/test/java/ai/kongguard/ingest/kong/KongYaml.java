package ai.kongguard.ingest.kong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code deploy/kong/kong.yml}. */
final class KongYaml {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KongYaml() {}

    /** The file as it is shipped. */
    static JsonNode shipped() {
        try {
            return parse(Files.readString(Path.of("..", "deploy", "kong", "kong.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String yaml) {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    /** What the shipped file gives this plugin. */
    static JsonNode config(String plugin) {
        for (JsonNode one : shipped().get("plugins")) {
            if (one.get("name").asString().equals(plugin)) {
                return one.get("config");
            }
        }
        throw new IllegalStateException("kong.yml has no " + plugin);
    }
}
