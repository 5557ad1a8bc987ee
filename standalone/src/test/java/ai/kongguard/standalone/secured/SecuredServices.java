package ai.kongguard.standalone.secured;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Services, each in a context of its own with client settings of its own, and what else is stopped in reverse order. */
final class SecuredServices implements AutoCloseable {

    private final Path folder;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    SecuredServices(Path folder) {
        this.folder = folder;
    }

    /** Starts one; {@code name} is that of its configuration file. */
    ConfigurableApplicationContext start(
            Class<?> configuration, String name, Map<String, String> client, String... more) {
        List<String> args = arguments(client);
        args.addAll(List.of(
                "--server.port=0",
                "--kongguard.gateway.dashboard-port=0",
                "--kongguard.metrics.state-dir=" + folder.resolve("streams"),
                "--kongguard.ingest.recordings.folder=" + folder.resolve("recordings")));
        args.addAll(List.of(more));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(configuration)
                .properties("spring.config.name=" + name)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .run(args.toArray(String[]::new));
        return with(context);
    }

    /** These settings of Kafka clients as arguments of a service. */
    static List<String> arguments(Map<String, String> client) {
        List<String> args = new ArrayList<>();
        args.add("--kongguard.kafka.topic-prefix=" + SecuredBroker.PREFIX);
        args.add("--kongguard.kafka.bootstrap-servers=" + client.get("bootstrap.servers"));
        client.forEach((key, value) -> {
            if (!key.equals("bootstrap.servers")) {
                args.add("--kongguard.kafka.properties." + key + "=" + value);
            }
        });
        return args;
    }

    /** Stops this in its turn, too. */
    <T extends AutoCloseable> T with(T other) {
        running.push(other);
        return other;
    }

    /** Stops this one. */
    void stop(ConfigurableApplicationContext context) {
        running.remove(context);
        context.close();
    }

    static URI http(ConfigurableApplicationContext service, String path) {
        return URI.create(
                "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
