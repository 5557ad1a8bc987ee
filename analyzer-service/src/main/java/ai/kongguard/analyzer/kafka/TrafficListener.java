package ai.kongguard.analyzer.kafka;

import ai.kongguard.analyzer.AnalyzerMeters;
import ai.kongguard.analyzer.VerdictMaker;
import ai.kongguard.detect.behaviour.PartitionClients;
import ai.kongguard.detect.behaviour.RecentEvents;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.Finding;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;

/**
 * Judges one batch inside the transaction that the container opened: verdicts, dead letters and consumed offsets
 * become visible together or not at all. Never reads record headers: they may hold ground truth. One instance serves
 * all consumer threads of an analyzer.
 */
public final class TrafficListener implements BatchMessageListener<String, byte[]>, ConsumerSeekAware {

    private static final Logger LOG = LoggerFactory.getLogger(TrafficListener.class);

    private final VerdictMaker verdicts;
    private final KafkaOperations<String, byte[]> kafka;
    private final BiFunction<TrafficEvent, Verdict, Optional<Escalation>> escalations;
    private final Targets topics;
    private final RecentEvents recent;
    private final PartitionClients clients;
    private final RecentPast past;
    private final AnalyzerMeters meters;

    /** Full names of the topics that are written. */
    public record Targets(String verdicts, String escalations, String deadLetters) {}

    /** {@code escalations} tells which verdicts a reviewer is to see; it throws nothing. */
    public TrafficListener(
            VerdictMaker verdicts,
            KafkaOperations<String, byte[]> kafka,
            BiFunction<TrafficEvent, Verdict, Optional<Escalation>> escalations,
            Targets topics,
            int recentEvents,
            PartitionClients clients,
            RecentPast past,
            AnalyzerMeters meters) {
        this.verdicts = verdicts;
        this.kafka = kafka;
        this.escalations = escalations;
        this.topics = topics;
        this.recent = new RecentEvents(recentEvents);
        this.clients = clients;
        this.past = past;
        this.meters = meters;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        long started = System.nanoTime();
        int deadLettered = 0;
        int duplicates = 0;
        int escalated = 0;
        List<Verdict> judged = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            Verdict verdict;
            byte[] encoded;
            Optional<Escalation> escalation;
            try {
                TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(record.value());
                if (recent.isDuplicate(record.partition(), record.offset(), event.eventId())) {
                    duplicates++;
                    continue;
                }
                List<Finding> behaviour = clients.observe(record.partition(), record.offset(), event);
                verdict = verdicts.judge(event, behaviour);
                encoded = RecordCodec.VERDICT.encode(verdict);
                escalation = escalations.apply(event, verdict);
            } catch (MalformedRecordException e) {
                deadLettered++;
                deadLetter(record, e.reason());
                continue;
            } catch (RuntimeException e) {
                LOG.warn("Could not judge {} {}: dead-lettered", record.topic(), DeadLetterRecords.position(record), e);
                deadLettered++;
                deadLetter(record, "could not be judged: " + e);
                continue;
            }
            publish(encoded, record);
            judged.add(verdict);
            if (escalation.isPresent()) {
                escalated++;
                escalate(escalation.get());
            }
        }
        reportClients();
        meters.batch(judged, deadLettered, duplicates, Duration.ofNanos(System.nanoTime() - started));
        meters.escalated(escalated);
    }

    /** Runs before the first record is polled. What is read here was judged before, and is only remembered. */
    @Override
    public void onPartitionsAssigned(
            Map<TopicPartition, Long> assignments, ConsumerSeekAware.ConsumerSeekCallback callback) {
        forget(assignments.keySet());
        past.read(assignments, this::remember);
        reportClients();
    }

    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
        if (partitions != null) {
            forget(partitions);
            reportClients();
        }
    }

    private void reportClients() {
        meters.clients(clients.takeClientsChange(), clients.takeEvicted());
    }

    private void forget(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            recent.forget(partition.partition());
            clients.forget(partition.partition());
        }
    }

    private void remember(ConsumerRecord<String, byte[]> record) {
        try {
            TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(record.value());
            if (!recent.isDuplicate(record.partition(), record.offset(), event.eventId())) {
                var unused = clients.observe(record.partition(), record.offset(), event);
            }
        } catch (RuntimeException e) {
            LOG.debug("Not remembered: {} {}", record.topic(), DeadLetterRecords.position(record), e);
        }
    }

    /** The send fails the transaction when it fails, so its future is of no further use. */
    private void publish(byte[] verdict, ConsumerRecord<String, byte[]> event) {
        var unused = kafka.send(new ProducerRecord<>(topics.verdicts(), null, event.timestamp(), event.key(), verdict));
    }

    /** Its time is ours, so that the topic keeps it long enough whatever the event's clock said. */
    private void escalate(Escalation escalation) {
        var unused = kafka.send(new ProducerRecord<>(
                topics.escalations(), escalation.reviewKey(), RecordCodec.ESCALATION.encode(escalation)));
    }

    private void deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
        var unused = kafka.send(DeadLetterRecords.of(record, reason, topics.deadLetters()));
    }
}
