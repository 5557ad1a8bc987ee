package ai.kongguard.standalone.dashboard;

import ai.kongguard.standalone.ExistingClient;
import ai.kongguard.standalone.Standalone;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestFolders;
import ai.kongguard.testkit.TestTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** A whole system without demo traffic, on the broker that tests share, and what its topics and its API say. */
final class RunningSystem implements AutoCloseable {

    private final String prefix = TestBroker.newPrefix();
    private final Path folder;
    private final Standalone services;

    private RunningSystem() {
        try {
            folder = Files.createTempDirectory("kong-guard-dashboard");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        services = Standalone.start(
                "--kongguard.demo=false",
                "--kongguard.kafka.bootstrap-servers=" + TestBroker.shared().bootstrapServers(),
                "--kongguard.kafka.topic-prefix=" + prefix,
                "--kongguard.metrics.state-dir=" + folder,
                "--kongguard.ingest.recordings.folder=" + folder.resolve("recordings"),
                "--kongguard.gateway.dashboard-port=0",
                "--kongguard.gateway.limits.commands-per-minute=0",
                "--logging.file.name=target/dashboard/system.log",
                "--server.port=0");
    }

    static RunningSystem start() {
        return new RunningSystem();
    }

    /** Where its own gateway is, without a slash at the end. */
    String origin() {
        return "http://127.0.0.1:" + port(services.gateway());
    }

    ExistingClient gateway() {
        return ExistingClient.of(services.gateway());
    }

    ExistingClient ingest() {
        return ExistingClient.of(services.ingest());
    }

    TestTopics topics() {
        return new TestTopics(TestBroker.shared().bootstrapServers(), prefix);
    }

    /** Another gateway beside its own, which can be stopped and started again. */
    GatewayReplica replica() {
        return GatewayReplica.start(TestBroker.shared().bootstrapServers(), prefix);
    }

    @Override
    public void close() {
        services.close();
        TestFolders.delete(folder);
    }

    private static String port(Environment service) {
        return service.getRequiredProperty("local.server.port");
    }
}
