package ai.kongguard.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A description of what the gateway offers, as it lies in the repository. Immutable. */
final class ApiDescription {

    private final String yaml;
    private final JsonNode json;

    private ApiDescription(String yaml) {
        this.yaml = yaml;
        this.json = JsonMapper.shared().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    /** What it answers over HTTP, in OpenAPI. */
    static ApiDescription ofHttp() {
        return load("/openapi.yaml");
    }

    /** Topics and sockets, in AsyncAPI. */
    static ApiDescription ofSockets() {
        return load("/asyncapi.yaml");
    }

    private static ApiDescription load(String name) {
        try (InputStream resource = ApiDescription.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new ApiDescription(new String(resource.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String yaml() {
        return yaml;
    }

    JsonNode json() {
        return json;
    }
}
