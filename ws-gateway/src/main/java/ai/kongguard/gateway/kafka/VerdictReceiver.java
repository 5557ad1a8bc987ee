package ai.kongguard.gateway.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.FeedQueue;
import ai.kongguard.gateway.GatewayMeters;
import ai.kongguard.gateway.VerdictHistory;
import ai.kongguard.gateway.stream.Arrival;
import ai.kongguard.gateway.stream.Cursor;
import ai.kongguard.gateway.stream.PositionedVerdict;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts verdicts from before the start into the history and the memory of the stream, and tells of those that come before
 * they go into both feeds.
 */
public final class VerdictReceiver implements RecordReceiver {

    private final VerdictHistory history;
    private final FeedQueue<Verdict> feed;
    private final FeedQueue<Arrival> stream;
    private final Consumer<Verdict> arrivals;
    private final GatewayMeters meters;
    private Map<TopicPartition, Long> reached = Map.of();

    /** {@code arrivals} is told of each verdict that comes, at once: the feeds may have to wait for room. */
    public VerdictReceiver(
            VerdictHistory history,
            FeedQueue<Verdict> feed,
            FeedQueue<Arrival> stream,
            Consumer<Verdict> arrivals,
            GatewayMeters meters) {
        this.history = history;
        this.feed = feed;
        this.stream = stream;
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
        if (live) {
            arrivals.accept(verdict);
        }
        // A feed that is closed takes nothing: this gateway stops.
        var unused = stream.put(new PositionedVerdict(record.partition(), record.offset(), verdict));
        if (!live) {
            meters.consumed();
            meters.history();
            history.add(verdict);
        } else if (feed.put(verdict)) {
            meters.consumed();
        }
    }

    /** Only the stream has cursors; transaction markers move them too. */
    @Override
    public void reached(Map<TopicPartition, Long> next) throws InterruptedException {
        if (!next.equals(reached)) {
            reached = Map.copyOf(next);
            Map<Integer, Long> offsets = new HashMap<>();
            next.forEach((partition, offset) -> offsets.put(partition.partition(), offset));
            var unused = stream.put(Cursor.of(offsets));
        }
    }
}
