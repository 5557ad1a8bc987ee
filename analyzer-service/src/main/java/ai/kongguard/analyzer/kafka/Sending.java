package ai.kongguard.analyzer.kafka;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends a record and tells when it is stored. */
final class Sending {

    private Sending() {}

    static CompletableFuture<Void> stored(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        try {
            var unused = producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    stored.complete(null);
                } else {
                    stored.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            stored.completeExceptionally(e);
        }
        return stored;
    }
}
