package ai.kongguard.gateway.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.events.EventQuery;
import ai.kongguard.gateway.events.FoundEvent;
import ai.kongguard.gateway.stream.PositionedVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * One search for an event and its verdicts. It begins in the partition of the client's key, at the first record that is
 * not older than the event, which lies at or before the event. A second opinion has the event's time too but is written
 * later, so verdicts are read on to the end. When the key's partition has nothing, because partitions were added since,
 * the others are read too. Used once, by one thread.
 */
final class EventReading {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<String, byte[]> consumer;
    private final String trafficTopic;
    private final String verdictTopic;
    private final EventQuery query;
    private final Bounds bounds;
    private final long deadline;
    private final List<PositionedVerdict> verdicts = new ArrayList<>();
    private FoundEvent.@Nullable Stored stored;
    private long searched;

    /**
     * @param maxRecords of each topic, once for the key's partition and once for the others
     * @param timeout of everything
     */
    record Bounds(long maxRecords, Duration timeout) {}

    EventReading(
            Consumer<String, byte[]> consumer,
            String trafficTopic,
            String verdictTopic,
            EventQuery query,
            Bounds bounds) {
        this.consumer = consumer;
        this.trafficTopic = trafficTopic;
        this.verdictTopic = verdictTopic;
        this.query = query;
        this.bounds = bounds;
        this.deadline = System.nanoTime() + bounds.timeout().toNanos();
    }

    FoundEvent find() {
        List<TopicPartition> traffic = keysPartitionFirst(trafficTopic);
        List<TopicPartition> judged = keysPartitionFirst(verdictTopic);
        List<TopicPartition> likely = new ArrayList<>();
        likely.addAll(traffic.subList(0, Math.min(1, traffic.size())));
        likely.addAll(judged.subList(0, Math.min(1, judged.size())));
        boolean complete = read(likely);
        List<TopicPartition> others = new ArrayList<>();
        if (stored == null && traffic.size() > 1) {
            others.addAll(traffic.subList(1, traffic.size()));
        }
        if (verdicts.isEmpty() && judged.size() > 1) {
            others.addAll(judged.subList(1, judged.size()));
        }
        complete &= others.isEmpty() || read(others);
        verdicts.sort(
                Comparator.comparing((PositionedVerdict at) -> at.verdict().tier())
                        .thenComparing(at -> at.verdict().revision())
                        .thenComparing(PositionedVerdict::offset));
        return new FoundEvent(stored, List.copyOf(verdicts), searched, complete);
    }

    /** All partitions of a topic, in front the one that producers choose for the client's key. */
    private List<TopicPartition> keysPartitionFirst(String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(topic, left())
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        if (!partitions.isEmpty()) {
            int hash = Utils.toPositive(Utils.murmur2(query.clientIp().getBytes(UTF_8)));
            int chosen = hash % partitions.size();
            partitions.sort(Comparator.comparing((TopicPartition at) -> at.partition() != chosen)
                    .thenComparing(TopicPartition::partition));
        }
        return partitions;
    }

    /** Whether all was read that may be of use; else a bound ended it. */
    private boolean read(List<TopicPartition> partitions) {
        if (isLate()) {
            return false;
        }
        Map<TopicPartition, Long> unread = seek(partitions);
        Map<String, Long> room =
                new HashMap<>(Map.of(trafficTopic, bounds.maxRecords, verdictTopic, bounds.maxRecords));
        boolean bounded = false;
        while (!unread.isEmpty()) {
            if (isLate()) {
                return false;
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(shorter(POLL, left()))) {
                searched++;
                room.merge(record.topic(), -1L, Long::sum);
                take(record);
            }
            List<TopicPartition> done = new ArrayList<>();
            for (Map.Entry<TopicPartition, Long> at : unread.entrySet()) {
                String topic = at.getKey().topic();
                boolean found = stored != null && topic.equals(trafficTopic);
                boolean read = found || consumer.position(at.getKey(), POLL) >= at.getValue();
                boolean full = room.getOrDefault(topic, 0L) <= 0;
                bounded |= full && !read;
                if (read || full) {
                    done.add(at.getKey());
                }
            }
            done.forEach(unread::remove);
            consumer.pause(done);
        }
        return !bounded;
    }

    /** Goes to where the event may begin; the ends up to which there is something to read. */
    private Map<TopicPartition, Long> seek(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(at -> times.put(at, query.observedAt().toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times, left());
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, left());
        Map<TopicPartition, Long> unread = new HashMap<>();
        starts.forEach((at, start) -> {
            if (start != null && start.offset() < ends.getOrDefault(at, 0L)) {
                unread.put(at, ends.getOrDefault(at, 0L));
            }
        });
        consumer.assign(unread.keySet());
        starts.forEach((at, start) -> {
            if (unread.containsKey(at)) {
                consumer.seek(at, start.offset());
            }
        });
        return unread;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (!query.clientIp().equals(record.key())) {
            return;
        }
        byte[] value = record.value();
        try {
            if (record.topic().equals(verdictTopic)) {
                Verdict verdict = RecordCodec.VERDICT.decode(value);
                if (verdict.eventId().equals(query.eventId())) {
                    verdicts.add(new PositionedVerdict(record.partition(), record.offset(), verdict));
                }
            } else if (stored == null) {
                TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(value);
                if (event.eventId().equals(query.eventId())) {
                    stored = new FoundEvent.Stored(
                            event, record.topic(), record.partition(), record.offset(), truth(record));
                }
            }
        } catch (MalformedRecordException e) {
            // No record to anybody: analyzers dead-letter it, and the reader of the live feed counts it.
            return;
        }
    }

    private static FoundEvent.@Nullable Truth truth(ConsumerRecord<String, byte[]> record) {
        String label = header(record, GroundTruth.LABEL);
        return label == null
                ? null
                : new FoundEvent.Truth(label, header(record, GroundTruth.TYPE), header(record, GroundTruth.RUN_ID));
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, GroundTruth name) {
        Header header = record.headers().lastHeader(name.header());
        byte[] value = header == null ? null : header.value();
        return value == null ? null : new String(value, UTF_8);
    }

    private boolean isLate() {
        return System.nanoTime() - deadline >= 0;
    }

    /** At least a moment: without any, Kafka's clients would not even look. */
    private Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
