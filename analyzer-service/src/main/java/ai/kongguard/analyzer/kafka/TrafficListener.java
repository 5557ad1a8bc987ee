package ai.kongguard.analyzer.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.analyzer.AnalyzerMeters;
import ai.kongguard.analyzer.VerdictMaker;
import ai.kongguard.detect.behaviour.PartitionClients;
import ai.kongguard.detect.behaviour.RecentEvents;
import ai.kongguard.event.DeadLetter;
import ai.kongguard.event.Finding;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TrafficEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** With its headers a letter must fit where the record came from: one that did not would come back for ever. */
    private static final int MAX_LETTER = 512 * 1024;

    private final VerdictMaker verdicts;
    private final KafkaOperations<String, byte[]> kafka;
    private final String verdictTopic;
    private final String deadLetterTopic;
    private final RecentEvents recent;
    private final PartitionClients clients;
    private final RecentPast past;
    private final AnalyzerMeters meters;

    public TrafficListener(
            VerdictMaker verdicts,
            KafkaOperations<String, byte[]> kafka,
            String verdictTopic,
            String deadLetterTopic,
            int recentEvents,
            PartitionClients clients,
            RecentPast past,
            AnalyzerMeters meters) {
        this.verdicts = verdicts;
        this.kafka = kafka;
        this.verdictTopic = verdictTopic;
        this.deadLetterTopic = deadLetterTopic;
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
        for (ConsumerRecord<String, byte[]> record : records) {
            byte[] verdict;
            try {
                TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(record.value());
                if (recent.isDuplicate(record.partition(), record.offset(), event.eventId())) {
                    duplicates++;
                    continue;
                }
                List<Finding> behaviour = clients.observe(record.partition(), record.offset(), event);
                verdict = RecordCodec.VERDICT.encode(verdicts.judge(event, behaviour));
            } catch (MalformedRecordException e) {
                deadLettered++;
                deadLetter(record, e.reason());
                continue;
            } catch (RuntimeException e) {
                LOG.warn("Could not judge {} {}: dead-lettered", record.topic(), position(record), e);
                deadLettered++;
                deadLetter(record, "could not be judged: " + e);
                continue;
            }
            publish(verdict, record);
        }
        reportClients();
        int judged = records.size() - deadLettered - duplicates;
        meters.batch(judged, deadLettered, duplicates, Duration.ofNanos(System.nanoTime() - started));
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
            LOG.debug("Not remembered: {} {}", record.topic(), position(record), e);
        }
    }

    /** The send fails the transaction when it fails, so its future is of no further use. */
    private void publish(byte[] verdict, ConsumerRecord<String, byte[]> event) {
        var unused = kafka.send(new ProducerRecord<>(verdictTopic, null, event.timestamp(), event.key(), verdict));
    }

    private void deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
        byte[] raw = record.value();
        boolean cut = raw != null && raw.length > MAX_LETTER;
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                deadLetterTopic, null, record.timestamp(), record.topic(), cut ? Arrays.copyOf(raw, MAX_LETTER) : raw);
        letter.headers()
                .add(DeadLetter.REASON, reason.getBytes(UTF_8))
                .add(DeadLetter.SOURCE, record.topic().getBytes(UTF_8))
                .add(DeadLetter.POSITION, position(record).getBytes(UTF_8));
        if (cut) {
            letter.headers().add(DeadLetter.TRUNCATED, "true".getBytes(UTF_8));
        }
        var unused = kafka.send(letter);
    }

    private static String position(ConsumerRecord<String, byte[]> record) {
        return record.partition() + "-" + record.offset();
    }
}
