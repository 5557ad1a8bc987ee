package ai.kongguard.gateway.kafka;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunCommand;
import ai.kongguard.gateway.simulation.CommandNotSentException;
import ai.kongguard.gateway.simulation.CommandSink;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Commands to their topic, by run. Thread-safe. */
public final class KafkaCommandSink implements CommandSink, AutoCloseable {

    private static final long PATIENCE_SECONDS = 6;

    private final Producer<String, byte[]> producer;
    private final String topic;

    public KafkaCommandSink(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    @Override
    public void send(RunCommand command) {
        try {
            producer.send(new ProducerRecord<>(
                            topic,
                            null,
                            command.issuedAt().toEpochMilli(),
                            command.key(),
                            RecordCodec.RUN_COMMAND.encode(command)))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new CommandNotSentException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandNotSentException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
