package ai.kongguard.gateway.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.gateway.WindowHistory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts all windows of the topic into the history; {@link WindowReceiver} counts them. */
public final class HistoryReceiver implements RecordReceiver {

    private final WindowHistory history;

    public HistoryReceiver(WindowHistory history) {
        this.history = history;
    }

    @Override
    public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        try {
            history.add(RecordCodec.METRICS_WINDOW.decode(value), value);
        } catch (MalformedRecordException e) {
            // The other reader of this topic has counted it.
            return;
        }
    }
}
