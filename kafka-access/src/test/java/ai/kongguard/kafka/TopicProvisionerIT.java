package ai.kongguard.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TopicProvisionerIT {

    @Test
    void createsWhatIsMissingAndLeavesTheRestAsItIs() throws Exception {
        String servers = TestBroker.shared().bootstrapServers();
        String prefix = TestBroker.newPrefix();
        KafkaAccess kafka =
                new KafkaAccess(new KafkaAccessProperties(List.of(servers), prefix, 4, (short) 1, "none", Map.of()));
        new TestTopics(servers, prefix).create(Topics.TRAFFIC, 2);

        new TopicProvisioner(kafka, List.of(Topics.TRAFFIC, Topics.VERDICTS), List.of(Topics.VERDICTS, Topics.TIERS))
                .start();
        assertThat(partitions(kafka))
                .containsExactly(
                        Map.entry(prefix + "gateway.traffic", 2),
                        Map.entry(prefix + "threat.tiers", 1),
                        Map.entry(prefix + "threat.verdicts", 4));

        TopicProvisioner.ofAll(kafka).start();
        assertThat(partitions(kafka)).hasSize(Topics.all().size()).containsEntry(prefix + "gateway.traffic", 2);
    }

    private static SortedMap<String, Integer> partitions(KafkaAccess kafka) throws Exception {
        SortedMap<String, Integer> partitions = new TreeMap<>();
        try (Admin admin = Admin.create(kafka.adminConfig("test"))) {
            List<String> names = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(kafka.properties().topicPrefix()))
                    .toList();
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) ->
                            partitions.put(name, topic.partitions().size()));
        }
        return partitions;
    }
}
