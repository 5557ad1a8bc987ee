package ai.kongguard.analyzer.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.Escalation;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Verdict;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Writes revisions beside the verdicts that they revise: same key, same time. It can tell afterwards which were written,
 * by reading the verdicts again. Thread-safe.
 */
public final class Revisions {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Producer<String, byte[]> producer;
    private final Supplier<KafkaConsumer<String, byte[]>> consumers;
    private final String topic;

    /**
     * @param consumers make consumers without a group, of uncommitted records too: a revision, which is written without
     *     a transaction, may lie behind one that is still open
     * @param topic by its full name
     */
    public Revisions(
            Producer<String, byte[]> producer, Supplier<KafkaConsumer<String, byte[]>> consumers, String topic) {
        this.producer = producer;
        this.consumers = consumers;
        this.topic = topic;
    }

    /** What names a revision. */
    record Id(String eventId, String tier, int revision) {

        static Id of(Verdict verdict) {
            return new Id(verdict.eventId(), verdict.tier(), verdict.revision());
        }

        static Id after(Verdict verdict) {
            return new Id(verdict.eventId(), verdict.tier(), verdict.revision() + 1);
        }
    }

    CompletableFuture<Void> write(Verdict revision) {
        return Sending.stored(
                producer,
                new ProducerRecord<>(
                        topic,
                        null,
                        revision.observedAt().toEpochMilli(),
                        revision.clientIp(),
                        RecordCodec.VERDICT.encode(revision)));
    }

    /**
     * Those of the revisions of these escalations that are there: looked for in the partition of the client, from the
     * event's time on, which a revision has too, to the end.
     */
    Set<Id> written(Collection<Escalation> escalations) {
        try (KafkaConsumer<String, byte[]> consumer = consumers.get()) {
            int partitions = consumer.partitionsFor(topic, TIMEOUT).size();
            Map<TopicPartition, Long> since = new HashMap<>();
            Set<Id> wanted = new HashSet<>();
            for (Escalation escalation : escalations) {
                Verdict verdict = escalation.verdict();
                wanted.add(Id.after(verdict));
                int chosen = Utils.toPositive(Utils.murmur2(verdict.clientIp().getBytes(UTF_8))) % partitions;
                since.merge(
                        new TopicPartition(topic, chosen), verdict.observedAt().toEpochMilli(), Math::min);
            }
            Set<Id> found = new HashSet<>();
            Map<TopicPartition, Long> ends = seek(consumer, since);
            while (ends.entrySet().stream().anyMatch(at -> consumer.position(at.getKey(), TIMEOUT) < at.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    Id id = id(record);
                    if (id != null && wanted.contains(id)) {
                        found.add(id);
                    }
                }
            }
            return found;
        }
    }

    private static Map<TopicPartition, Long> seek(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> since) {
        Map<TopicPartition, OffsetAndTimestamp> starts = new HashMap<>(consumer.offsetsForTimes(since, TIMEOUT));
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(since.keySet(), TIMEOUT));
        starts.values().removeIf(start -> start == null);
        ends.keySet().retainAll(starts.keySet());
        consumer.assign(ends.keySet());
        starts.forEach((partition, start) -> consumer.seek(partition, start.offset()));
        return ends;
    }

    private static @Nullable Id id(ConsumerRecord<String, byte[]> record) {
        try {
            return Id.of(RecordCodec.VERDICT.decode(record.value()));
        } catch (MalformedRecordException e) {
            // No verdict to anybody; the reader of the live feed counts it.
            return null;
        }
    }
}
