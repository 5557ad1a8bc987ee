package ai.kongguard.standalone.restart;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of {@code /stream} that goes to the next gateway when its session ends and resumes by its cursor there. What
 * came after the last cursor does not count, since it comes again.
 */
final class ResumingClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PAUSE_MILLIS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<URI> gateways;
    private final Thread thread;
    private final List<String> verdicts = new ArrayList<>();
    private final List<JsonNode> gaps = new ArrayList<>();
    private final List<Integer> closeCodes = new ArrayList<>();
    private long skipped;
    private String cursor = "";
    private volatile boolean closed;
    private volatile @Nullable WebSocket socket;

    /** Returns when the first of them has greeted it. */
    static ResumingClient connect(List<URI> gateways) {
        ResumingClient client = new ResumingClient(gateways);
        await().atMost(Duration.ofSeconds(30)).until(client::isGreeted);
        return client;
    }

    private ResumingClient(List<URI> gateways) {
        this.gateways = gateways;
        this.thread = new Thread(this::run, "resuming-client");
        thread.start();
    }

    /** Event, tier and revision of every verdict that it was sent, in their order. */
    synchronized List<String> verdicts() {
        return List.copyOf(verdicts);
    }

    /** Verdicts that it was told it missed. */
    synchronized long skipped() {
        return skipped;
    }

    /** Gaps of which it was not told how many verdicts lie in them. */
    synchronized List<JsonNode> gaps() {
        return List.copyOf(gaps);
    }

    /** With what its sessions ended; 0 for one that could not begin, 1006 for one that broke off. */
    synchronized List<Integer> closeCodes() {
        return List.copyOf(closeCodes);
    }

    private synchronized boolean isGreeted() {
        return !cursor.isEmpty();
    }

    private void run() {
        for (int turn = 0; !closed; turn++) {
            URI gateway = gateways.get(turn % gateways.size());
            int code = session(URI.create("ws://" + gateway.getAuthority() + "/stream" + query()));
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            synchronized (this) {
                closeCodes.add(code);
            }
        }
    }

    private synchronized String query() {
        return cursor.isEmpty() ? "" : "?cursor=" + cursor;
    }

    /** Its close code. */
    private int session(URI uri) {
        Session session = new Session();
        try {
            socket = http.newWebSocketBuilder().buildAsync(uri, session).join();
            return session.end.join();
        } catch (CompletionException e) {
            return 0;
        }
    }

    private synchronized void take(JsonNode frame, List<String> pending) {
        switch (frame.path("type").asString("")) {
            case "hello" -> {
                if (cursor.isEmpty()) {
                    cursor = frame.path("cursor").asString();
                }
            }
            case "batch" -> {
                frame.path("verdicts")
                        .forEach(v -> pending.add(v.path("event_id").asString() + " "
                                + v.path("tier").asString() + " "
                                + v.path("revision").asInt(0)));
                skipped += frame.path("skipped").asLong(0);
                if (frame.hasNonNull("cursor")) {
                    cursor = frame.path("cursor").asString();
                    verdicts.addAll(pending);
                    pending.clear();
                }
            }
            case "gap" -> {
                if (frame.hasNonNull("skipped")) {
                    skipped += frame.path("skipped").asLong();
                } else {
                    gaps.add(frame);
                }
            }
            default -> {
                // Tiles and status: they tell of no verdict.
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        thread.interrupt();
    }

    private final class Session implements WebSocket.Listener {

        private final CompletableFuture<Integer> end = new CompletableFuture<>();
        private final StringBuilder frame = new StringBuilder();
        private final List<String> pending = new ArrayList<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            frame.append(data);
            if (last) {
                take(JSON.readTree(frame.toString()), pending);
                frame.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            end.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            end.complete(1006);
        }
    }
}
