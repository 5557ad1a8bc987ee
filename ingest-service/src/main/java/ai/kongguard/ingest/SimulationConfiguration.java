package ai.kongguard.ingest;

import ai.kongguard.event.RunOrder.Via;
import ai.kongguard.event.Topics;
import ai.kongguard.ingest.http.GatewaySink;
import ai.kongguard.ingest.kafka.AnalyzerBacklog;
import ai.kongguard.ingest.kafka.SimulationSink;
import ai.kongguard.ingest.kafka.SimulationTopics;
import ai.kongguard.ingest.recordings.RecordingCatalogue;
import ai.kongguard.ingest.recordings.RecordingExecutions;
import ai.kongguard.ingest.recordings.RecordingFolder;
import ai.kongguard.ingest.simulation.Floods;
import ai.kongguard.ingest.simulation.GatewayTarget;
import ai.kongguard.ingest.simulation.Simulator;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.kafka.BoundedProducer;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.replay.play.KafkaOutlet;
import ai.kongguard.replay.play.SystemDestination;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Every bean of the simulator, which executes recordings and replays too. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SimulationProperties.class, RecordingsProperties.class})
class SimulationConfiguration {

    private static final int LINGER_MS = 2;
    private static final Duration TICK = Duration.ofSeconds(1);

    @Bean
    GatewayTarget gatewayTarget(SimulationProperties properties) {
        return new GatewayTarget(properties.gatewayUrl(), properties.allowedHosts());
    }

    /** A producer of its own, so that a flood does not take the room of real traffic. */
    @Bean(destroyMethod = "close")
    SimulationSink simulationSink(KafkaAccess kafka, IngestProperties properties) {
        Map<String, Object> config = kafka.producerConfig("simulator");
        int patience = Math.toIntExact(properties.deliveryTimeout().toMillis());
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        return new SimulationSink(
                new BoundedProducer<>(config),
                kafka.topic(Topics.TRAFFIC),
                kafka.topic(Topics.RUNS),
                kafka.topic(Topics.RECORDINGS));
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

    @Bean
    Floods floods(SimulationSink sink, GatewaySink gateway, Bounds bounds, Redactor redactor, InstantSource clock) {
        return new Floods(order -> order.via() == Via.GATEWAY ? gateway.open() : sink, bounds, redactor, clock);
    }

    @Bean
    RecordingFolder recordingFolder(RecordingsProperties properties) {
        return new RecordingFolder(
                properties.folder(),
                properties.maxSize().toBytes(),
                properties.maxTotalSize().toBytes());
    }

    @Bean(destroyMethod = "close")
    RecordingCatalogue recordingCatalogue(RecordingFolder folder, SimulationSink sink) {
        return new RecordingCatalogue(folder, sink);
    }

    @Bean
    RecordingExecutions recordingExecutions(RecordingFolder folder, KafkaAccess kafka, InstantSource clock) {
        String traffic = kafka.topic(Topics.TRAFFIC);
        return new RecordingExecutions(
                folder,
                kafka.clientConfig("recording"),
                kafka.properties().topicPrefix(),
                runId -> new KafkaOutlet(
                        new BoundedProducer<>(replayConfig(kafka)),
                        new SystemDestination(traffic, runId),
                        List.of(traffic)),
                clock);
    }

    /** A producer of its own for each replay, which owns it. */
    private static Map<String, Object> replayConfig(KafkaAccess kafka) {
        Map<String, Object> config = kafka.producerConfig("replay");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        return config;
    }

    /** Closed by those who hear its topics, once they hear nothing any more. */
    @Bean(destroyMethod = "")
    Simulator simulator(
            SimulationProperties properties,
            RecordingsProperties recordings,
            Floods floods,
            RecordingExecutions others,
            SimulationSink sink,
            IngestMeters meters,
            AnalyzerBacklog backlog,
            InstantSource clock) {
        Simulator.Settings settings = new Simulator.Settings(
                UUID.randomUUID().toString(),
                properties.concurrentRuns(),
                recordings.concurrent(),
                properties.startWithin(),
                properties.lease());
        return new Simulator(
                settings,
                (runId, order, instance) ->
                        (order.strategy().isGenerated() ? floods : others).of(runId, order, instance),
                sink,
                meters,
                backlog,
                clock);
    }

    @Bean
    SimulationTopics simulationTopics(
            KafkaAccess kafka, Simulator simulator, RecordingCatalogue recordings, SimulationSink sink) {
        return new SimulationTopics(kafka, simulator, recordings, sink);
    }

    @Bean
    SchedulingConfigurer simulatorSchedule(Simulator simulator) {
        return tasks -> tasks.addFixedRateTask(simulator::tick, TICK);
    }
}
