package ai.kongguard.benchmarks;

import ai.kongguard.event.ConsumerGroups;
import ai.kongguard.event.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * What more analyzers gain: sends a backlog of Kong batches to the compose system that runs on this machine, starts as many analyzers of the
 * local tier as each step says, and prints how many events a second they judged and committed, beside the first step's.
 */
public final class ScaleLoadRun {

    private static final String GROUP = ConsumerGroups.analyzers("local");
    private static final int BATCH = 500;

    /** For JVMs that have just started and partitions that have just moved. */
    private static final int SETTLE_SECONDS = 20;

    private final Admin admin;
    private final int seconds;

    private ScaleLoadRun(Admin admin, int seconds) {
        this.admin = admin;
        this.seconds = seconds;
    }

    /** Arguments: events (default 300000), seconds per step (default 30), numbers of analyzers (default 1 2 3). */
    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 300_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        String[] steps = args.length > 2 ? Arrays.copyOfRange(args, 2, args.length) : new String[] {"1", "2", "3"};
        String broker = System.getenv().getOrDefault("KAFKA_PORT", "19092");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + broker))) {
            ScaleLoadRun run = new ScaleLoadRun(admin, seconds);
            scale(steps[0]);
            fill(events);
            double first = 0;
            for (String step : steps) {
                scale(step);
                TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
                double rate = run.measure();
                first = first == 0 ? rate : first;
                System.out.printf(
                        Locale.ROOT,
                        "%s analyzers: %,.0f events/s, %.2f of the first step; %,d events left%n",
                        step,
                        rate,
                        rate / first,
                        run.lag());
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
        if (lag() == 0) {
            throw new IllegalStateException(
                    "The backlog is used up, the rate would be that of nothing: give more events");
        }
        return judged / took;
    }

    private long lag() throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> committed = committed();
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                        committed.keySet().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                .all()
                .get();
        return ends.values().stream().mapToLong(ListOffsetsResultInfo::offset).sum() - sum(committed);
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
