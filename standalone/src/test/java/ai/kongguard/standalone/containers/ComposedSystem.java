package ai.kongguard.standalone.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The compose file of this project with three brokers, under a name and on ports of its own, so that one that somebody runs beside it is left
 * alone. Kong is not among its services: it needs an image that not every machine can pull, and tests send what it would.
 */
final class ComposedSystem implements AutoCloseable {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LOGS = Path.of("target", "containers");

    private final Map<String, String> ports = Map.of(
            "DASHBOARD_PORT", freePort(),
            "GATEWAY_PORT", freePort(),
            "INGEST_PORT", freePort(),
            "CLOUD_PORT", freePort(),
            "LOCAL_PORT", freePort(),
            "KAFKA_PORT", freePort(),
            "KAFKA_2_PORT", freePort(),
            "KAFKA_3_PORT", freePort());

    /** Builds the images and starts everything; returns when all is healthy. */
    static ComposedSystem start(String... scales) {
        ComposedSystem system = new ComposedSystem();
        try {
            system.compose("down", "--volumes", "--remove-orphans");
            system.compose("build");
            system.up(scales);
            return system;
        } catch (RuntimeException | Error e) {
            system.close();
            throw e;
        }
    }

    /** Brings as many replicas of services as named by {@code service=number}, one where not named, and waits for their health. */
    void up(String... scales) {
        List<String> arguments =
                new ArrayList<>(List.of("up", "--detach", "--no-build", "--wait", "--wait-timeout", "300"));
        for (String scale : scales) {
            arguments.addAll(List.of("--scale", scale));
        }
        arguments.addAll(List.of(
                "kafka",
                "kafka-2",
                "kafka-3",
                "analyzer-local",
                "analyzer-cloud",
                "metrics-streams",
                "demo-api",
                "edge"));
        arguments.addAll(List.of("ingest-service", "ws-gateway"));
        compose(arguments.toArray(String[]::new));
    }

    /** Ends a service's container at once, as a power cut does; it stays down. */
    void kill(String service) {
        compose("kill", "--signal", "SIGKILL", service);
    }

    /** Brings back what was killed. */
    void restart(String service) {
        compose("start", service);
    }

    String ingest() {
        return address("INGEST_PORT");
    }

    String dashboard() {
        return address("DASHBOARD_PORT");
    }

    String cloudAnalyzer() {
        return address("CLOUD_PORT");
    }

    /** All brokers, as seen from this machine. */
    String bootstrapServers() {
        return String.join(
                ",",
                "localhost:" + ports.get("KAFKA_PORT"),
                "localhost:" + ports.get("KAFKA_2_PORT"),
                "localhost:" + ports.get("KAFKA_3_PORT"));
    }

    @Override
    public void close() {
        try {
            Files.createDirectories(LOGS);
            run(LOGS.resolve("services.log"), Duration.ofMinutes(1), "logs", "--no-color", "--timestamps");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            compose("down", "--volumes", "--remove-orphans", "--timeout", "5");
        }
    }

    private String address(String port) {
        return "http://localhost:" + ports.get(port);
    }

    private void compose(String... arguments) {
        Path output = LOGS.resolve("compose-" + arguments[0] + ".log");
        try {
            Files.createDirectories(LOGS);
            int status = run(output, Duration.ofMinutes(15), arguments);
            if (status != 0) {
                throw new AssertionError("docker compose " + String.join(" ", arguments) + " -> " + status + "\n"
                        + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(Path output, Duration patience, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "docker",
                "compose",
                "--project-name",
                "kong-guard-ai-test",
                "--progress",
                "plain",
                "--env-file",
                "deploy/cluster.env"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(ports);
        builder.environment().put("KONGGUARD_DEMO", "false");
        builder.environment().put("KONGGUARD_VERSION", "test");
        Process process = builder.start();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("not finished within " + patience + ": " + command);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
        }
    }

    /** Below those that outgoing connections take, because a broker that was killed needs its port again. */
    private static String freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return Integer.toString(socket.getLocalPort());
            } catch (IOException taken) {
                // Another one then.
            }
        }
    }
}
