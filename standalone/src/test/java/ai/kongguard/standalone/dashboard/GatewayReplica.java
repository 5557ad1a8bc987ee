package ai.kongguard.standalone.dashboard;

import ai.kongguard.broker.EmbeddedBroker;
import ai.kongguard.gateway.GatewayConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway alone, on a port that it keeps when it is stopped and started again. */
final class GatewayReplica implements AutoCloseable {

    private final int port = EmbeddedBroker.freePort("127.0.0.1");
    private final String bootstrapServers;
    private final String prefix;
    private @Nullable ConfigurableApplicationContext context;

    private GatewayReplica(String bootstrapServers, String prefix) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
    }

    static GatewayReplica start(String bootstrapServers, String prefix) {
        GatewayReplica replica = new GatewayReplica(bootstrapServers, prefix);
        replica.start();
        return replica;
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    void start() {
        context = new SpringApplicationBuilder(GatewayConfiguration.class)
                .properties("spring.config.name=gateway,standalone")
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .run(
                        "--kongguard.gateway.port=" + port,
                        "--kongguard.gateway.dashboard-port=0",
                        "--kongguard.gateway.reconnect-within=1s",
                        "--kongguard.kafka.bootstrap-servers=" + bootstrapServers,
                        "--kongguard.kafka.topic-prefix=" + prefix,
                        "--logging.file.name=target/dashboard/system.log");
    }

    void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
