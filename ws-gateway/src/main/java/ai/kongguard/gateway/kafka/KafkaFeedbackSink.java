package ai.kongguard.gateway.kafka;

import ai.kongguard.event.Feedback;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.gateway.FeedbackNotStoredException;
import ai.kongguard.gateway.FeedbackSink;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Feedback to its topic, by event id; waits for the broker. */
public final class KafkaFeedbackSink implements FeedbackSink, AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final Duration patience;

    /** Owns {@code producer}. */
    public KafkaFeedbackSink(Producer<String, byte[]> producer, String topic, Duration patience) {
        this.producer = producer;
        this.topic = topic;
        this.patience = patience;
    }

    @Override
    public void publish(Feedback feedback) {
        try {
            var unused = producer.send(new ProducerRecord<>(
                            topic,
                            null,
                            feedback.givenAt().toEpochMilli(),
                            feedback.eventId(),
                            RecordCodec.FEEDBACK.encode(feedback)))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new FeedbackNotStoredException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedbackNotStoredException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
