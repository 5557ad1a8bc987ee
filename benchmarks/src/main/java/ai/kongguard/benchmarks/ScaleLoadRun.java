package ai.kongguard.benchmarks;

import ai.kongguard.event.ConsumerGroups;
import ai.kongguard.event.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * What more analyzers gain: sends a backlog of Kong batches to the compose system that runs on this machine, runs as many analyzers of the
 * local tier as each step says, and prints how many events a second they judged and committed. The most come first and work while the backlog is
 * sent, so that none is still being compiled when it is measured.
 */
public final class ScaleLoadRun {

    private static final String GROUP = ConsumerGroups.analyzers("local");
    private static final int BATCH = 500;

    /** For partitions that have just moved. */
    private static final int SETTLE_SECONDS = 20;

    private final Admin admin;
    private final int seconds;

    private ScaleLoadRun(Admin admin, int seconds) {
        this.admin = admin;
        this.seconds = seconds;
    }

    /** Arguments: events (default 400000), seconds per step (default 20), numbers of analyzers (default 3 2 1). */
    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 400_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        String[] steps = args.length > 2 ? Arrays.copyOfRange(args, 2, args.length) : new String[] {"3", "2", "1"};
        String broker = System.getenv().getOrDefault("KAFKA_PORT", "19092");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + broker))) {
            ScaleLoadRun run = new ScaleLoadRun(admin, seconds);
            scale(steps[0]);
            fill(events);
            for (String step : steps) {
                scale(step);
                TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
                System.out.printf(
                        Locale.ROOT, "%s analyzers: %,.0f events/s; %,d events left%n", step, run.measure(), run.lag());
            }
        }
    }

    private static void fill(int events) throws IOException, InterruptedException {
        String port = System.getenv().getOrDefault("INGEST_PORT", "18001");
        URI ingest = URI.create("http://localhost:" + port + "/ingest/kong");
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long started = System.nanoTime();
        for (byte[] batch : SampleTraffic.kongBatches("scale" + System.currentTimeMillis(), events, BATCH)) {
            HttpRequest request = HttpRequest.newBuilder(ingest)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.statusCode() + ": " + response.body());
            }
        }
        double took = (System.nanoTime() - started) / 1e9;
        System.out.printf(Locale.ROOT, "%,d events sent in %.1f s: %,.0f events/s%n", events, took, events / took);
    }

    private double measure() throws InterruptedException, ExecutionException {
        long before = sum(committed());
        long started = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        long judged = sum(committed()) - before;
        double took = (System.nanoTime() - started) / 1e9;
        if (lags().values().stream().anyMatch(lag -> lag == 0)) {
            throw new IllegalStateException(
                    "A partition has nothing left, and who has it nothing to do: give more events");
        }
        return judged / took;
    }

    private long lag() throws InterruptedException, ExecutionException {
        return sum(lags());
    }

    private Map<TopicPartition, Long> lags() throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> lags = new HashMap<>();
        Map<TopicPartition, Long> committed = committed();
        admin.listOffsets(committed.keySet().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                .all()
                .get()
                .forEach((partition, end) -> lags.put(partition, end.offset() - committed.getOrDefault(partition, 0L)));
        return lags;
    }

    private Map<TopicPartition, Long> committed() throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Topics.TRAFFIC.name()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void scale(String analyzers) throws IOException, InterruptedException {
        List<String> command = List.of(
                "docker",
                "compose",
                "up",
                "--detach",
                "--no-recreate",
                "--no-deps",
                "--wait",
                "--scale",
                "analyzer-local=" + analyzers,
                "analyzer-local");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " -> " + status);
        }
    }
}
