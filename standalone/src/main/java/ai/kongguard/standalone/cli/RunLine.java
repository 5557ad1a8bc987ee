package ai.kongguard.standalone.cli;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.Topics;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.replay.play.PlayCommands;
import ai.kongguard.replay.play.PlayProgress;
import ai.kongguard.replay.play.ReplayRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the system about a replay, once a second, and hears what is asked of it. One thread. */
interface RunLine extends AutoCloseable {

    /** Tells how it goes if that is due; what somebody asks of it, in order. */
    List<RunCommand> tell(PlayProgress progress, Instant now);

    /** Tells how it ended. */
    void end(PlayProgress last, Instant now);

    @Override
    void close();

    /** For a replay that the system does not know of. */
    static RunLine silent() {
        return new RunLine() {
            @Override
            public List<RunCommand> tell(PlayProgress progress, Instant now) {
                return List.of();
            }

            @Override
            public void end(PlayProgress last, Instant now) {}

            @Override
            public void close() {}
        };
    }

    /** For a run of the system at this cluster. */
    static RunLine open(KafkaAccess kafka, ReplayRun run, long runId) {
        return new ToTopics(
                run,
                kafka.topic(Topics.RUNS),
                new KafkaProducer<>(kafka.producerConfig("replay-status")),
                new PlayCommands(
                        new KafkaConsumer<>(kafka.consumerConfig("replay-stop")), kafka.topic(Topics.COMMANDS), runId));
    }

    /** The line that {@link #open} opens. */
    final class ToTopics implements RunLine {

        private static final Logger LOG = LoggerFactory.getLogger(RunLine.class);
        private static final Duration PERIOD = Duration.ofSeconds(1);

        private final ReplayRun run;
        private final String topic;
        private final KafkaProducer<String, byte[]> producer;
        private final PlayCommands commands;
        private @Nullable Instant told;

        ToTopics(ReplayRun run, String topic, KafkaProducer<String, byte[]> producer, PlayCommands commands) {
            this.run = run;
            this.topic = topic;
            this.producer = producer;
            this.commands = commands;
        }

        @Override
        public List<RunCommand> tell(PlayProgress progress, Instant now) {
            if (!progress.state().isEnd() && (told == null || !told.plus(PERIOD).isAfter(now))) {
                told = now;
                publish(run.status(progress, now));
            }
            return commands.heard();
        }

        @Override
        public void end(PlayProgress last, Instant now) {
            publish(run.status(last, now));
            producer.flush();
        }

        @Override
        public void close() {
            commands.close();
            producer.close();
        }

        private void publish(RunStatus status) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    topic, null, status.at().toEpochMilli(), status.key(), RecordCodec.RUN_STATUS.encode(status));
            var unused = producer.send(record, (metadata, exception) -> {
                if (exception != null) {
                    LOG.warn("The status of run {} could not be told: {}", status.runId(), exception.toString());
                }
            });
        }
    }
}
