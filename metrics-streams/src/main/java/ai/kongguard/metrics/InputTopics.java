package ai.kongguard.metrics;

import ai.kongguard.event.Topics;
import ai.kongguard.kafka.BrokerUnavailableException;
import ai.kongguard.kafka.KafkaAccess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** Whether events and their verdicts lie in partitions of the same number, without which they cannot be joined. */
final class InputTopics {

    private InputTopics() {}

    /**
     * How many partitions the traffic and the verdict topic both have.
     *
     * @throws IllegalStateException if they have different numbers
     * @throws BrokerUnavailableException if that cannot be asked
     */
    static int partitions(KafkaAccess kafka) {
        String traffic = kafka.topic(Topics.TRAFFIC);
        String verdicts = kafka.topic(Topics.VERDICTS);
        try (Admin admin = Admin.create(kafka.adminConfig("metrics-topics"))) {
            Map<String, TopicDescription> topics = admin.describeTopics(List.of(traffic, verdicts))
                    .allTopicNames()
                    .get();
            int count = count(topics, traffic);
            if (count != count(topics, verdicts)) {
                throw new IllegalStateException("%s has %d partitions and %s has %d: give both the same number"
                        .formatted(traffic, count, verdicts, count(topics, verdicts)));
            }
            return count;
        } catch (ExecutionException e) {
            throw new BrokerUnavailableException(kafka.bootstrapServers(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailableException(kafka.bootstrapServers(), e);
        }
    }

    private static int count(Map<String, TopicDescription> topics, String name) {
        TopicDescription topic = topics.get(name);
        return topic == null ? 0 : topic.partitions().size();
    }
}
