package ai.kongguard.standalone.containers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sends entries as Kong's http-log plugin does: in batches, one after another, each again until it is acknowledged. Every second entry is an
 * attack. What was acknowledged may be asked from any thread.
 */
final class KongLog {

    private static final int CLIENTS = 200;
    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI ingest;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    KongLog(String ingest) {
        this.ingest = URI.create(ingest + "/ingest/kong");
    }

    /** Ids of all entries that were acknowledged. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** Sends this many entries at about this rate and returns when all are acknowledged. */
    void send(String name, int entries, int perSecond) throws InterruptedException {
        long started = System.nanoTime();
        for (int from = 0; from < entries; from += BATCH) {
            long due = started + TimeUnit.SECONDS.toNanos(from) / perSecond;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            int first = from;
            send(IntStream.range(first, Math.min(entries, first + BATCH))
                    .mapToObj(n -> name + "-" + n)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    private void send(Set<String> ids) throws InterruptedException {
        String body = ids.stream().map(KongLog::entry).collect(Collectors.joining(",", "[", "]"));
        HttpRequest request = HttpRequest.newBuilder(ingest)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!isAcknowledged(request, ids.size())) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("not acknowledged within " + PATIENCE + ": " + ids);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        acknowledged.addAll(ids);
    }

    private boolean isAcknowledged(HttpRequest request, int entries) throws InterruptedException {
        HttpResponse<String> response;
        try {
            response = http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            // Kong's queue does not ask why either.
            return false;
        }
        if (response.statusCode() == 200 && response.body().contains("\"rejected\":0")) {
            return true;
        }
        if (response.statusCode() < 500) {
            throw new AssertionError(entries + " entries -> " + response.statusCode() + ": " + response.body());
        }
        return false;
    }

    private static String entry(String id) {
        int number = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
        String uri = number % 2 == 0 ? "/items?id=" + number : "/items?id=" + number + "%27%20OR%20%271%27=%271";
        return String.format(
                Locale.ROOT,
                """
                {"request":{"id":"%s","method":"GET","uri":"%s","headers":{"host":"shop.example","user-agent":"curl/8.5.0"}},\
                "response":{"status":200},"client_ip":"203.0.113.%d"}""",
                id,
                uri,
                number % CLIENTS);
    }
}
