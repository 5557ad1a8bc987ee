package ai.kongguard.standalone.restart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends batches as the queue of Kong's http-log plugin does: a batch that is not answered 200 is sent again, here to the
 * next replica. Keeps what was acknowledged. One thread.
 */
final class LogSender implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String name;
    private final List<URI> replicas;
    private final int entries;
    private final Duration period;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered503 = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean givesUp;
    private int turn;

    /** Starts at once; {@code entries} to a batch, {@code period} from one to the next. */
    LogSender(String name, List<URI> replicas, int entries, Duration period) {
        this.name = name;
        this.replicas = replicas;
        this.entries = entries;
        this.period = period;
        this.thread = new Thread(this::run, "log-sender-" + name);
        thread.start();
    }

    /** Ids of events of which an answer said that they are stored. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Ids of all events that were sent, whatever was answered. */
    Set<String> sent() {
        return sent;
    }

    int answered503() {
        return answered503.get();
    }

    /** Requests that ended without an answer. */
    int unanswered() {
        return unanswered.get();
    }

    /** Ends when the last batch is acknowledged. */
    void finish() throws InterruptedException {
        stopped.countDown();
        thread.join();
    }

    /** Ends with the answer to the request that is under way, if any comes. */
    void giveUp() throws InterruptedException {
        givesUp = true;
        finish();
    }

    private void run() {
        try {
            for (int batch = 0; !stopped.await(period.toMillis(), TimeUnit.MILLISECONDS); batch++) {
                List<String> ids = new ArrayList<>();
                for (int i = 0; i < entries; i++) {
                    ids.add(name + "-" + batch + "-" + i);
                }
                sent.addAll(ids);
                deliver(ids);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(List<String> ids) throws InterruptedException {
        byte[] body = body(ids);
        while (!accepted(body, ids.size())) {
            if (givesUp) {
                return;
            }
            turn++;
            Thread.sleep(PAUSE.toMillis());
        }
        acknowledged.addAll(ids);
    }

    private boolean accepted(byte[] body, int size) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        replicas.get(turn % replicas.size()).resolve("/ingest/kong"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 503) {
                answered503.incrementAndGet();
                return false;
            }
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200
                    || answer.path("accepted").asInt()
                                    + answer.path("duplicates").asInt()
                            != size) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return true;
        } catch (IOException e) {
            unanswered.incrementAndGet();
            return false;
        }
    }

    private byte[] body(List<String> ids) {
        long now = System.currentTimeMillis();
        var batch = JSON.createArrayNode();
        for (String id : ids) {
            int n = Math.floorMod(id.hashCode(), 200);
            var entry = batch.addObject();
            entry.put("client_ip", "198.51.100." + n);
            entry.put("started_at", now);
            entry.putObject("request")
                    .put("id", id)
                    .put("method", "GET")
                    .put("uri", n % 10 == 0 ? "/users?id=1%27%20OR%20%271%27=%271" : "/orders/" + n);
            entry.putObject("response").put("status", 200);
        }
        return JSON.writeValueAsBytes(batch);
    }

    @Override
    public void close() {
        givesUp = true;
        stopped.countDown();
        thread.interrupt();
    }
}
