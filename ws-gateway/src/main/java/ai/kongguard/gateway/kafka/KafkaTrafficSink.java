package ai.kongguard.gateway.kafka;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.gateway.analysis.TrafficSink;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Events to the traffic topic, by client. Waits for nothing but, at most as long as the producer may, metadata. */
public final class KafkaTrafficSink implements TrafficSink, AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final String topic;

    /** Owns {@code producer}. */
    public KafkaTrafficSink(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    @Override
    public CompletableFuture<Void> publish(TrafficEvent event) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        try {
            var unused = producer.send(
                    new ProducerRecord<>(
                            topic,
                            null,
                            event.observedAt().toEpochMilli(),
                            event.clientIp(),
                            RecordCodec.TRAFFIC_EVENT.encode(event)),
                    (metadata, failure) -> {
                        if (failure == null) {
                            stored.complete(null);
                        } else {
                            stored.completeExceptionally(failure);
                        }
                    });
        } catch (KafkaException e) {
            stored.completeExceptionally(e);
        }
        return stored;
    }

    @Override
    public void close() {
        producer.close();
    }
}
