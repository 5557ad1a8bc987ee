package ai.kongguard.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** A consumer that is closed within a second, where Kafka's own waits half a minute for a broker that does not answer. */
public final class BoundedConsumer<K, V> extends KafkaConsumer<K, V> {

    private static final Duration GOODBYE = Duration.ofSeconds(1);

    public BoundedConsumer(Map<String, Object> config) {
        super(config);
    }

    @Override
    public void close() {
        close(CloseOptions.timeout(GOODBYE));
    }
}
