package ai.kongguard.gateway.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.GatewayMeters;
import ai.kongguard.gateway.VerdictFeed;
import ai.kongguard.gateway.VerdictHistory;
import ai.kongguard.gateway.simulation.AwaitedVerdicts;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts verdicts from before the start into the history, and those that come into the feed, once who waits for one has it. */
public final class VerdictReceiver implements RecordReceiver {

    private final VerdictHistory history;
    private final VerdictFeed feed;
    private final AwaitedVerdicts awaited;
    private final GatewayMeters meters;

    public VerdictReceiver(VerdictHistory history, VerdictFeed feed, AwaitedVerdicts awaited, GatewayMeters meters) {
        this.history = history;
        this.feed = feed;
        this.awaited = awaited;
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
        // Before the feed, which may be full.
        awaited.judged(verdict);
        if (feed.put(verdict)) {
            meters.consumed();
        }
    }
}
