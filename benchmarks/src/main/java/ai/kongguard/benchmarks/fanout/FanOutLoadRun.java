package ai.kongguard.benchmarks.fanout;

import ai.kongguard.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fan-out, measured end to end: this process writes verdicts into a Kafka topic of its own broker, the released gateway
 * in a second process reads and broadcasts them, a third one is all its clients. Then the same load on the plain broadcast
 * server of {@code benchmarks/fan-out}. Run from the root of the repository, on Linux.
 */
public final class FanOutLoadRun {

    private static final int FRAMES_PER_SECOND = 20;
    private static final int PORT = 19_302;
    private static final int BROKER_PORT = 19_392;

    /** After a minute the JIT still takes a fifth of what the gateway does; after this it is through. */
    private static final Duration WARM_UP = Duration.ofSeconds(150);

    private static final int METRICS_FRAME_BYTES = 430;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path log;
    private final Duration measured;
    private final List<String> moreOfGateway;
    private long frameBytes = 2_000;

    private FanOutLoadRun(Path log, Duration measured, List<String> moreOfGateway) {
        this.log = log;
        this.measured = measured;
        this.moreOfGateway = moreOfGateway;
    }

    /** Arguments: sessions, default {@code 1000,5000,10000}; seconds measured, default 30; more options of the gateway. */
    public static void main(String[] args) throws Exception {
        String sessions = args.length > 0 ? args[0] : "1000,5000,10000";
        Duration measured = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 30);
        List<String> more = args.length > 2 ? List.of(args).subList(2, args.length) : List.of();
        Path folder = Files.createTempDirectory("kong-guard-fan-out");
        FanOutLoadRun run = new FanOutLoadRun(folder.resolve("servers.log"), measured, more);
        System.out.println(
                "sessions  server     frames/s  delivered     p50     p99      max  cores  frames/core-s  client"
                        + "  live heap (MB)      resident (MB)  closed");
        try (EmbeddedBroker broker =
                EmbeddedBroker.start("127.0.0.1", BROKER_PORT, folder.resolve("broker"), Map.of())) {
            for (String count : sessions.split(",")) {
                run.gateway(broker.bootstrapServers(), Integer.parseInt(count));
                run.plain(Integer.parseInt(count));
            }
        }
        // Client threads of Kafka may outlive their owner for a while.
        Runtime.getRuntime().exit(0);
    }

    private void gateway(String bootstrapServers, int sessions) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-Xmx1g",
                "-jar",
                gatewayJar().toString(),
                "--kongguard.gateway.port=" + PORT,
                "--kongguard.gateway.dashboard-port=0",
                "--kongguard.gateway.max-sessions=" + 2 * sessions,
                "--server.tomcat.max-connections=" + 2 * sessions,
                "--kongguard.kafka.bootstrap-servers=" + bootstrapServers));
        command.addAll(moreOfGateway);
        try (ServerProcess server = ServerProcess.start(command, PORT, log);
                ClientProcess client = ClientProcess.connect(PORT, sessions);
                VerdictStream stream = new VerdictStream(bootstrapServers, FRAMES_PER_SECOND)) {
            frameBytes = measure("gateway", server, client, sessions).frameBytes();
        }
    }

    private void plain(int sessions) throws Exception {
        List<String> command = List.of(
                "node",
                "benchmarks/fan-out/server.js",
                String.valueOf(PORT),
                String.valueOf(FRAMES_PER_SECOND),
                String.valueOf(frameBytes),
                String.valueOf(METRICS_FRAME_BYTES));
        try (ServerProcess server = ServerProcess.start(command, PORT, log);
                ClientProcess client = ClientProcess.connect(PORT, sessions)) {
            server.begin();
            measure("ws " + wsVersion(), server, client, sessions);
        }
    }

    private Received measure(String name, ServerProcess server, ClientProcess client, int sessions) throws Exception {
        Thread.sleep(WARM_UP.toMillis());
        long heapBefore = server.liveHeapBytes();
        Thread.sleep(2_000);
        long residentBefore = server.residentBytes();
        Duration cpuBefore = server.cpu();
        Duration clientBefore = client.cpu();
        long started = System.nanoTime();
        client.start();
        Thread.sleep(measured.toMillis());
        String line = client.stop();
        double seconds = (System.nanoTime() - started) / 1e9;
        double cores = seconds(server.cpu().minus(cpuBefore)) / seconds;
        double clientCores = seconds(client.cpu().minus(clientBefore)) / seconds;
        long residentAfter = server.residentBytes();
        Received received = Received.parse(line);
        System.out.printf(
                Locale.ROOT,
                "%,8d  %-9s %,9.0f  %8.1f%%  %6.1f  %6.1f  %7.1f  %5.2f  %,13.0f  %6.2f  %6.0f -> %-6.0f  %6.0f -> %-6.0f  %6d%n",
                sessions,
                name,
                received.frames() / seconds,
                100.0 * received.stamped() / (seconds * FRAMES_PER_SECOND * sessions),
                received.p50Nanos() / 1e6,
                received.p99Nanos() / 1e6,
                received.maxNanos() / 1e6,
                cores,
                received.frames() / seconds / cores,
                clientCores,
                heapBefore / 1e6,
                server.liveHeapBytes() / 1e6,
                residentBefore / 1e6,
                residentAfter / 1e6,
                received.closed());
        if (received.closed() > 0) {
            System.out.println("  " + line);
        }
        return received;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Path gatewayJar() throws IOException {
        try (var files = Files.list(Path.of("ws-gateway/target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Build first: no ws-gateway/target/*-exec.jar"));
        }
    }

    private static String wsVersion() throws IOException {
        Path manifest = Path.of("benchmarks/fan-out/node_modules/ws/package.json");
        if (!Files.exists(manifest)) {
            throw new IOException("First: npm ci --prefix benchmarks/fan-out");
        }
        return Arrays.stream(Files.readString(manifest).split("\n"))
                .filter(line -> line.contains("\"version\""))
                .map(line -> line.replaceAll("[^0-9.]", ""))
                .findFirst()
                .orElseThrow();
    }
}
