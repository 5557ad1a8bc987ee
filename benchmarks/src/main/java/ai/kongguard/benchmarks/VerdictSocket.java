package ai.kongguard.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** A dashboard's side of the socket: notes when the verdict of each event of one phase arrives first. */
final class VerdictSocket implements WebSocket.Listener, AutoCloseable {

    private static final String EVENT_ID = "\"event_id\":\"";

    private final String phase;
    private final AtomicLongArray arrivedNanos;
    private final CountDownLatch missing;
    private final StringBuilder frame = new StringBuilder();
    private volatile long lastFrameNanos;
    private @Nullable WebSocket socket;

    private VerdictSocket(String phase, int events) {
        this.phase = phase;
        this.arrivedNanos = new AtomicLongArray(events);
        this.missing = new CountDownLatch(events);
    }

    static VerdictSocket open(HttpClient http, URI uri, String phase, int events) {
        VerdictSocket listener = new VerdictSocket(phase, events);
        listener.socket = http.newWebSocketBuilder().buildAsync(uri, listener).join();
        return listener;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            note(frame, System.nanoTime());
            frame.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void note(StringBuilder text, long now) {
        int at = text.indexOf(EVENT_ID);
        int index = at < 0 ? -1 : SampleTraffic.indexOf(phase, text, at + EVENT_ID.length());
        if (index >= 0 && index < arrivedNanos.length() && arrivedNanos.compareAndSet(index, 0, now)) {
            lastFrameNanos = now;
            missing.countDown();
        }
    }

    void await(Duration patience) throws InterruptedException {
        if (!missing.await(patience.toSeconds(), TimeUnit.SECONDS)) {
            System.err.println(missing.getCount() + " verdicts did not arrive within " + patience);
        }
    }

    int received() {
        return arrivedNanos.length() - Math.toIntExact(missing.getCount());
    }

    long lastFrameNanos() {
        return lastFrameNanos;
    }

    long[] latencies(long[] sentNanos) {
        return java.util.stream.IntStream.range(0, arrivedNanos.length())
                .filter(i -> arrivedNanos.get(i) != 0)
                .mapToLong(i -> arrivedNanos.get(i) - sentNanos[i])
                .toArray();
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            CompletableFuture<WebSocket> closed = open.sendClose(WebSocket.NORMAL_CLOSURE, "done");
            closed.orTimeout(2, TimeUnit.SECONDS).exceptionally(e -> open).join();
        }
    }
}
