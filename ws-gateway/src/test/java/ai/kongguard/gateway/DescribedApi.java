package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an OpenAPI description promises, held against what is there and what is answered. */
final class DescribedApi {

    private static final String BASE = "https://kongguard.example/openapi.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode api;
    private final SchemaRegistry schemas;
    private final Set<String> answered = new HashSet<>();

    DescribedApi(String json) {
        api = JSON.readTree(json);
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Map.of(BASE, json)));
    }

    /** Each like {@code GET /path/{id}}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        api.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(name(method.getKey(), path.getKey()))));
        return operations;
    }

    /** Each like {@code query tier}. */
    Set<String> parameters(String operation) {
        Set<String> parameters = new TreeSet<>();
        for (JsonNode given : operation(operation).path("parameters")) {
            JsonNode parameter = api.at(pointer(given, ""));
            JsonNode one = parameter.isMissingNode() || !given.has("$ref") ? given : parameter;
            parameters.add(one.path("in").asString() + " " + one.path("name").asString());
        }
        return parameters;
    }

    /** Holds an answer against the description, and remembers that it was given. */
    void check(String method, String path, HttpResponse<String> response) {
        String operation = operationOf(method, path);
        JsonNode responses = operation(operation).path("responses");
        String status = Integer.toString(response.statusCode());
        String described = responses.has(status) ? status : "default";
        String what = operation + " -> " + status + ": " + response.body();
        assertThat(responses.has(described)).as(what).isTrue();
        answered.add(operation + " " + described);
        JsonNode given = responses.path(described);
        String pointer = pointer(
                given,
                "/paths/" + escaped(operation.substring(operation.indexOf(' ') + 1)) + "/"
                        + method.toLowerCase(Locale.ROOT) + "/responses/" + described);
        JsonNode content = api.at(pointer).path("content");
        if (content.isMissingNode()) {
            assertThat(response.body()).as(what).isEmpty();
            return;
        }
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst("[;].*", "");
        assertThat(content.has(type)).as("%s is %s", what, type).isTrue();
        if (type.equals("application/json")) {
            Schema schema = schemas.getSchema(
                    SchemaLocation.of(BASE + "#" + pointer + "/content/" + escaped(type) + "/schema"));
            List<Error> errors = schema.validate(JSON.readTree(response.body()));
            assertThat(errors).as(what).isEmpty();
        }
    }

    /** Described answers that {@link #check} has not seen, but for those of errors that any operation may have. */
    List<String> unanswered() {
        List<String> missing = new ArrayList<>();
        for (String operation : operations()) {
            operation(operation).path("responses").propertyNames().stream()
                    .filter(status -> !status.equals("default"))
                    .map(status -> operation + " " + status)
                    .filter(answer -> !answered.contains(answer))
                    .forEach(missing::add);
        }
        return missing;
    }

    private String operationOf(String method, String path) {
        String plain = path.replaceFirst("[?].*", "");
        List<String> fitting = operations().stream()
                .filter(operation -> operation.startsWith(method + " "))
                .filter(operation -> Pattern.matches(
                        operation.substring(method.length() + 1).replaceAll("\\{[^}]*}", "[^/]+"), plain))
                .sorted(java.util.Comparator.comparingInt(operation -> operation.contains("{") ? 1 : 0))
                .toList();
        assertThat(fitting).as(method + " " + path).isNotEmpty();
        return fitting.get(0);
    }

    private JsonNode operation(String operation) {
        int space = operation.indexOf(' ');
        return api.path("paths")
                .path(operation.substring(space + 1))
                .path(operation.substring(0, space).toLowerCase(Locale.ROOT));
    }

    /** Where a reference leads, or else {@code here}. */
    private static String pointer(JsonNode given, String here) {
        String ref = given.path("$ref").asString("");
        return ref.isEmpty() ? here : ref.substring(1);
    }

    private static String escaped(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }

    private static String name(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
