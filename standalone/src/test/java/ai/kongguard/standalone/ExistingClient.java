package ai.kongguard.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls one service as programs do that know nothing of us, and reads what it answers. */
public final class ExistingClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final Duration patience;
    private final Map<String, String> headers;

    private ExistingClient(String base, Duration patience, Map<String, String> headers) {
        this.base = base;
        this.patience = patience;
        this.headers = headers;
    }

    /** A client of this service on loopback. */
    public static ExistingClient of(Environment service) {
        return at("http://127.0.0.1:" + service.getRequiredProperty("local.server.port"));
    }

    /** A client of the service at this address, which has no slash at its end. */
    public static ExistingClient at(String base) {
        return new ExistingClient(base, Duration.ofSeconds(30), Map.of());
    }

    /** The same with these headers on every call, and less patience. */
    ExistingClient as(Map<String, String> ownHeaders, Duration ownPatience) {
        return new ExistingClient(base, ownPatience, ownHeaders);
    }

    URI socket() {
        return URI.create(base.replace("http:", "ws:") + "/ws");
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
        headers.forEach(request::header);
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** The answer, which must be 200. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return ok(send("GET", path, ""));
    }

    /** The answer, which must be 200. */
    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return ok(send("POST", path, body));
    }

    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static JsonNode ok(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    response.request().uri() + " -> " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
