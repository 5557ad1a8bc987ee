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

/** The OpenAPI description of what the gateway answers, as it lies in the repository. Immutable. */
final class ApiDescription {

    private static final String RESOURCE = "/openapi.yaml";

    private final String yaml;
    private final JsonNode json;

    private ApiDescription(String yaml) {
        this.yaml = yaml;
        this.json = JsonMapper.shared().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    /** The one of this release. */
    static ApiDescription load() {
        try (InputStream resource = ApiDescription.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
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
