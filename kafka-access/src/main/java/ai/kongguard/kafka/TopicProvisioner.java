package ai.kongguard.kafka;

import ai.kongguard.event.TopicSpec;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics a service needs before its clients start; topics that exist are left as they are. Waits for a
 * broker for a bounded time, so that containers may start in any order. Not while beans are made, but when the context
 * starts: an image is built by making them where there is no broker.
 */
public final class TopicProvisioner implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final Duration COMPACTED_SEGMENT = Duration.ofMinutes(10);

    private final KafkaAccess kafka;
    private final List<TopicSpec> topics;
    private volatile boolean created;

    public TopicProvisioner(KafkaAccess kafka, List<TopicSpec> topics) {
        this.kafka = kafka;
        this.topics = List.copyOf(topics);
    }

    @Override
    public void start() {
        Map<String, Object> config = kafka.adminConfig("topic-provisioner");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        try (Admin admin = Admin.create(config)) {
            Collection<NewTopic> wanted = topics.stream().map(this::newTopic).toList();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            CreateTopicsResult answers = admin.createTopics(wanted);
            for (var answer : answers.values().entrySet()) {
                try {
                    answer.getValue().get();
                    int partitions = answers.numPartitions(answer.getKey()).get();
                    for (int partition = 0; partition < partitions; partition++) {
                        ends.put(new TopicPartition(answer.getKey(), partition), OffsetSpec.latest());
                    }
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new BrokerUnavailableException(kafka.bootstrapServers(), e);
                    }
                }
            }
            awaitLeaders(admin, ends);
            created = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailableException(kafka.bootstrapServers(), e);
        }
    }

    /**
     * A leader that is asked for its end is ready to write. Before that it would refuse a producer's first batch, take
     * the second in its stead, and then refuse the first for ever, because its sequence number is in the past.
     */
    private void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> ends) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException e) {
                // Not every broker knows of a topic at once.
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > giveUp) {
                    throw new BrokerUnavailableException(kafka.bootstrapServers(), e);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    @Override
    public void stop() {
        created = false;
    }

    @Override
    public boolean isRunning() {
        return created;
    }

    /** Before all that reads or writes. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private NewTopic newTopic(TopicSpec spec) {
        Map<String, String> config = new HashMap<>();
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, spec.cleanupPolicy());
        if (spec.compact()) {
            // Compaction leaves the newest segment alone, and by default that is a week's.
            config.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(COMPACTED_SEGMENT.toMillis()));
        }
        Duration retention = spec.retention();
        config.put(TopicConfig.RETENTION_MS_CONFIG, retention == null ? "-1" : Long.toString(retention.toMillis()));
        return new NewTopic(
                        kafka.topic(spec),
                        spec.spread() ? kafka.properties().partitions() : 1,
                        kafka.properties().replicationFactor())
                .configs(config);
    }
}
