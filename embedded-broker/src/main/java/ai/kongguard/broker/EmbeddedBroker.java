package ai.kongguard.broker;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node that is broker and controller at once. Its data folder outlives it: starting again on the same folder
 * serves the same records. Start and close from one thread.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final int NODE_ID = 1;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker and returns when it accepts clients.
     *
     * @param host address to listen on; anything but loopback opens the broker to the network without authentication
     * @param port 1-65535
     * @param dataFolder created and formatted when it holds no broker yet
     * @param overrides Kafka broker settings that replace ours
     * @throws PortInUseException if another process listens there
     * @throws DataFolderInUseException if another broker runs on the folder
     * @throws UncheckedIOException if the folder cannot be written
     */
    public static EmbeddedBroker start(String host, int port, Path dataFolder, Map<String, String> overrides) {
        int controllerPort = portBeside(host, port);
        Path folder = dataFolder.toAbsolutePath();
        Map<String, String> settings = settings(host, port, controllerPort, folder);
        settings.putAll(overrides);
        format(folder);
        requireUnlocked(folder);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException | Error e) {
            server.shutdown();
            server.awaitShutdown();
            throw e;
        }
        return new EmbeddedBroker(server, host + ":" + port);
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops and flushes; returns when the data folder may be used again. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** A port that nobody listened on a moment ago. */
    public static int freePort(String host) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + host, e);
        }
    }

    /** Looks for another port while this one is taken, since a free one may be the same; it must be free itself. */
    private static int portBeside(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return freePort(host);
        } catch (IOException e) {
            throw new PortInUseException(host, port, e);
        }
    }

    /** Asked before the server is: it would write a stack trace and take its time. */
    private static void requireUnlocked(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(".lock"), CREATE, WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new DataFolderInUseException(folder);
            }
        } catch (OverlappingFileLockException e) {
            throw new DataFolderInUseException(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the broker's data folder " + folder, e);
        }
    }

    private static void format(Path folder) {
        try {
            Files.createDirectories(folder);
            Formatter formatter = new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE_ID)
                    .setControllerListenerName(CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(folder.toString())
                    .setDirectories(List.of(folder.toString()))
                    .setReleaseVersion(MetadataVersion.latestProduction());
            if (!Files.exists(folder.resolve("meta.properties"))) {
                formatter.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the broker's data folder " + folder, e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format the broker's data folder " + folder, e);
        }
    }

    /** One node, so every internal topic has one replica; few internal partitions, so that start-up is quick. */
    private static Map<String, String> settings(String host, int port, int controllerPort, Path folder) {
        String client = "PLAINTEXT://" + host + ":" + port;
        Map<String, String> settings = new TreeMap<>(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "listeners",
                client + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                client,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                NODE_ID + "@127.0.0.1:" + controllerPort,
                "log.dirs",
                folder.toString(),
                "auto.create.topics.enable",
                "false"));
        settings.putAll(new HashMap<>(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0")));
        // The default dedupe buffer of 128 MB is allocated at start; ours compacts small topics.
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings.put("log.cleaner.io.buffer.size", "262144");
        // How long a transaction waits for its predecessor to complete; the default of 20 ms is most of a small one.
        settings.put("add.partitions.to.txn.retry.backoff.ms", "1");
        // After a crash the controller takes the old broker for alive so long; 9 s by default.
        settings.put("broker.session.timeout.ms", "4000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        // A reviewer that was killed keeps its partitions so long, as any other consumer of ours; 45 s by default.
        settings.put("group.share.min.session.timeout.ms", "10000");
        settings.put("group.share.session.timeout.ms", "10000");
        settings.put("group.share.min.heartbeat.interval.ms", "1000");
        settings.put("group.share.heartbeat.interval.ms", "3000");
        // Each kill of a reviewer costs what it held a delivery, and after the last it would be lost; 5 by default.
        settings.put("group.share.delivery.count.limit", "10");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.segment.bytes", "134217728");
        return settings;
    }
}
