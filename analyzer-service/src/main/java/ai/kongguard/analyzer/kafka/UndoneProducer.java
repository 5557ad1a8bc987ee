package ai.kongguard.analyzer.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Tells of a fence as of any other failed transaction. A listener container that hears of a fence believes that others own
 * its partitions now, and goes on behind the batch that was undone: nobody would ever judge it. A broker also fences who
 * was silent for longer than a transaction may take, for instance because its coordinator was killed, and then the
 * partitions are still ours. Whether they are is for the group to say, which refuses offsets of those who left it.
 */
final class UndoneProducer extends KafkaProducer<String, byte[]> {

    UndoneProducer(Map<String, Object> config) {
        super(config);
    }

    @Override
    public void beginTransaction() {
        try {
            super.beginTransaction();
        } catch (ProducerFencedException e) {
            throw undone(e);
        }
    }

    @Override
    public void sendOffsetsToTransaction(
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata groupMetadata) {
        try {
            super.sendOffsetsToTransaction(offsets, groupMetadata);
        } catch (ProducerFencedException e) {
            throw undone(e);
        }
    }

    @Override
    public void commitTransaction() {
        try {
            super.commitTransaction();
        } catch (ProducerFencedException e) {
            throw undone(e);
        }
    }

    @Override
    public void abortTransaction() {
        try {
            super.abortTransaction();
        } catch (ProducerFencedException e) {
            throw undone(e);
        }
    }

    private static KafkaException undone(ProducerFencedException fence) {
        return new KafkaException("The broker ended the transaction", fence);
    }
}
