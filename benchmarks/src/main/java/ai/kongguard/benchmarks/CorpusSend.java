package ai.kongguard.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends recorded requests to a running system as a Kong would, in batches, and prints what was accepted. Each line of
 * the gzipped file is a JSON object with {@code method path query headers body}.
 */
public final class CorpusSend {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 500;

    private CorpusSend() {}

    /** Arguments: the file, then optionally ingest's URL. */
    public static void main(String[] args) throws Exception {
        URI ingest = URI.create(args.length > 1 ? args[1] : "http://127.0.0.1:18001/ingest/kong");
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String run = Long.toHexString(System.currentTimeMillis());
        List<KongEntry> batch = new ArrayList<>(BATCH);
        Map<String, Long> counts = new TreeMap<>();
        long sent = 0;
        try (BufferedReader lines = read(Path.of(args[0]))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                batch.add(entry(JSON.readTree(line), run + "-" + sent++, sent));
                if (batch.size() == BATCH) {
                    post(http, ingest, batch, counts);
                }
            }
        }
        post(http, ingest, batch, counts);
        System.out.println("sent " + sent + ", ingest answered " + counts);
    }

    private static BufferedReader read(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8));
    }

    private static KongEntry entry(JsonNode request, String id, long number) {
        Map<String, String> headers = new TreeMap<>();
        request.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString("")));
        String body = request.path("body").asString("");
        return new KongEntry(
                id,
                request.path("method").asString("GET"),
                "corpus.example.com",
                request.path("path").asString("/"),
                request.path("query").asString(""),
                headers,
                body,
                "198.51.100." + number % 250,
                "corpus",
                200,
                10,
                body.length() + 300L,
                1_000);
    }

    private static void post(HttpClient http, URI ingest, List<KongEntry> batch, Map<String, Long> counts)
            throws Exception {
        if (batch.isEmpty()) {
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(ingest)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(KongEntry.batch(batch, System.currentTimeMillis())))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        JSON.readTree(response.body()).properties().stream()
                .filter(count -> count.getValue().isNumber())
                .forEach(count -> counts.merge(count.getKey(), count.getValue().asLong(), Long::sum));
        batch.clear();
    }
}
