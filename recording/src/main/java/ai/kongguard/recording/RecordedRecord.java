package ai.kongguard.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lay in a topic. Its arrays are shared, not to be changed.
 *
 * @param topic without the prefix of the cluster it came from
 * @param partition from 0
 * @param offset from 0
 * @param timestamp epoch milliseconds; -1 when the record had none
 * @param logAppendTime whether the broker set the timestamp, rather than the producer
 * @param key null when it had none
 * @param value null for a tombstone
 * @param headers in their order; may be empty
 */
public record RecordedRecord(
        String topic,
        int partition,
        long offset,
        long timestamp,
        boolean logAppendTime,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<RecordedHeader> headers) {

    /** Not the short form, which loses what is known of arrays that may be null. */
    public RecordedRecord(
            String topic,
            int partition,
            long offset,
            long timestamp,
            boolean logAppendTime,
            byte @Nullable [] key,
            byte @Nullable [] value,
            List<RecordedHeader> headers) {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("topic must not be blank");
        }
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException(
                    "partition and offset must not be negative, were " + partition + " and " + offset);
        }
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.timestamp = timestamp;
        this.logAppendTime = logAppendTime;
        this.key = key;
        this.value = value;
        this.headers = List.copyOf(headers);
    }
}
