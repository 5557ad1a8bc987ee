package ai.kongguard.deploy;

import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * JSON schema of a Kubernetes object, read off the class that the Java client's generator made of the API's description:
 * its fields, their types and which of them are required. Other fields are forbidden, where the API server would drop
 * them.
 */
final class KubernetesSchema {

    private static final String MODELS = "io.kubernetes.client.openapi.models";

    private static final Map<Class<?>, Object> SIMPLE = Map.of(
            String.class, Map.of("type", "string"),
            Integer.class, Map.of("type", "integer"),
            Long.class, Map.of("type", "integer"),
            Boolean.class, Map.of("type", "boolean"),
            Double.class, Map.of("type", "number"),
            BigDecimal.class, Map.of("type", "number"),
            OffsetDateTime.class, Map.of("type", "string", "format", "date-time"),
            IntOrString.class, Map.of("type", List.of("integer", "string")),
            Quantity.class,
                    Map.of(
                            "type",
                            List.of("integer", "string"),
                            "pattern",
                            "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$"));

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private KubernetesSchema() {}

    /** As maps and lists, for whoever writes it as JSON. */
    static Map<String, Object> of(Class<?> model) {
        KubernetesSchema schema = new KubernetesSchema();
        Object root = schema.reference(model);
        return Map.of("$defs", schema.definitions, "allOf", List.of(root));
    }

    private Object reference(Class<?> model) {
        String name = model.getSimpleName();
        if (!definitions.containsKey(name)) {
            Map<String, Object> definition = new LinkedHashMap<>();
            // Some contain themselves.
            definitions.put(name, definition);
            Map<String, Object> fields = new LinkedHashMap<>();
            for (Field field : model.getDeclaredFields()) {
                SerializedName serialized = field.getAnnotation(SerializedName.class);
                if (serialized != null) {
                    fields.put(serialized.value(), type(field.getGenericType()));
                }
            }
            definition.put("type", "object");
            definition.put("properties", fields);
            definition.put("required", required(model));
            definition.put("additionalProperties", false);
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private Object type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Object element = type(arguments[arguments.length - 1]);
            return Map.class.equals(generic.getRawType())
                    ? Map.of("type", "object", "additionalProperties", element)
                    : Map.of("type", "array", "items", element);
        }
        Object simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type instanceof Class<?> model && model.getPackageName().equals(MODELS)) {
            return reference(model);
        }
        if (type.equals(Object.class) || type.equals(byte[].class)) {
            return Map.of();
        }
        throw new IllegalStateException("no schema for a field of " + type);
    }

    private static Collection<?> required(Class<?> model) {
        try {
            return new TreeSet<>(
                    (Collection<?>) model.getField("openapiRequiredFields").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model + " does not tell what is required", e);
        }
    }
}
