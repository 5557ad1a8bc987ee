package ai.kongguard.gateway;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of {@code /ws} that keeps what it gets, and reads only when told to if it is a slow one. */
final class GatewayClient implements WebSocket.Listener, AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    final AtomicLong verdicts = new AtomicLong();
    final AtomicLong skipped = new AtomicLong();
    final AtomicInteger closeCode = new AtomicInteger();
    private volatile boolean greeted;
    private final boolean reading;
    private final boolean keeping;
    private final StringBuilder frame = new StringBuilder();
    private final WebSocket socket;

    private GatewayClient(int port, boolean reading, boolean keeping) {
        this(port, "/ws", reading, keeping);
    }

    private GatewayClient(int port, String path, boolean reading, boolean keeping) {
        this.reading = reading;
        this.keeping = keeping;
        socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), this)
                .join();
    }

    /** Reads and keeps every frame. */
    static GatewayClient connect(int port) {
        return new GatewayClient(port, true, true);
    }

    /** The same of {@code /stream} with this query, which may be empty. */
    static GatewayClient stream(int port, String query) {
        return new GatewayClient(port, "/stream" + query, true, true);
    }

    /** A session of {@code /stream} that reads nothing before {@link #read()}, and keeps what it then reads. */
    static GatewayClient stuckStream(int port, String query) {
        return new GatewayClient(port, "/stream" + query, false, true);
    }

    /** Reads every frame and only counts verdicts; those from now on, because it has been greeted with the latest before. */
    static GatewayClient counting(int port) {
        GatewayClient client = new GatewayClient(port, true, false);
        await().atMost(PATIENCE).until(() -> client.greeted);
        return client;
    }

    /** Reads nothing before {@link #read()}, and then only counts verdicts. */
    static GatewayClient stuck(int port) {
        return new GatewayClient(port, false, false);
    }

    void read() {
        socket.request(Long.MAX_VALUE);
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        if (reading) {
            webSocket.request(Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            JsonNode json = JSON.readTree(frame.toString());
            frame.setLength(0);
            greeted = true;
            if (keeping) {
                frames.add(json);
            }
            if (json.path("type").asString("").equals("threat_analysis")) {
                verdicts.incrementAndGet();
            }
            skipped.addAndGet(json.path("skipped").asLong(0));
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode.set(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closeCode.set(-1);
    }

    JsonNode first() {
        return await().atMost(PATIENCE).until(() -> frames.isEmpty() ? null : frames.get(0), Objects::nonNull);
    }

    JsonNode awaitVerdict(String eventId) {
        return awaitFrame(frame -> frame.path("event_id").asString("").equals(eventId));
    }

    JsonNode awaitFrame(Predicate<JsonNode> wanted) {
        return await().atMost(PATIENCE)
                .until(() -> frames.stream().filter(wanted).findFirst().orElse(null), Objects::nonNull);
    }

    /** Ids of the verdicts in batches, in the order in which they came. */
    List<String> streamed() {
        return frames.stream()
                .flatMap(frame -> frame.path("verdicts").valueStream())
                .map(verdict -> verdict.path("event_id").asString())
                .toList();
    }

    /** The newest cursor that was told. */
    String cursor() {
        String newest = "";
        for (JsonNode one : frames) {
            String cursor = one.path("cursor").asString("");
            newest = cursor.isEmpty() ? newest : cursor;
        }
        return newest;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
