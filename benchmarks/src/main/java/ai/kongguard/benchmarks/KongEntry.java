package ai.kongguard.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.traffic.GeneratedRequest;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What Kong's http-log plugin sends about one request, with the fields a plain configuration has and the body under
 * the name that a recipe for Kong puts it.
 */
record KongEntry(
        String id,
        String method,
        String host,
        String path,
        String query,
        Map<String, String> headers,
        @Nullable String body,
        String clientIp,
        String route,
        int status,
        double latencyMs,
        long bytesIn,
        long bytesOut) {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** The generated request under another id. */
    static KongEntry of(GeneratedRequest request, String id) {
        return new KongEntry(
                id,
                request.method(),
                request.host(),
                request.path(),
                request.query(),
                request.headers(),
                request.body(),
                request.clientIp(),
                request.route(),
                request.status(),
                request.latencyMs(),
                request.bytesIn(),
                request.bytesOut());
    }

    /** A batch as Kong sends it. */
    static byte[] batch(Iterable<KongEntry> entries, long startedAtMs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartArray();
            entries.forEach(entry -> entry.write(json, startedAtMs));
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    private void write(JsonGenerator json, long startedAtMs) {
        String uri = query.isEmpty() ? path : path + "?" + query;
        json.writeStartObject();
        json.writeStringProperty("client_ip", clientIp);
        json.writeNumberProperty("started_at", startedAtMs);
        json.writeStringProperty("upstream_uri", uri);
        json.writeStringProperty("upstream_status", Integer.toString(status));
        json.writeStringProperty("source", "upstream");
        json.writeObjectPropertyStart("request");
        json.writeStringProperty("id", id);
        json.writeStringProperty("method", method);
        json.writeStringProperty("uri", uri);
        json.writeStringProperty("url", "https://" + host + ":8443" + uri);
        json.writeNumberProperty("size", bytesIn);
        json.writeObjectPropertyStart("headers");
        headers.forEach(json::writeStringProperty);
        json.writeEndObject();
        if (body != null && !body.isEmpty()) {
            json.writeStringProperty("body_b64", Base64.getEncoder().encodeToString(body.getBytes(UTF_8)));
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("response");
        json.writeNumberProperty("status", status);
        json.writeNumberProperty("size", bytesOut);
        json.writeObjectPropertyStart("headers");
        json.writeStringProperty("content-type", "application/json");
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectPropertyStart("latencies");
        json.writeNumberProperty("request", latencyMs);
        json.writeNumberProperty("kong", 1);
        json.writeNumberProperty("proxy", latencyMs - 1);
        json.writeEndObject();
        json.writeObjectPropertyStart("route");
        json.writeStringProperty("id", "4f0b7f0e-8a0c-4f0e-9a77-2f1d3f0c9d11");
        json.writeStringProperty("name", route);
        json.writeEndObject();
        json.writeObjectPropertyStart("service");
        json.writeStringProperty("name", route + "-service");
        json.writeStringProperty("host", route + ".internal");
        json.writeEndObject();
        json.writeEndObject();
    }
}
