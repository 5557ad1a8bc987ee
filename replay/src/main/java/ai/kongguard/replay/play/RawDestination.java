package ai.kongguard.replay.play;

import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The topics of the recording, each with a prefix: bytes, headers, partitions and timestamps stay as they were. A record
 * that had no timestamp gets the present one, since Kafka takes none without.
 */
public final class RawDestination implements Destination {

    private final String prefix;

    /** @param prefix may be empty */
    public RawDestination(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public ProducerRecord<byte[], byte[]> of(RecordedRecord record, int loop, Instant due) {
        Long timestamp = record.timestamp() < 0 ? null : record.timestamp();
        ProducerRecord<byte[], byte[]> raw = record(prefix + record.topic(), record.partition(), timestamp, record);
        for (RecordedHeader header : record.headers()) {
            raw.headers().add(header.name(), header.value());
        }
        return raw;
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, int partition, @Nullable Long timestamp, RecordedRecord record) {
        return new ProducerRecord<>(topic, partition, timestamp, record.key(), record.value());
    }
}
