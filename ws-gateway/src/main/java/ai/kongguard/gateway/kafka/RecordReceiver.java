package ai.kongguard.gateway.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a {@link TopicReader} reads for. Called by its thread only. */
public interface RecordReceiver {

    /**
     * Takes one committed record, whose key may be null and whose value is null for a tombstone; a value that is no record
     * is counted, not thrown.
     *
     * @param live whether it was written after the reader started
     * @throws InterruptedException if the thread was told to stop while it waited for room
     */
    void receive(ConsumerRecord<String, byte[]> record, boolean live) throws InterruptedException;

    /**
     * The reader stands at these offsets, having taken in what lies before them, back to where it began; called when it
     * begins and after each batch.
     */
    default void reached(Map<TopicPartition, Long> next) throws InterruptedException {}

    /** Whether the end of the topic, now that it was reached, held what is needed; else all of it is read. */
    default boolean isSatisfied() {
        return true;
    }
}
