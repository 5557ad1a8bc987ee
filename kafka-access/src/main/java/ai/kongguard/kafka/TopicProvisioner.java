package ai.kongguard.kafka;

import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that the topics of a service exist and that it may use them, before its clients start. Only topics that
 * are missing are created, so that a service needs no right to create any once they are there; those that exist are
 * left as they are. Waits for a broker for a bounded time, so that containers may start in any order. Not while beans
 * are made, but when the context starts: an image is built by making them where there is no broker.
 */
public final class TopicProvisioner implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final Duration COMPACTED_SEGMENT = Duration.ofMinutes(10);

    private final KafkaAccess kafka;
    private final List<TopicSpec> topics;
    private final TopicRights rights;
    private volatile boolean created;

    /** Of a service that reads and writes these. */
    public TopicProvisioner(KafkaAccess kafka, List<TopicSpec> read, List<TopicSpec> written) {
        this(
                kafka,
                Stream.concat(read.stream(), written.stream()).distinct().toList(),
                new TopicRights(kafka).need(AclOperation.READ, read).need(AclOperation.WRITE, written));
    }

    private TopicProvisioner(KafkaAccess kafka, List<TopicSpec> topics, TopicRights rights) {
        this.kafka = kafka;
        this.topics = topics;
        this.rights = rights;
    }

    /** Of whoever creates all topics, so that the services need not, and neither reads nor writes any. */
    public static TopicProvisioner ofAll(KafkaAccess kafka) {
        TopicRights rights = new TopicRights(kafka).need(AclOperation.DESCRIBE, Topics.all());
        return new TopicProvisioner(kafka, Topics.all(), rights);
    }

    @Override
    public void start() {
        Map<String, Object> config = kafka.adminConfig("topic-provisioner");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        try (Admin admin = Admin.create(config)) {
            Set<String> missing = rights.missing(admin, rights.topics());
            if (!missing.isEmpty()) {
                Map<TopicPartition, OffsetSpec> ends = create(admin, missing);
                // In this order: Kafka writes an error to the log for each topic whose leader is asked for too early.
                awaitRights(admin, missing);
                awaitLeaders(admin, ends);
            }
            created = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailableException(kafka.bootstrapServers(), e);
        }
    }

    private Map<TopicPartition, OffsetSpec> create(Admin admin, Set<String> missing) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        Set<String> refused = new TreeSet<>();
        List<NewTopic> wanted = topics.stream()
                .filter(topic -> missing.contains(kafka.topic(topic)))
                .map(this::newTopic)
                .toList();
        Map<String, KafkaFuture<Void>> answers = admin.createTopics(wanted).values();
        for (NewTopic topic : wanted) {
            try {
                // Not how many partitions it got: who may create a topic may not always see its settings.
                Objects.requireNonNull(answers.get(topic.name())).get();
                for (int partition = 0; partition < topic.numPartitions(); partition++) {
                    ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TopicAuthorizationException) {
                    refused.add(AclOperation.CREATE + " " + topic.name() + ", which does not exist");
                } else if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new BrokerUnavailableException(kafka.bootstrapServers(), e);
                }
            }
        }
        if (!refused.isEmpty()) {
            throw BrokerUnavailableException.lacking(kafka.bootstrapServers(), refused);
        }
        return ends;
    }

    private void awaitRights(Admin admin, Set<String> names) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        // Not every broker knows of a topic at once.
        while (!rights.missing(admin, names).isEmpty() && System.nanoTime() < giveUp) {
            Thread.sleep(PAUSE.toMillis());
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
