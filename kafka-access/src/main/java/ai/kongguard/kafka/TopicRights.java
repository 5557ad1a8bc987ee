package ai.kongguard.kafka;

import ai.kongguard.event.TopicSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What a service does with its topics, by their full names. Asked for once, before it begins: a right that lacks would
 * else show as a stream of refusals, or as silence. A cluster without an authorizer allows everything.
 */
final class TopicRights {

    private final KafkaAccess kafka;
    private final Map<String, Set<AclOperation>> needed = new TreeMap<>();

    TopicRights(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    TopicRights need(AclOperation operation, List<TopicSpec> topics) {
        topics.forEach(topic -> needed.computeIfAbsent(kafka.topic(topic), name -> new TreeSet<>())
                .add(operation));
        return this;
    }

    Set<String> topics() {
        return needed.keySet();
    }

    /**
     * Those of {@code names} that do not exist.
     *
     * @throws BrokerUnavailableException if our user lacks a right on one that does, or nobody answers
     */
    Set<String> missing(Admin admin, Set<String> names) throws InterruptedException {
        Set<String> missing = new TreeSet<>();
        Set<String> lacking = new TreeSet<>();
        var answers = admin.describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true));
        for (var answer : answers.topicNameValues().entrySet()) {
            String name = answer.getKey();
            Set<AclOperation> operations = needed.getOrDefault(name, Set.of());
            try {
                Set<AclOperation> allowed = get(answer.getValue()).authorizedOperations();
                operations.stream()
                        .filter(operation -> allowed != null && !allowed.contains(operation))
                        .forEach(operation -> lacking.add(operation + " " + name));
            } catch (UnknownTopicOrPartitionException e) {
                missing.add(name);
            } catch (TopicAuthorizationException e) {
                operations.forEach(operation -> lacking.add(operation + " " + name));
            }
        }
        if (!lacking.isEmpty()) {
            throw BrokerUnavailableException.lacking(kafka.bootstrapServers(), lacking);
        }
        return missing;
    }

    private <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException unknown) {
                throw unknown;
            }
            if (e.getCause() instanceof TopicAuthorizationException refused) {
                throw refused;
            }
            throw new BrokerUnavailableException(kafka.bootstrapServers(), e);
        }
    }
}
