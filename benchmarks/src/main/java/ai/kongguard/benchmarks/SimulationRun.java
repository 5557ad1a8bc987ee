package ai.kongguard.benchmarks;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.standalone.Standalone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs each strategy through a whole system in this JVM and prints how many requests arrived in each second, by the
 * broker's clock: the traffic topic is set to stamp records when it appends them. Then the accuracy at the highest
 * intensity, and how long quick attacks take from the call to the verdict on the socket.
 */
public final class SimulationRun {

    private static final String TRAFFIC = "gateway.traffic";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String gateway;
    private final String bootstrapServers;
    private final Map<String, Long> shownNanos = new ConcurrentHashMap<>();
    private final CountDownLatch greeted = new CountDownLatch(1);

    private SimulationRun(Standalone system) {
        this.gateway = "127.0.0.1:" + system.gateway().getRequiredProperty("local.server.port");
        this.bootstrapServers = system.ingest().getRequiredProperty("kongguard.kafka.bootstrap-servers");
    }

    /** Arguments: seconds per strategy (default 20), broker port (default 19092). */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 19_092;
        Path folder = Files.createTempDirectory("kong-guard-simulation");
        try (Standalone system = Standalone.start(
                "--kongguard.demo=false",
                "--server.port=0",
                "--kongguard.gateway.dashboard-port=0",
                "--kongguard.broker.port=" + port,
                "--kongguard.broker.data-folder=" + folder.resolve("broker"),
                "--kongguard.metrics.state-dir=" + folder.resolve("streams"),
                "--logging.file.name=" + folder.resolve("run.log"))) {
            SimulationRun run = new SimulationRun(system);
            run.stampOnAppend();
            run.strategy("sustained", "\"intensity\":\"high\"", 5);
            for (String strategy : List.of("sustained", "wave", "blended", "escalation", "stealth")) {
                run.strategy(strategy, "\"intensity\":\"high\"", seconds);
            }
            for (String strategy : List.of("sustained", "wave", "blended", "escalation", "stealth")) {
                run.strategy(strategy, "\"intensity\":\"extreme\"", seconds);
            }
            run.strategy("sustained", "\"rate\":5000", 10);
            run.strategy("sustained", "\"rate\":50000", 5);
            run.quick(50);
        } finally {
            delete(folder);
        }
    }

    private void stampOnAppend() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TRAFFIC);
            AlterConfigOp stamp = new AlterConfigOp(
                    new ConfigEntry("message.timestamp.type", "LogAppendTime"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(stamp))).all().get();
        }
    }

    private void strategy(String strategy, String rate, int seconds) throws Exception {
        JsonNode launched = post(
                "/api/attack/flood",
                "{\"strategy\":\"" + strategy + "\"," + rate + ",\"duration\":" + seconds + ",\"seed\":42}");
        String id = launched.get("run_id").asString();
        JsonNode status = get("/api/attack/flood/status/" + id);
        while (status.get("status").asString().equals("running")) {
            Thread.sleep(200);
            status = get("/api/attack/flood/status/" + id);
        }
        JsonNode local = null;
        for (int i = 0; i < 100; i++) {
            local = get("/api/attack/flood/results/" + id).at("/results_summary/tier_performance/local");
            if (local.path("total_requests").asLong() >= status.get("sent").asLong()) {
                break;
            }
            Thread.sleep(200);
        }
        long[] stamps = stamps(id);
        int[] counts = new int[seconds];
        long outside = 0;
        for (long stamp : stamps) {
            int second = (int) ((stamp - stamps[0]) / 1000);
            if (second < seconds) {
                counts[second]++;
            } else {
                outside++;
            }
        }
        double target = launched.at("/config/rate").asDouble();
        double took = stamps.length < 2 ? 0 : (stamps[stamps.length - 1] - stamps[0]) / 1000.0;
        System.out.printf(
                Locale.ROOT,
                "%-10s %6.0f/s %3d s: planned %d, arrived %d in %.2f s (%.1f/s), late %d, saturated %s %s%n"
                        + "           per second %s%s%n           local: %s%n",
                strategy,
                target,
                seconds,
                status.get("planned").asLong(),
                stamps.length,
                took,
                took == 0 ? 0 : (stamps.length - 1) / took,
                status.get("late").asLong(),
                status.get("saturated"),
                status.get("reason"),
                Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(" ")),
                outside == 0 ? "" : " | after the end " + outside,
                local);
    }

    private long[] stamps(String runId) {
        Properties config = new Properties();
        config.put("bootstrap.servers", bootstrapServers);
        List<Long> stamps = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TRAFFIC).stream()
                    .map(info -> new TopicPartition(TRAFFIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    var run = record.headers().lastHeader(GroundTruth.RUN_ID.header());
                    if (run != null && new String(run.value(), java.nio.charset.StandardCharsets.UTF_8).equals(runId)) {
                        stamps.add(record.timestamp());
                    }
                }
            }
        }
        return stamps.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void quick(int count) throws Exception {
        WebSocket socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + gateway + "/ws"), new Frames())
                .join();
        // What is judged before the greeting is in its history and never a frame.
        greeted.await();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long called = System.nanoTime();
            String eventId = post("/api/attack/quick", "{\"type\":\"sql\"}")
                    .get("event_id")
                    .asString();
            Long shown = null;
            while (shown == null && System.nanoTime() - called < 5_000_000_000L) {
                shown = shownNanos.get(eventId);
                Thread.sleep(1);
            }
            millis.add(shown == null ? Double.NaN : (shown - called) / 1e6);
            Thread.sleep(100);
        }
        socket.abort();
        millis.sort(Comparator.naturalOrder());
        System.out.printf(
                Locale.ROOT,
                "quick attack, from the call to its verdict on the socket: median %.0f ms, p95 %.0f ms, max %.0f ms%n",
                millis.get(count / 2),
                millis.get(count * 95 / 100),
                millis.get(count - 1));
    }

    private JsonNode post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + gateway + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + gateway + path)).build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    /** With all that it holds. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Notes when each event was shown. */
    private final class Frames implements WebSocket.Listener {

        private final StringBuilder frame = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            frame.append(data);
            if (last) {
                JsonNode json = JSON.readTree(frame.toString());
                frame.setLength(0);
                greeted.countDown();
                if (json.path("type").asString("").equals("threat_analysis")) {
                    shownNanos.putIfAbsent(json.path("event_id").asString(""), System.nanoTime());
                }
            }
            webSocket.request(1);
            return null;
        }
    }
}
