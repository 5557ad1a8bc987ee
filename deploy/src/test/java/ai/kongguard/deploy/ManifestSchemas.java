package ai.kongguard.deploy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each kind of document may contain. */
final class ManifestSchemas {

    private static final Map<String, Class<?>> KUBERNETES = Map.of(
            "apps/v1 Deployment", V1Deployment.class,
            "apps/v1 StatefulSet", V1StatefulSet.class,
            "v1 Service", V1Service.class,
            "v1 ServiceAccount", V1ServiceAccount.class,
            "v1 PersistentVolumeClaim", V1PersistentVolumeClaim.class,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class,
            "networking.k8s.io/v1 Ingress", V1Ingress.class);

    /** Written for what the chart uses of them: there is no published schema that a build could take. */
    private static final List<String> OTHERS = List.of("ScaledObject", "TriggerAuthentication", "PodMonitor");

    private final Map<String, Schema> schemas = new HashMap<>();

    ManifestSchemas() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        JsonMapper json = JsonMapper.shared();
        KUBERNETES.forEach((kind, model) ->
                schemas.put(kind, registry.getSchema(json.writeValueAsString(KubernetesSchema.of(model)))));
        for (String kind : OTHERS) {
            JsonNode schema = json.readTree(read(Path.of("src", "test", "resources", "schemas", kind + ".json")));
            String version = schema.at("/properties/apiVersion/const").asString();
            schemas.put(version + " " + kind, registry.getSchema(schema.toString()));
        }
    }

    /** What is wrong with the document, with its place; empty when nothing is. */
    List<String> faults(JsonNode document) {
        String kind = document.path("apiVersion").asString() + " "
                + document.path("kind").asString();
        Schema schema = schemas.get(kind);
        return schema == null
                ? List.of("no schema for " + kind)
                : schema.validate(document).stream().map(Object::toString).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
