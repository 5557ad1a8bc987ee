package ai.kongguard.gateway.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.GatewayMeters;
import ai.kongguard.gateway.VerdictFeed;
import ai.kongguard.gateway.VerdictHistory;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts verdicts from before the start into the history, and tells of those that come before they go into the feed. */
public final class VerdictReceiver implements RecordReceiver {

    private final VerdictHistory history;
    private final VerdictFeed feed;
    private final Consumer<Verdict> arrivals;
    private final GatewayMeters meters;

    /** {@code arrivals} is told of each verdict that comes, at once: the feed may have to wait for room. */
    public VerdictReceiver(VerdictHistory history, VerdictFeed feed, Consumer<Verdict> arrivals, GatewayMeters meters) {
        this.history = history;
        this.feed = feed;
        this.arrivals = arrivals;
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
            return;
        }
        arrivals.accept(verdict);
        if (feed.put(verdict)) {
            meters.consumed();
        }
    }
}
