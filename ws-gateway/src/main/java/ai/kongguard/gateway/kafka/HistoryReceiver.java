package ai.kongguard.gateway.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.gateway.WindowHistory;
import ai.kongguard.gateway.simulation.RunWindows;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts all windows of the topic into the history, and those of runs where runs are; {@link WindowReceiver} counts them. */
public final class HistoryReceiver implements RecordReceiver {

    private final WindowHistory history;
    private final RunWindows runs;

    public HistoryReceiver(WindowHistory history, RunWindows runs) {
        this.history = history;
        this.runs = runs;
    }

    @Override
    public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        try {
            MetricsWindow window = RecordCodec.METRICS_WINDOW.decode(value);
            if (window.run() != null) {
                runs.add(window);
            } else {
                history.add(window, value);
            }
        } catch (MalformedRecordException e) {
            // The other reader of this topic has counted it.
            return;
        }
    }
}
