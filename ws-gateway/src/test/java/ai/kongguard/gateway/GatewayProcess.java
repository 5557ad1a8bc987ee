package ai.kongguard.gateway;

import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway on free ports, and the topics it reads. */
final class GatewayProcess implements AutoCloseable {

    final ConfigurableApplicationContext context;
    private final TestTopics topics;

    private GatewayProcess(ConfigurableApplicationContext context, TestTopics topics) {
        this.context = context;
        this.topics = topics;
    }

    static GatewayProcess start(TestBroker broker, String prefix, String... more) {
        String[] own = {
            "--server.port=0",
            "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
            "--kongguard.kafka.topic-prefix=" + prefix,
        };
        ConfigurableApplicationContext context = new SpringApplicationBuilder(GatewayConfiguration.class)
                .properties("spring.config.name=gateway", "kongguard.gateway.dashboard-port=0")
                .run(Stream.of(own, more).flatMap(Arrays::stream).toArray(String[]::new));
        return new GatewayProcess(context, new TestTopics(broker.bootstrapServers(), prefix));
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    void publish(Verdict... verdicts) {
        publish(List.of(verdicts));
    }

    void publish(List<Verdict> verdicts) {
        List<byte[]> values = verdicts.stream().map(RecordCodec.VERDICT::encode).toList();
        topics.send(Topics.VERDICTS, "203.0.113.1", Samples.NOW, values, Map.of());
    }

    void publish(MetricsWindow... windows) {
        for (MetricsWindow window : windows) {
            byte[] value = RecordCodec.METRICS_WINDOW.encode(window);
            topics.send(Topics.WINDOWS, window.key(), window.emittedAt(), List.of(value), Map.of());
        }
    }

    double count(String meter) {
        return context.getBean(MeterRegistry.class)
                .get("kongguard.gateway." + meter)
                .counter()
                .count();
    }

    double closed(String reason) {
        return context.getBean(MeterRegistry.class)
                .get("kongguard.gateway.sessions.closed")
                .tag("reason", reason)
                .counter()
                .count();
    }

    @Override
    public void close() {
        context.close();
    }
}
