package ai.kongguard.standalone.restart;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One replica of a service in a process of its own, on a port that it keeps when it is started again. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private static final Duration ALLOWED = Duration.ofSeconds(10);

    /** What a JVM ends with that was told to, and ended by itself. */
    private static final int TERMINATED = 128 + 15;

    /** Far beyond what is allowed, so that a test tells how long it took. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private static final Path FIGURES = Path.of("target", "stops.txt");

    /** Kafka's admin client calls it an error that another service has created a topic a moment ago. */
    private static final Pattern ERROR = Pattern.compile("^\\S+\\s+ERROR (?!.*PartitionLeaderStrategy).*");

    private final String name;
    private final int port = EmbeddedBroker.freePort("127.0.0.1");
    private final Path log;
    private final List<String> command;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;

    private ServiceProcess(String name, Path log, List<String> command) {
        this.name = name;
        this.log = log;
        this.command = new ArrayList<>(command);
        this.command.add("--server.port=" + port);
    }

    /** How a process ended. */
    record Stopped(String name, Duration took, int exitCode) {

        /** In time, and by the signal alone. */
        void assertGraceful() {
            assertThat(took).as(name).isLessThan(ALLOWED);
            assertThat(exitCode).as(name).isEqualTo(TERMINATED);
        }

        /** Adds it to the figures that a run of the tests leaves. */
        private void note() {
            try {
                Files.writeString(FIGURES, name + " " + took.toMillis() + " ms\n", CREATE, APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Not started yet. What it says goes into a file of {@code folder}. */
    static ServiceProcess of(Service service, int replica, Path folder, String argument) {
        String name = service.name().toLowerCase(Locale.ROOT) + "-" + replica;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                service.main(),
                "--logging.level.org.apache.kafka=WARN"));
        command.addAll(service.arguments(name, folder.resolve(name), folder));
        command.add(argument);
        return new ServiceProcess(name, folder.resolve(name + ".log"), command);
    }

    /** Starts it; does not wait until it is ready. */
    void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        await(name).atMost(START_PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!running().isAlive()) {
                throw new IllegalStateException(name + " did not start: see " + log);
            }
            return readiness() == 200;
        });
    }

    /** What {@code /actuator/health/readiness} is answered with; 0 when nobody listens. */
    int readiness() {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri().resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** What it answers to a call that has to succeed. */
    String call(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri().resolve(path))
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** Asks it to end, as {@code kill} does, and waits until it has. */
    Stopped stop() {
        Process running = running();
        long began = System.nanoTime();
        running.destroy();
        try {
            if (!running.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Stopped stopped = new Stopped(name, Duration.ofNanos(System.nanoTime() - began), running.exitValue());
        stopped.note();
        return stopped;
    }

    /** The same of several, at the same time. */
    static List<Stopped> stopAll(List<ServiceProcess> processes) {
        return processes.parallelStream().map(ServiceProcess::stop).toList();
    }

    String name() {
        return name;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Lines of its log at {@code ERROR}, of all its lives. */
    List<String> errors() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> ERROR.matcher(line).matches()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, name);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
