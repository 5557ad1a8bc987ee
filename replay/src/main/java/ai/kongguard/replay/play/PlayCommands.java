package ai.kongguard.replay.play;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.SeekTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Hears what anybody asks of a replay: to stop, as any run, to pause, to resume, to seek. Owns the consumer. One thread. */
public final class PlayCommands implements AutoCloseable {

    private final Consumer<String, byte[]> consumer;
    private final long runId;

    /** @param topic of commands, with the prefix of the cluster; it has one partition */
    public PlayCommands(Consumer<String, byte[]> consumer, String topic, long runId) {
        this.consumer = consumer;
        this.runId = runId;
        List<TopicPartition> only = List.of(new TopicPartition(topic, 0));
        consumer.assign(only);
        consumer.seekToEnd(only);
        // The end is looked up when it is asked for, and must be that of now.
        only.forEach(consumer::position);
    }

    /** What was asked since the last call, in order. */
    public List<RunCommand> heard() {
        List<RunCommand> heard = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ZERO)) {
            try {
                RunCommand command = RecordCodec.RUN_COMMAND.decode(record.value());
                if (command.runId() == runId && command.kind() != RunCommand.Kind.START) {
                    heard.add(command);
                }
            } catch (MalformedRecordException e) {
                // Nobody's command; ingest logs it.
                continue;
            }
        }
        return heard;
    }

    /**
     * Does it.
     *
     * @throws IllegalArgumentException when this recording cannot be sought in so
     */
    public static void obey(Player player, RunCommand command) {
        switch (command.kind()) {
            case STOP -> player.stop();
            case PAUSE -> player.pause();
            case RESUME -> player.resume();
            case SEEK -> seek(player, Objects.requireNonNull(command.seek()));
            case START -> throw new IllegalArgumentException("a replay is started once");
        }
    }

    private static void seek(Player player, SeekTarget target) {
        if (target.time() != null) {
            player.seek(target.time());
        } else if (target.share() != null) {
            player.seek(target.share().doubleValue());
        } else {
            player.seekBy(Duration.ofMillis(Objects.requireNonNull(target.byMs())));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
