package ai.kongguard.analyzer.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.listener.ContainerProperties.EOSMode;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Goes on where the group's offsets stand after a transaction that failed, or seemed to: a commit whose answer was lost
 * may have counted, and its events would be judged twice. Where the offsets cannot be had in time the batch is judged
 * again, because two verdicts are better than none.
 */
public final class RewindToCommitted implements AfterRollbackProcessor<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(RewindToCommitted.class);

    /** Between attempts at a batch that the broker refuses. */
    private static final long PAUSE_MILLIS = 500;

    private final Duration patience;

    /**
     * @param patience for offsets, longer than a transaction may take: until it ended nobody knows them
     */
    public RewindToCommitted(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void process(
            List<ConsumerRecord<String, byte[]>> records,
            Consumer<String, byte[]> consumer,
            MessageListenerContainer container,
            Exception failure,
            boolean recoverable,
            EOSMode eosMode) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            starts.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
        }
        starts.keySet().retainAll(consumer.assignment());
        Map<TopicPartition, OffsetAndMetadata> committed = committed(consumer, starts.keySet());
        starts.forEach((partition, start) -> {
            OffsetAndMetadata offset = committed.get(partition);
            consumer.seek(partition, offset == null ? start : Math.max(start, offset.offset()));
        });
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(
            Consumer<String, byte[]> consumer, Set<TopicPartition> partitions) {
        try {
            return consumer.committed(partitions, patience);
        } catch (KafkaException e) {
            LOG.warn("The offsets of {} are not known: their batch may get second verdicts", partitions, e);
            return Map.of();
        }
    }
}
