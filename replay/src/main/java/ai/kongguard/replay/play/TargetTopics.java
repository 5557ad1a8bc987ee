package ai.kongguard.replay.play;

import ai.kongguard.recording.DamagedRecordingException;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that a raw replay writes to, with as many partitions as the recording has. */
public final class TargetTopics {

    private static final int MAX_TOPICS = 100;
    private static final int MAX_PARTITIONS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private TargetTopics() {}

    /**
     * How many partitions each topic of a recording has at least; reads all of it, or all that is sound.
     *
     * @throws IOException if it cannot be read, or claims more topics or partitions than one can create
     */
    public static Map<String, Integer> of(Recording recording) throws IOException {
        Map<String, Integer> partitions = new TreeMap<>();
        try (RecordingReader reader = recording.read()) {
            for (RecordedRecord record = reader.next(); record != null; record = reader.next()) {
                partitions.merge(record.topic(), record.partition() + 1, Math::max);
                if (record.partition() >= MAX_PARTITIONS || partitions.size() > MAX_TOPICS) {
                    throw new IOException("Record " + (reader.position() - 1) + " is of partition "
                            + record.partition() + " of topic " + partitions.size() + ": a raw replay takes up to "
                            + MAX_TOPICS + " topics of " + MAX_PARTITIONS + " partitions");
                }
            }
        } catch (DamagedRecordingException e) {
            // The replay will say so where it comes to it; what is before it is played.
            return partitions;
        }
        return partitions;
    }

    /**
     * Creates those that are missing, which then keep records of any age, and makes sure that the others are wide enough.
     *
     * @throws IllegalArgumentException naming the topic that has too few partitions
     */
    public static void prepare(Admin admin, String prefix, Map<String, Integer> partitions)
            throws ExecutionException, InterruptedException {
        Set<String> there = admin.listTopics().names().get();
        List<NewTopic> missing = new ArrayList<>();
        List<String> present = new ArrayList<>();
        partitions.forEach((topic, count) -> {
            String name = prefix + topic;
            if (there.contains(name)) {
                present.add(name);
            } else {
                missing.add(new NewTopic(name, Optional.of(count), Optional.empty())
                        .configs(Map.of("retention.ms", "-1", "message.timestamp.type", "CreateTime")));
            }
        });
        for (var topic : admin.describeTopics(present).allTopicNames().get().values()) {
            int needed = partitions.getOrDefault(topic.name().substring(prefix.length()), 0);
            if (topic.partitions().size() < needed) {
                throw new IllegalArgumentException("Topic " + topic.name() + " has "
                        + topic.partitions().size() + " partitions, and the recording " + needed);
            }
        }
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                // Created a moment ago: what a broker lists may lag behind what there is.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        awaitLeaders(admin, missing, prefix, partitions);
    }

    /**
     * A leader that is asked for its end is ready to write. Before that it would refuse a producer's first batch, take
     * the second in its stead, and then refuse the first for ever, because its sequence number is in the past.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics, String prefix, Map<String, Integer> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            int count = partitions.getOrDefault(topic.name().substring(prefix.length()), 0);
            for (int partition = 0; partition < count; partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException e) {
                // Not every broker knows of a topic at once.
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > giveUp) {
                    throw e;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}
