package ai.kongguard.testkit;

import ai.kongguard.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A broker of a test's own, on a free loopback port, that can be stopped and started again on the same port and data.
 * Tests that only need a broker share {@link #shared()} and keep apart by {@link #newPrefix()}.
 */
public final class TestBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String NEVER = Long.toString(Duration.ofDays(1).toMillis());

    /** Never looks for what is too old: samples have a fixed time, and topics keep a day. */
    private static final Map<String, String> SETTINGS = Map.of(
            "log.initial.task.delay.ms", NEVER,
            "log.retention.check.interval.ms", NEVER,
            "log.cleaner.backoff.ms", NEVER);

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private final int port = EmbeddedBroker.freePort(HOST);
    private final Path folder;
    private EmbeddedBroker broker;

    private TestBroker() {
        try {
            folder = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "kong-guard-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        broker = EmbeddedBroker.start(HOST, port, folder, SETTINGS);
    }

    /** A new broker that this test alone uses and closes. */
    public static TestBroker start() {
        return new TestBroker();
    }

    /** One broker for all tests of this JVM, stopped when it ends. */
    public static TestBroker shared() {
        return Shared.BROKER;
    }

    /** A topic prefix that no other test of this JVM has. */
    public static String newPrefix() {
        return "it" + PREFIXES.incrementAndGet() + "-";
    }

    /** {@code host:port} for clients; the same after {@link #restart()}. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Takes the broker away, keeping its data. */
    public void stop() {
        broker.close();
    }

    /** Brings it back on the same port with the same data, after {@link #stop()}. */
    public void restart() {
        broker = EmbeddedBroker.start(HOST, port, folder, SETTINGS);
    }

    @Override
    public void close() {
        broker.close();
        TestFolders.delete(folder);
    }

    private static final class Shared {
        static final TestBroker BROKER = new TestBroker();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(BROKER::close));
        }
    }
}
