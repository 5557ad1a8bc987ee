package ai.kongguard.standalone.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import ai.kongguard.kafka.KafkaAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No user may do what the list does not say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {

    private static final Duration POLL = Duration.ofSeconds(10);

    private SecuredBroker broker;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = SecuredBroker.start(folder, "ingest-service");
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    static List<String> users() {
        return SecuredBroker.users();
    }

    @ParameterizedTest
    @MethodSource("users")
    void readsAndWritesTheTopicsOfTheListAndIsRefusedAllOthers(String user) throws Exception {
        KafkaAccess kafka = SecuredBroker.access(broker.password(user));
        int refused = 0;
        Map<String, Object> unregistered = kafka.producerConfig("test");
        // Its registration would be refused to who may write nothing at all, before the topic is looked at.
        unregistered.put("enable.idempotence", false);
        try (Admin admin = Admin.create(kafka.adminConfig("test"));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(unregistered);
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumerConfig("test"))) {
            for (TopicSpec topic : Topics.all()) {
                Set<AclOperation> listed = listed(user, topic);
                assertThat(allowed(admin, kafka.topic(topic)))
                        .as(user + " on " + topic.name())
                        .isEqualTo(listed);
                if (!listed.contains(AclOperation.WRITE)) {
                    assertThatThrownBy(() -> producer.send(new ProducerRecord<>(kafka.topic(topic), new byte[1]))
                                    .get())
                            .as(user + " writes " + topic.name())
                            .hasCauseInstanceOf(TopicAuthorizationException.class);
                    refused++;
                }
                if (!listed.contains(AclOperation.READ)) {
                    assertThatThrownBy(() -> read(consumer, kafka.topic(topic)))
                            .as(user + " reads " + topic.name())
                            .isInstanceOf(TopicAuthorizationException.class);
                    refused++;
                }
            }
            assertThatThrownBy(() -> admin.deleteTopics(List.of(kafka.topic(Topics.TRAFFIC)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
        assertThat(refused).as("refusals of " + user).isGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("users")
    void usesNoGroupAndNoTransactionOfAnother(String user) {
        KafkaAccess kafka = SecuredBroker.access(broker.password(user));
        List<AclRow> others = SecuredBroker.rows()
                .filter(row -> !row.principal().equals(user) && !row.isAbout(ResourceType.TOPIC))
                .filter(row -> !row.operations().equals("Describe"))
                .toList();
        assertThat(others).hasSizeGreaterThan(3);
        for (AclRow row : others) {
            String id = kafka.id(row.names());
            if (row.isAbout(ResourceType.GROUP)) {
                Map<String, Object> config = kafka.consumerConfig("test");
                config.put("group.id", id);
                try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(config)) {
                    TopicPartition partition = new TopicPartition(kafka.topic(Topics.TRAFFIC), 0);
                    assertThatThrownBy(() -> consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0)), POLL))
                            .as(user + " commits for " + id)
                            .isInstanceOf(GroupAuthorizationException.class);
                }
            } else {
                Map<String, Object> config = kafka.transactionalProducerConfig("test");
                config.put("transactional.id", id + "1");
                try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(config)) {
                    assertThatThrownBy(producer::initTransactions)
                            .as(user + " uses " + id)
                            .isInstanceOf(TransactionalIdAuthorizationException.class);
                }
            }
        }
    }

    private static Set<AclOperation> listed(String user, TopicSpec topic) {
        Set<AclOperation> listed = SecuredBroker.rows()
                .filter(row -> row.principal().equals(user) && row.isAbout(ResourceType.TOPIC))
                .filter(row -> row.resourceNames().contains(topic.name()))
                .flatMap(AclRow::granted)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AclOperation.class)));
        if (!listed.isEmpty()) {
            // Kafka lets whoever may do something with a topic ask about it.
            listed.add(AclOperation.DESCRIBE);
        }
        return listed;
    }

    private static Set<AclOperation> allowed(Admin admin, String topic) throws InterruptedException {
        try {
            var described =
                    admin.describeTopics(List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true));
            return described.allTopicNames().get().values().iterator().next().authorizedOperations();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicAuthorizationException.class);
            return Set.of();
        }
    }

    private static void read(KafkaConsumer<?, ?> consumer, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seek(partition, 0);
        consumer.poll(POLL);
    }
}
