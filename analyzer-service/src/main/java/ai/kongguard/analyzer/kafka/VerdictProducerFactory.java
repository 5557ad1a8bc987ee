package ai.kongguard.analyzer.kafka;

import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** Makes producers whose transactions are judged again however they failed. */
public final class VerdictProducerFactory extends DefaultKafkaProducerFactory<String, byte[]> {

    public VerdictProducerFactory(Map<String, Object> config) {
        super(config);
    }

    @Override
    protected Producer<String, byte[]> createRawProducer(Map<String, Object> config) {
        return new UndoneProducer(config);
    }
}
