package ai.kongguard.ingest.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.Topics;
import ai.kongguard.ingest.recordings.RecordingCatalogue;
import ai.kongguard.ingest.simulation.Simulator;
import ai.kongguard.kafka.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/**
 * What the simulator hears. A start is claimed by the one instance that the shared group gives it to, and committed
 * before it is obeyed: a run is rather lost, and then fails, than executed twice. All else is heard by every
 * instance, in a group of its own, since a run stays where it began when the shared group moves on.
 */
public final class SimulationTopics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationTopics.class);
    private static final Duration STOP_PATIENCE = Duration.ofMillis(1_500);

    /** Between attempts of a user that lost its rights; without it the containers would stop for good. */
    private static final Duration REFUSED_PAUSE = Duration.ofSeconds(10);

    private final Simulator simulator;
    private final RecordingCatalogue recordings;
    private final SimulationSink sink;
    private final String commands;
    private final String runs;
    private final List<KafkaMessageListenerContainer<String, byte[]>> containers;
    private final AtomicBoolean running = new AtomicBoolean();

    /** {@code sink} is what the simulator and the catalogue write with; it is closed after them. */
    public SimulationTopics(
            KafkaAccess kafka, Simulator simulator, RecordingCatalogue recordings, SimulationSink sink) {
        this.simulator = simulator;
        this.recordings = recordings;
        this.sink = sink;
        this.commands = kafka.topic(Topics.COMMANDS);
        this.runs = kafka.topic(Topics.RUNS);
        ContainerProperties claims = new ContainerProperties(commands);
        claims.setGroupId(kafka.id("simulator"));
        claims.setAuthExceptionRetryInterval(REFUSED_PAUSE);
        claims.setAckMode(AckMode.MANUAL_IMMEDIATE);
        claims.setMessageListener((AcknowledgingMessageListener<String, byte[]>) (record, ack) -> {
            if (ack != null) {
                ack.acknowledge();
            }
            claim(record);
        });
        ContainerProperties news = new ContainerProperties(commands, runs, kafka.topic(Topics.RECORDINGS));
        news.setGroupId(kafka.id("simulator-" + UUID.randomUUID()));
        news.setAuthExceptionRetryInterval(REFUSED_PAUSE);
        // Nothing is ever committed: each start reads all of it again.
        news.setAckMode(AckMode.MANUAL);
        news.setMessageListener((AcknowledgingMessageListener<String, byte[]>) (record, ack) -> hear(record));
        containers = List.of(
                new KafkaMessageListenerContainer<>(
                        new DefaultKafkaConsumerFactory<>(kafka.consumerConfig("simulator-claims")), claims),
                new KafkaMessageListenerContainer<>(
                        new DefaultKafkaConsumerFactory<>(kafka.consumerConfig("simulator-news")), news));
    }

    @Override
    public void start() {
        running.set(true);
        containers.forEach(KafkaMessageListenerContainer::start);
        recordings.start();
    }

    /** No run begins any more, and those that are executed end. */
    @Override
    public void stop() {
        CountDownLatch listening = new CountDownLatch(containers.size());
        containers.forEach(container -> container.stop(listening::countDown));
        try {
            if (!listening.await(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Kafka did not let go of the simulator's topics within {}", STOP_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        recordings.close();
        simulator.close();
        sink.close();
        running.set(false);
    }

    @Override
    public void stop(Runnable callback) {
        new Thread(
                        () -> {
                            try {
                                stop();
                            } finally {
                                callback.run();
                            }
                        },
                        "simulation-stop")
                .start();
    }

    /** While the web server answers what it has begun. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE;
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void claim(ConsumerRecord<String, byte[]> record) {
        try {
            RunCommand command = RecordCodec.RUN_COMMAND.decode(record.value());
            if (command.kind() == RunCommand.Kind.START) {
                simulator.start(command);
            }
        } catch (MalformedRecordException e) {
            LOG.warn("A command is skipped: {}", e.getMessage());
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        try {
            if (record.topic().equals(commands)) {
                hear(RecordCodec.RUN_COMMAND.decode(value));
            } else if (!record.topic().equals(runs)) {
                recordings.heard(record.key(), value == null ? null : RecordCodec.STORED_RECORDING.decode(value));
            } else if (value != null) {
                simulator.observe(RecordCodec.RUN_STATUS.decode(value));
            }
        } catch (MalformedRecordException e) {
            LOG.warn("A record of {} is skipped: {}", record.topic(), e.getMessage());
        }
    }

    private void hear(RunCommand command) {
        switch (command.kind()) {
            case START -> LOG.debug("Run {} is started by whoever claims it", command.runId());
            case STOP -> simulator.stop(command.runId());
            default -> simulator.obey(command);
        }
    }
}
