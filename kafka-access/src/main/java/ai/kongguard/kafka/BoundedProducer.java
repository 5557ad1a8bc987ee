package ai.kongguard.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * A producer that is closed within a second, where Kafka's own waits for ever. What was not acknowledged by then has failed,
 * and whoever sent it is told.
 */
public final class BoundedProducer<K, V> extends KafkaProducer<K, V> {

    private static final Duration GOODBYE = Duration.ofSeconds(1);

    public BoundedProducer(Map<String, Object> config) {
        super(config);
    }

    @Override
    public void close() {
        close(GOODBYE);
    }
}
