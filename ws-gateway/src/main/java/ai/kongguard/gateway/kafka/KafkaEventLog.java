package ai.kongguard.gateway.kafka;

import ai.kongguard.gateway.events.EventLog;
import ai.kongguard.gateway.events.EventLogUnavailableException;
import ai.kongguard.gateway.events.EventQuery;
import ai.kongguard.gateway.events.FoundEvent;
import ai.kongguard.kafka.BoundedConsumer;
import ai.kongguard.kafka.KafkaAccess;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;

/** Finds events in Kafka without any index, each with a consumer of its own and no group. Thread-safe. */
public final class KafkaEventLog implements EventLog {

    private static final int PAGE = 2_000;

    private final Map<String, Object> config;
    private final EventReading.Bounds bounds;
    private final String trafficTopic;
    private final String verdictTopic;

    /**
     * Of these topics, by their full names.
     *
     * @param maxRecords of each topic that are looked at in one go
     * @param timeout of one look-up
     */
    public KafkaEventLog(
            KafkaAccess kafka, String trafficTopic, String verdictTopic, long maxRecords, Duration timeout) {
        this.trafficTopic = trafficTopic;
        this.verdictTopic = verdictTopic;
        this.bounds = new EventReading.Bounds(maxRecords, timeout);
        int patience = Math.toIntExact(timeout.toMillis());
        config = kafka.consumerConfig("gateway-event");
        // A look-up that may read little must not be given more at once.
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.toIntExact(Math.min(maxRecords, PAGE)));
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    }

    @Override
    public FoundEvent find(EventQuery query) {
        try (Consumer<String, byte[]> consumer = new BoundedConsumer<>(config)) {
            return new EventReading(consumer, trafficTopic, verdictTopic, query, bounds).find();
        } catch (KafkaException e) {
            throw new EventLogUnavailableException(e);
        }
    }
}
