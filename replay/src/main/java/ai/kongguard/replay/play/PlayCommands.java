package ai.kongguard.replay.play;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunCommand;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Hears whether anybody asks a replay to stop, as runs of the simulator are asked. Owns the consumer. One thread. */
public final class StopCommands implements AutoCloseable {

    private final Consumer<String, byte[]> consumer;
    private final long runId;

    /** @param topic of commands, with the prefix of the cluster; it has one partition */
    public StopCommands(Consumer<String, byte[]> consumer, String topic, long runId) {
        this.consumer = consumer;
        this.runId = runId;
        List<TopicPartition> only = List.of(new TopicPartition(topic, 0));
        consumer.assign(only);
        consumer.seekToEnd(only);
        // The end is looked up when it is asked for, and must be that of now.
        only.forEach(consumer::position);
    }

    /** Whether it was asked since the last call. */
    public boolean stopAsked() {
        boolean asked = false;
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ZERO)) {
            asked |= isStop(record.value());
        }
        return asked;
    }

    private boolean isStop(byte[] value) {
        try {
            RunCommand command = RecordCodec.RUN_COMMAND.decode(value);
            return command.kind() == RunCommand.Kind.STOP && command.runId() == runId;
        } catch (MalformedRecordException e) {
            // Nobody's command; ingest logs it.
            return false;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
