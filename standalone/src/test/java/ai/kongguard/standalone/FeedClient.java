package ai.kongguard.standalone;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An existing client: connects, sends nothing, keeps every frame. */
final class FeedClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder frame = new StringBuilder();
    private final WebSocket socket;

    private FeedClient(URI uri) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, this)
                .join();
    }

    static FeedClient connect(URI uri) {
        return new FeedClient(uri);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            frames.add(JSON.readTree(frame.toString()));
            frame.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    /** What came so far, in this order. */
    List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    JsonNode awaitFrame(String type, Duration patience) {
        return await(patience, frame -> frame.path("type").asString("").equals(type));
    }

    JsonNode awaitVerdict(String eventId, Duration patience) {
        return await(
                patience,
                frame -> frame.path("type").asString("").equals("threat_analysis")
                        && frame.path("event_id").asString("").equals(eventId));
    }

    private JsonNode await(Duration patience, Predicate<JsonNode> wanted) {
        return Optional.ofNullable(org.awaitility.Awaitility.await()
                        .atMost(patience)
                        .until(
                                () -> frames.stream().filter(wanted).findFirst().orElse(null),
                                java.util.Objects::nonNull))
                .orElseThrow();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
