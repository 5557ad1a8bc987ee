package ai.kongguard.gateway;

import ai.kongguard.event.Topics;
import ai.kongguard.gateway.http.ApiProblems;
import ai.kongguard.gateway.http.FloodController;
import ai.kongguard.gateway.http.QuickAttackController;
import ai.kongguard.gateway.http.RecordingController;
import ai.kongguard.gateway.http.ReplayController;
import ai.kongguard.gateway.kafka.KafkaCommandSink;
import ai.kongguard.gateway.kafka.RunReceivers;
import ai.kongguard.gateway.kafka.TopicReader;
import ai.kongguard.gateway.simulation.AwaitedVerdicts;
import ai.kongguard.gateway.simulation.CommandSink;
import ai.kongguard.gateway.simulation.EventTruths;
import ai.kongguard.gateway.simulation.RecordingBoard;
import ai.kongguard.gateway.simulation.RunBoard;
import ai.kongguard.gateway.simulation.RunFrames;
import ai.kongguard.gateway.simulation.RunResults;
import ai.kongguard.gateway.simulation.RunWindows;
import ai.kongguard.gateway.simulation.Runs;
import ai.kongguard.kafka.BoundedProducer;
import ai.kongguard.kafka.KafkaAccess;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every bean that has to do with the simulator's runs. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

    private static final int DELIVERY_TIMEOUT_MS = 5_000;

    /** More than there can be: all of the topic. */
    private static final long ALL = 1L << 40;

    @Bean
    RunBoard runBoard(GatewayProperties properties) {
        GatewayProperties.Simulation simulation = properties.simulation();
        return new RunBoard(simulation.startWithin(), simulation.lease(), simulation.runs());
    }

    @Bean
    RunWindows runWindows(GatewayProperties properties) {
        return new RunWindows(properties.primaryTier(), properties.simulation().runs());
    }

    @Bean
    EventTruths eventTruths(GatewayProperties properties) {
        return new EventTruths(properties.simulation().events());
    }

    @Bean
    AwaitedVerdicts awaitedVerdicts(GatewayProperties properties) {
        return new AwaitedVerdicts(properties.primaryTier());
    }

    @Bean
    RunFrames runFrames(
            RunBoard board, RunResults results, EventTruths truths, GatewayProperties properties, InstantSource clock) {
        return new RunFrames(board, results, truths, properties.primaryTier(), clock);
    }

    @Bean(destroyMethod = "close")
    KafkaCommandSink commandSink(KafkaAccess kafka) {
        Map<String, Object> config = kafka.producerConfig("gateway-commands");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS / 2);
        return new KafkaCommandSink(new BoundedProducer<>(config), kafka.topic(Topics.COMMANDS));
    }

    @Bean
    Runs runs(RunBoard board, CommandSink commands, InstantSource clock) {
        return new Runs(board, commands, clock, new SecureRandom());
    }

    @Bean
    TopicReader commandReader(KafkaAccess kafka, RunBoard board, GatewayMeters meters) {
        return new TopicReader(kafka, kafka.topic(Topics.COMMANDS), ALL, new RunReceivers.Commands(board), meters);
    }

    @Bean
    TopicReader runReader(KafkaAccess kafka, RunBoard board, RunFrames frames, GatewayMeters meters) {
        return new TopicReader(kafka, kafka.topic(Topics.RUNS), ALL, new RunReceivers.Statuses(board, frames), meters);
    }

    @Bean
    RecordingBoard recordingBoard() {
        return new RecordingBoard();
    }

    @Bean
    TopicReader recordingReader(KafkaAccess kafka, RecordingBoard board, GatewayMeters meters) {
        return new TopicReader(kafka, kafka.topic(Topics.RECORDINGS), ALL, new RunReceivers.Recordings(board), meters);
    }

    @Bean
    RecordingController recordingController(RecordingBoard board, Runs runs, InstantSource clock) {
        return new RecordingController(board, runs, clock);
    }

    @Bean
    ReplayController replayController(RecordingBoard board, Runs runs) {
        return new ReplayController(board, runs);
    }

    /** From its end on: the truth of what comes is all that is shown. */
    @Bean
    TopicReader truthReader(KafkaAccess kafka, EventTruths truths, GatewayMeters meters) {
        return new TopicReader(kafka, kafka.topic(Topics.TRAFFIC), 0, new RunReceivers.Truths(truths), meters);
    }

    @Bean
    FloodController floodController(Runs runs, RunResults results) {
        return new FloodController(runs, results);
    }

    @Bean
    QuickAttackController quickAttackController(Runs runs, AwaitedVerdicts awaited) {
        return new QuickAttackController(runs, awaited);
    }

    @Bean
    ApiProblems apiProblems() {
        return new ApiProblems();
    }
}
