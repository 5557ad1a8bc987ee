package ai.kongguard.gateway;

import ai.kongguard.event.Topics;
import ai.kongguard.gateway.http.ApiProblems;
import ai.kongguard.gateway.http.FloodController;
import ai.kongguard.gateway.http.QuickAttackController;
import ai.kongguard.gateway.kafka.KafkaCommandSink;
import ai.kongguard.gateway.kafka.RunReceivers;
import ai.kongguard.gateway.kafka.TopicReader;
import ai.kongguard.gateway.simulation.AwaitedVerdicts;
import ai.kongguard.gateway.simulation.CommandSink;
import ai.kongguard.gateway.simulation.CountedResults;
import ai.kongguard.gateway.simulation.RunBoard;
import ai.kongguard.gateway.simulation.RunFrames;
import ai.kongguard.gateway.simulation.RunResults;
import ai.kongguard.gateway.simulation.Runs;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.kafka.TopicProvisioner;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
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
    CountedResults runResults(GatewayProperties properties) {
        GatewayProperties.Simulation simulation = properties.simulation();
        return new CountedResults(properties.primaryTier(), simulation.events(), simulation.runs());
    }

    @Bean
    AwaitedVerdicts awaitedVerdicts(GatewayProperties properties) {
        return new AwaitedVerdicts(properties.primaryTier());
    }

    @Bean
    RunFrames runFrames(RunBoard board, RunResults results, GatewayProperties properties, InstantSource clock) {
        return new RunFrames(board, results, properties.primaryTier(), clock);
    }

    @Bean(destroyMethod = "close")
    KafkaCommandSink commandSink(KafkaAccess kafka, TopicProvisioner provisioner) {
        Map<String, Object> config = kafka.producerConfig("gateway-commands");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS / 2);
        return new KafkaCommandSink(new KafkaProducer<>(config), kafka.topic(Topics.COMMANDS));
    }

    @Bean
    Runs runs(RunBoard board, CommandSink commands, InstantSource clock) {
        return new Runs(board, commands, clock, new SecureRandom());
    }

    @Bean
    TopicReader commandReader(KafkaAccess kafka, RunBoard board, GatewayMeters meters, TopicProvisioner provisioner) {
        return new TopicReader(kafka, kafka.topic(Topics.COMMANDS), ALL, new RunReceivers.Commands(board), meters);
    }

    @Bean
    TopicReader runReader(
            KafkaAccess kafka, RunBoard board, RunFrames frames, GatewayMeters meters, TopicProvisioner provisioner) {
        return new TopicReader(kafka, kafka.topic(Topics.RUNS), ALL, new RunReceivers.Statuses(board, frames), meters);
    }

    @Bean
    TopicReader truthReader(
            KafkaAccess kafka,
            CountedResults results,
            GatewayProperties properties,
            GatewayMeters meters,
            TopicProvisioner provisioner) {
        return new TopicReader(
                kafka,
                kafka.topic(Topics.TRAFFIC),
                properties.simulation().tail(),
                new RunReceivers.Truths(results),
                meters);
    }

    @Bean
    TopicReader simulatedVerdictReader(
            KafkaAccess kafka,
            CountedResults results,
            AwaitedVerdicts awaited,
            GatewayProperties properties,
            GatewayMeters meters,
            TopicProvisioner provisioner) {
        String topic = kafka.topic(Topics.VERDICTS);
        return new TopicReader(
                kafka,
                topic,
                topic + "-runs",
                properties.simulation().tail(),
                new RunReceivers.Verdicts(results, awaited),
                meters);
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
