package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the AsyncAPI description promises of topics and sockets, held against records and frames. */
final class DescribedSockets {

    private static final String BASE = "https://kongguard.example/asyncapi.json";

    private final JsonNode api;
    private final SchemaRegistry schemas;

    DescribedSockets() {
        try {
            String yaml = Files.readString(Path.of("src", "main", "resources", "asyncapi.yaml"));
            api = JsonMapper.shared().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Map.of(BASE, api.toString())));
    }

    JsonNode api() {
        return api;
    }

    JsonNode schema(String name) {
        return api.at("/components/schemas/" + name);
    }

    /** Types of the frames that the gateway sends on this channel, and the names of their schemas. */
    Map<String, String> frames(String channel) {
        Map<String, String> frames = new LinkedHashMap<>();
        for (JsonNode message : api.at("/channels/" + channel + "/messages")) {
            JsonNode described = api.at(message.path("$ref").asString().substring(1));
            String schema = described.at("/payload/$ref").asString();
            frames.put(described.path("name").asString(), schema.substring(schema.lastIndexOf('/') + 1));
        }
        return frames;
    }

    /** Holds each frame against the description of its type; tells the types that there were. */
    Set<String> check(String channel, Collection<JsonNode> frames) {
        Map<String, String> described = frames(channel);
        Set<String> seen = new TreeSet<>();
        for (JsonNode frame : frames) {
            String type = frame.path("type").asString();
            assertThat(described).as("frame %s", frame).containsKey(type);
            check(described.getOrDefault(type, ""), frame);
            seen.add(type);
        }
        return seen;
    }

    void check(String schema, JsonNode value) {
        var errors = schemas.getSchema(SchemaLocation.of(BASE + "#/components/schemas/" + schema))
                .validate(value);
        assertThat(errors).as("%s: %s", schema, value).isEmpty();
    }
}
