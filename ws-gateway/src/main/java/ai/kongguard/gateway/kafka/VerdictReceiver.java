package ai.kongguard.gateway.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.GatewayMeters;
import ai.kongguard.gateway.FeedQueue;
import ai.kongguard.gateway.VerdictHistory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts verdicts from before the start into the history, and those that come into the feed. */
public final class VerdictReceiver implements RecordReceiver {

    private final VerdictHistory history;
    private final FeedQueue<Verdict> feed;
    private final GatewayMeters meters;

    public VerdictReceiver(VerdictHistory history, FeedQueue<Verdict> feed, GatewayMeters meters) {
        this.history = history;
        this.feed = feed;
        this.meters = meters;
    }

    @Override
    public void receive(ConsumerRecord<String, byte[]> record, boolean live) throws InterruptedException {
        byte[] value = record.value();
        Verdict verdict;
        try {
            verdict = RecordCodec.VERDICT.decode(value);
        } catch (MalformedRecordException e) {
            meters.consumed();
            meters.malformed();
            return;
        }
        if (!live) {
            meters.consumed();
            meters.history();
            history.add(verdict);
        } else if (feed.put(verdict)) {
            meters.consumed();
        }
    }
}
