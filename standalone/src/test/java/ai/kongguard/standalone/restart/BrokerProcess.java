package ai.kongguard.standalone.restart;

import static org.awaitility.Awaitility.await;

import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.testkit.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broker in a process of its own, so that it can be killed, or made to stand still with its connections open. */
final class BrokerProcess implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port = EmbeddedBroker.freePort(HOST);
    private final Path folder;
    private @Nullable Process process;

    private BrokerProcess(Path folder) {
        this.folder = folder;
    }

    /** What runs in the process: port and folder. */
    public static void main(String[] arguments) {
        EmbeddedBroker.start(HOST, Integer.parseInt(arguments[0]), Path.of(arguments[1]), Map.of());
    }

    static BrokerProcess start() {
        try {
            BrokerProcess broker = new BrokerProcess(Files.createTempDirectory("kong-guard-broker"));
            broker.begin();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Its connections break and nobody listens any more. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** It answers nothing, as one does that the network lost. */
    void freeze() {
        signal("-STOP");
    }

    /** Brings it back with its data, from either. */
    void comeBack() {
        Process running = process;
        if (running != null && running.isAlive()) {
            signal("-CONT");
        } else {
            begin();
        }
    }

    private void begin() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                Integer.toString(port),
                folder.toString());
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (Socket socket = new Socket(HOST, port)) {
                return socket.isConnected();
            }
        });
    }

    private void signal(String signal) {
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            new ProcessBuilder("kill", signal, Long.toString(running.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        TestFolders.delete(folder);
    }
}
