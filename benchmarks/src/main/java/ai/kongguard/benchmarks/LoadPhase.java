package ai.kongguard.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of load: batches go out, frames come back, each event is timed on its own. */
final class LoadPhase {

    /** A rate that means: no pacing, only a bounded number of requests in flight. */
    static final int AS_FAST_AS_POSSIBLE = 0;

    private static final int IN_FLIGHT = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final LoadTarget target;
    private final String name;
    private final int events;
    private final int batchSize;
    private final int rate;

    LoadPhase(LoadTarget target, String name, int events, int batchSize, int rate) {
        this.target = target;
        this.name = name;
        this.events = events;
        this.batchSize = batchSize;
        this.rate = rate;
    }

    LoadResult run() throws IOException, InterruptedException {
        byte[][] batches = SampleTraffic.kongBatches(name, events, batchSize);
        long[] sentNanos = new long[events];
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        AtomicInteger acknowledged = new AtomicInteger();
        try (VerdictSocket socket = VerdictSocket.open(http, target.socket(), name, events)) {
            Semaphore slots = new Semaphore(IN_FLIGHT);
            long started = System.nanoTime();
            for (int batch = 0; batch < batches.length; batch++) {
                int from = batch * batchSize;
                int to = Math.min(events, from + batchSize);
                awaitTurn(started, from);
                slots.acquire();
                long now = System.nanoTime();
                java.util.Arrays.fill(sentNanos, from, to, now);
                var unused = http.sendAsync(request(batches[batch]), HttpResponse.BodyHandlers.ofString())
                        .whenComplete((response, failure) -> {
                            slots.release();
                            if (failure == null && response.statusCode() == 200) {
                                acknowledged.addAndGet(to - from);
                            } else {
                                System.err.println(failure != null ? failure : response.body());
                            }
                        });
            }
            if (!slots.tryAcquire(IN_FLIGHT, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("ingest did not answer every request");
            }
            socket.await(PATIENCE);
            double seconds = (socket.lastFrameNanos() - started) / 1e9;
            return new LoadResult(acknowledged.get(), socket.received(), seconds, socket.latencies(sentNanos));
        }
    }

    private void awaitTurn(long started, int event) throws InterruptedException {
        if (rate == AS_FAST_AS_POSSIBLE) {
            return;
        }
        long due = started + event * 1_000_000_000L / rate;
        long wait = due - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    private HttpRequest request(byte[] body) {
        return HttpRequest.newBuilder(target.ingest())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
