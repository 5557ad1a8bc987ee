package ai.kongguard.replay.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.Action;
import ai.kongguard.event.Incident;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Skeleton;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds the events behind an incident, which names only some of them: the alerts of its client or payload in its span. */
final class Incidents {

    /** More events cannot be selected one by one; record the span instead. */
    static final int MAX_EVENTS = 500_000;

    private final Cluster cluster;

    Incidents(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * What is behind an incident.
     *
     * @param fromMs event time of its first alert
     * @param toMs event time of its last
     * @param eventIds of its alerts
     */
    record Found(long fromMs, long toMs, Set<String> eventIds) {}

    /** @throws IllegalArgumentException when there is no such incident, or it is too large */
    Found find(String id, BooleanSupplier stop) {
        Incident incident = incident(id, stop);
        long from = incident.firstSeen().toEpochMilli();
        long to = incident.lastSeen().toEpochMilli();
        Set<String> events = new HashSet<>(incident.eventIds());
        try (Consumer<byte[], byte[]> consumer = cluster.consumer()) {
            MergedTopics verdicts = read(consumer, cluster.ranges(consumer, Topics.VERDICTS, from));
            for (var record = verdicts.next(stop); record != null; record = verdicts.next(stop)) {
                Verdict verdict = record.timestamp() < from || record.timestamp() > to ? null : verdict(record);
                if (verdict != null && isAlert(verdict, incident)) {
                    events.add(verdict.eventId());
                }
                if (events.size() > MAX_EVENTS) {
                    throw new IllegalArgumentException("incident " + id + " has more than " + MAX_EVENTS
                            + " events: record its span, from " + incident.firstSeen() + " to " + incident.lastSeen());
                }
            }
        }
        return new Found(from, to, events);
    }

    private Incident incident(String id, BooleanSupplier stop) {
        byte[] key = id.getBytes(UTF_8);
        ConsumerRecord<byte[], byte[]> newest = null;
        try (Consumer<byte[], byte[]> consumer = cluster.consumer()) {
            MergedTopics incidents = read(consumer, cluster.ranges(consumer, Topics.INCIDENTS, null));
            for (var record = incidents.next(stop); record != null; record = incidents.next(stop)) {
                newest = Arrays.equals(key, record.key()) ? record : newest;
            }
        }
        if (newest == null) {
            throw new IllegalArgumentException("There is no incident " + id);
        }
        if (newest.value() == null) {
            throw new IllegalArgumentException("Incident " + id + " became part of another one");
        }
        return RecordCodec.INCIDENT.decode(newest.value());
    }

    private MergedTopics read(Consumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetRange> ranges) {
        return cluster.read(consumer, ranges, System::nanoTime);
    }

    private static boolean isAlert(Verdict verdict, Incident incident) {
        return verdict.action() != Action.ALLOW
                && (incident.kind() == Incident.Kind.SOURCE
                        ? verdict.clientIp().equals(incident.campaign())
                        : Skeleton.of(verdict.findings()).equals(incident.campaign()));
    }

    private static @Nullable Verdict verdict(ConsumerRecord<byte[], byte[]> record) {
        try {
            return RecordCodec.VERDICT.decode(record.value());
        } catch (MalformedRecordException e) {
            // Nobody counted it as an alert either.
            return null;
        }
    }
}
