package ai.kongguard.analyzer.kafka;

import ai.kongguard.analyzer.review.ReviewNotes;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ReviewNote;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes notes onto their topic. */
public final class KafkaReviewNotes implements ReviewNotes {

    private final Producer<String, byte[]> producer;
    private final String topic;

    /** {@code topic} is its full name. The producer is not closed here. */
    public KafkaReviewNotes(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    @Override
    public CompletableFuture<Void> write(ReviewNote note) {
        return Sending.stored(producer, new ProducerRecord<>(topic, note.key(), RecordCodec.REVIEW_NOTE.encode(note)));
    }
}
