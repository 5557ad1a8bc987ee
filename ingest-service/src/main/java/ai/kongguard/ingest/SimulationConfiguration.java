package ai.kongguard.ingest;

import ai.kongguard.event.RunOrder.Via;
import ai.kongguard.event.Topics;
import ai.kongguard.ingest.http.GatewaySink;
import ai.kongguard.ingest.kafka.AnalyzerBacklog;
import ai.kongguard.ingest.kafka.SimulationSink;
import ai.kongguard.ingest.kafka.SimulationTopics;
import ai.kongguard.ingest.simulation.GatewayTarget;
import ai.kongguard.ingest.simulation.Simulator;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.kafka.TopicProvisioner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Every bean of the simulator. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulationProperties.class)
class SimulationConfiguration {

    private static final int LINGER_MS = 2;
    private static final Duration TICK = Duration.ofSeconds(1);

    @Bean
    GatewayTarget gatewayTarget(SimulationProperties properties) {
        return new GatewayTarget(properties.gatewayUrl(), properties.allowedHosts());
    }

    /** A producer of its own, so that a flood does not take the room of real traffic. */
    @Bean(destroyMethod = "close")
    SimulationSink simulationSink(KafkaAccess kafka, IngestProperties properties, TopicProvisioner provisioner) {
        Map<String, Object> config = kafka.producerConfig("simulator");
        int patience = Math.toIntExact(properties.deliveryTimeout().toMillis());
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        return new SimulationSink(new KafkaProducer<>(config), kafka.topic(Topics.TRAFFIC), kafka.topic(Topics.RUNS));
    }

    @Bean(destroyMethod = "close")
    AnalyzerBacklog analyzerBacklog(KafkaAccess kafka) {
        return new AnalyzerBacklog(
                Admin.create(kafka.adminConfig("simulator-backlog")),
                kafka.topic(Topics.TRAFFIC),
                tier -> kafka.id("analyzer-" + tier));
    }

    @Bean
    GatewaySink gatewaySink(GatewayTarget target) {
        return new GatewaySink(target);
    }

    @Bean(destroyMethod = "close")
    Simulator simulator(
            SimulationProperties properties,
            SimulationSink sink,
            GatewaySink gateway,
            IngestMeters meters,
            AnalyzerBacklog backlog,
            Bounds bounds,
            Redactor redactor,
            InstantSource clock) {
        Simulator.Settings settings = new Simulator.Settings(
                UUID.randomUUID().toString(),
                properties.concurrentRuns(),
                properties.startWithin(),
                properties.lease());
        return new Simulator(
                settings,
                order -> order.via() == Via.GATEWAY ? gateway.open() : sink,
                sink,
                meters,
                backlog,
                bounds,
                redactor,
                clock);
    }

    @Bean
    SimulationTopics simulationTopics(KafkaAccess kafka, Simulator simulator, TopicProvisioner provisioner) {
        return new SimulationTopics(kafka, simulator);
    }

    @Bean
    SchedulingConfigurer simulatorSchedule(Simulator simulator) {
        return tasks -> tasks.addFixedRateTask(simulator::tick, TICK);
    }
}
