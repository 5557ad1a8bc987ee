package ai.kongguard.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that reads everything, answers pings, and notes which metrics frames came and when. */
final class HonestClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<Long> sequences = new CopyOnWriteArrayList<>();
    final AtomicLong longestPauseNanos = new AtomicLong();
    final AtomicLong verdicts = new AtomicLong();
    final AtomicLong requests = new AtomicLong();
    private final RawClient client;
    private final Thread reader = new Thread(this::readAll, "honest-client");

    HonestClient(int port) throws IOException {
        client = RawClient.open(port);
        reader.start();
    }

    Duration longestPause() {
        return Duration.ofNanos(longestPauseNanos.get());
    }

    boolean isReading() {
        return reader.isAlive();
    }

    private void readAll() {
        long last = System.nanoTime();
        try {
            while (true) {
                RawClient.Received frame = client.read();
                if (frame.kind() == RawClient.PING) {
                    client.send(ClientFrames.masked(0x8A, frame.payload()));
                } else if (frame.kind() == RawClient.CLOSE) {
                    return;
                } else {
                    JsonNode json = JSON.readTree(frame.text());
                    note(json);
                    if (json.has("sequence")) {
                        long now = System.nanoTime();
                        longestPauseNanos.accumulateAndGet(now - last, Math::max);
                        last = now;
                    }
                }
            }
        } catch (EOFException | SocketException e) {
            // The test is over.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(JsonNode json) {
        if (json.has("sequence")) {
            sequences.add(json.get("sequence").asLong());
            requests.set(json.at("/metrics/total_requests").asLong());
        }
        if (json.path("type").asString("").equals("threat_analysis")) {
            verdicts.incrementAndGet();
        }
        verdicts.addAndGet(json.path("skipped").asLong(0));
    }

    @Override
    public void close() {
        client.close();
    }
}
