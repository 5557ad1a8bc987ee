package ai.kongguard.replay.record;

import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.RecordingFile;
import ai.kongguard.recording.RecordingWriter;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Reads what is ordered from Kafka into a recording, merged over partitions and topics by time. Used once, by one thread. */
public final class Recorder {

    private static final int PROGRESS_EVERY = 1_000;

    /** What a followed topic may lose when the process is killed. */
    private static final long FLUSH_NANOS = 10_000_000_000L;

    /** An event reaches its topic so much later than it happened; its verdict too. */
    private static final Duration LATENESS = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final RecordOrder order;
    private final InstantSource clock;
    private final @Nullable Anonymiser anonymiser;

    /** @param clientConfig Kafka client settings, at least {@code bootstrap.servers} */
    public Recorder(Map<String, Object> clientConfig, RecordOrder order, InstantSource clock) {
        this.cluster = new Cluster(clientConfig, order.topicPrefix());
        this.order = order;
        this.clock = clock;
        this.anonymiser = order.anonymise() ? new Anonymiser(new SecureRandom()) : null;
    }

    /** Opens what is written to; a file is not touched before the topics were found. */
    public interface Target {
        RecordingFile open(Manifest manifest) throws IOException;
    }

    /**
     * Records until all is read, a bound is reached, or it shall stop; the recording is complete in each case.
     *
     * @param createdBy program and release
     * @param progress told every thousand records and at the end
     * @return the last progress
     * @throws IllegalArgumentException when a topic, an incident or a broker is not there
     * @throws IOException when the recording cannot be written
     */
    public RecordProgress record(
            String createdBy, Target target, Consumer<RecordProgress> progress, BooleanSupplier stop)
            throws IOException {
        Incidents.@Nullable Found incident =
                order.incident() == null ? null : new Incidents(cluster).find(order.incident(), stop);
        List<TopicSpec> topics = order.verdicts() ? List.of(Topics.TRAFFIC, Topics.VERDICTS) : List.of(Topics.TRAFFIC);
        try (org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer = cluster.consumer()) {
            Map<TopicPartition, OffsetRange> ranges = ranges(consumer, topics, incident);
            long total = order.follow()
                    ? 0
                    : ranges.values().stream()
                            .mapToLong(range -> range.to() - range.from())
                            .sum();
            Manifest manifest = new Manifest(
                    Manifest.VERSION,
                    clock.instant(),
                    createdBy,
                    "kafka",
                    topics.stream().map(TopicSpec::name).toList(),
                    order.described(),
                    order.anonymise());
            try (RecordingFile file = target.open(manifest)) {
                MergedTopics merged = cluster.read(consumer, ranges, System::nanoTime);
                long read = copy(merged, new Selection(order, incident), file.writer(), total, progress, stopped(stop));
                file.complete();
                RecordProgress end = new RecordProgress(
                        read, file.writer().records(), file.writer().bytes(), total);
                progress.accept(end);
                return end;
            }
        }
    }

    /** How many records were looked at. */
    private long copy(
            MergedTopics merged,
            Selection selection,
            RecordingWriter writer,
            long total,
            Consumer<RecordProgress> progress,
            BooleanSupplier stop)
            throws IOException {
        long read = 0;
        long flushedAt = System.nanoTime();
        while (writer.records() < order.maxRecords() && writer.bytes() < order.maxBytes()) {
            ConsumerRecord<byte[], byte[]> record = merged.next(stop);
            if (record == null) {
                break;
            }
            boolean verdict = record.topic().equals(cluster.topic(Topics.VERDICTS));
            if (selection.includes(record, verdict)) {
                RecordedRecord recorded = recorded(record);
                writer.write(anonymiser == null ? recorded : anonymiser.anonymised(recorded));
            }
            read++;
            if (order.follow() && System.nanoTime() - flushedAt > FLUSH_NANOS) {
                writer.flush();
                flushedAt = System.nanoTime();
            }
            if (read % PROGRESS_EVERY == 0) {
                progress.accept(new RecordProgress(read, writer.records(), writer.bytes(), total));
            }
        }
        return read;
    }

    /** A followed topic has no end of its own; time may have. */
    private BooleanSupplier stopped(BooleanSupplier stop) {
        Instant to = order.to();
        return order.follow() && to != null
                ? () -> stop.getAsBoolean() || clock.instant().isAfter(to.plus(LATENESS))
                : stop;
    }

    private Map<TopicPartition, OffsetRange> ranges(
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
            List<TopicSpec> topics,
            Incidents.@Nullable Found incident) {
        Long from = order.from() == null ? null : (Long) order.from().toEpochMilli();
        if (incident != null) {
            from = Math.max(incident.fromMs(), from == null ? Long.MIN_VALUE : from);
        }
        Map<TopicPartition, OffsetRange> ranges = new LinkedHashMap<>();
        for (TopicSpec topic : topics) {
            if (order.follow()) {
                long now = clock.millis();
                ranges.putAll(cluster.followed(consumer, topic, from == null ? (Long) now : from));
            } else {
                ranges.putAll(cluster.ranges(consumer, topic, from));
            }
        }
        return order.offsets().isEmpty() ? ranges : narrowed(ranges);
    }

    /** Offsets are those of traffic; of its verdicts only the partition is known. */
    private Map<TopicPartition, OffsetRange> narrowed(Map<TopicPartition, OffsetRange> ranges) {
        String traffic = cluster.topic(Topics.TRAFFIC);
        Map<TopicPartition, OffsetRange> narrowed = new LinkedHashMap<>();
        ranges.forEach((partition, range) -> {
            OffsetRange wanted = order.offsets().get(partition.partition());
            boolean all = !partition.topic().equals(traffic);
            if (wanted == null || (!all && (range.to() <= wanted.from() || wanted.to() <= range.from()))) {
                return;
            }
            long from = all ? range.from() : Math.max(range.from(), wanted.from());
            narrowed.put(partition, new OffsetRange(from, all ? range.to() : Math.min(range.to(), wanted.to())));
        });
        return narrowed;
    }

    private RecordedRecord recorded(ConsumerRecord<byte[], byte[]> record) {
        List<RecordedHeader> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new RecordedHeader(header.key(), header.value()));
        }
        return new RecordedRecord(
                record.topic().substring(order.topicPrefix().length()),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType() == TimestampType.LOG_APPEND_TIME,
                record.key(),
                record.value(),
                headers);
    }
}
