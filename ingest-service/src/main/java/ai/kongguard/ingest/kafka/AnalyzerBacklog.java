package ai.kongguard.ingest.kafka;

import ai.kongguard.ingest.simulation.Backlog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The consumer lag of each tier's analyzers, in offsets. */
public final class AnalyzerBacklog implements Backlog, AutoCloseable {

    private static final long PATIENCE_MILLIS = 500;

    private final Admin admin;
    private final String topic;
    private final UnaryOperator<String> groups;

    /** {@code groups} gives a tier's consumer group. */
    public AnalyzerBacklog(Admin admin, String topic, UnaryOperator<String> groups) {
        this.admin = admin;
        this.topic = topic;
        this.groups = groups;
    }

    @Override
    public OptionalLong of(String tier) {
        try {
            String group = groups.apply(tier);
            Map<TopicPartition, Long> committed = new HashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .forEach((partition, offset) -> add(committed, partition, offset));
            if (committed.isEmpty()) {
                return OptionalLong.empty();
            }
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            committed.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
            long waiting = 0;
            for (var end : admin.listOffsets(ends)
                    .all()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .entrySet()) {
                waiting += Math.max(0, end.getValue().offset() - committed.getOrDefault(end.getKey(), 0L));
            }
            return OptionalLong.of(waiting);
        } catch (ExecutionException | TimeoutException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private void add(Map<TopicPartition, Long> committed, TopicPartition partition, OffsetAndMetadata offset) {
        if (offset != null && partition.topic().equals(topic)) {
            committed.put(partition, offset.offset());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
