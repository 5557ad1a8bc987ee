package ai.kongguard.benchmarks.fanout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A {@link FanOutClient} in a process of its own. */
final class ClientProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    private ClientProcess(Process process) {
        this.process = process;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** Returns when all sessions are open. */
    static ClientProcess connect(int port, int sessions) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FanOutClient.class.getName(),
                        String.valueOf(port),
                        String.valueOf(sessions))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ClientProcess client = new ClientProcess(process);
        client.line();
        return client;
    }

    void start() throws IOException {
        say("start");
    }

    String stop() throws IOException {
        say("stop");
        return line();
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private void say(String command) throws IOException {
        in.write(command + "\n");
        in.flush();
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("The client ended");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
