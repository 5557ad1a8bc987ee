package ai.kongguard.replay.play;

import ai.kongguard.recording.RecordedRecord;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What becomes of a recorded record on its way into a topic. One thread. */
public interface Destination {

    /**
     * The record to send; null when this kind is left out.
     *
     * @param loop which time it is played, from 0
     * @param due when it is due
     */
    @Nullable ProducerRecord<byte[], byte[]> of(RecordedRecord record, int loop, Instant due);
}
