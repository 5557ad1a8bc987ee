package ai.kongguard.benchmarks;

import ai.kongguard.event.Action;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Counts the topics of a running system with a plain consumer and compares: traffic records, verdicts, and the sums of
 * the windows of every size must be equal. Copies and revisions of a verdict are one verdict. Ends with status 1 when they are not.
 */
public final class Recount {

    /** How many windows of each size an event is in: those of five minutes overlap. */
    private static final Map<Long, Long> WINDOWS_OF_AN_EVENT =
            Map.of(1_000L, 1L, 10_000L, 1L, 60_000L, 1L, 300_000L, 5L);

    private final String bootstrapServers;

    private Recount(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Argument: bootstrap servers, default 127.0.0.1:9092. */
    public static void main(String[] args) {
        boolean equal = new Recount(args.length > 0 ? args[0] : "127.0.0.1:9092").run();
        System.out.println(equal ? "all equal" : "NOT EQUAL");
        if (!equal) {
            Runtime.getRuntime().exit(1);
        }
    }

    private boolean run() {
        Set<String> events = new HashSet<>();
        long traffic = read(Topics.TRAFFIC, record -> {
            TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(record.value());
            events.add(event.eventId());
        });
        Map<String, Set<String>> judged = new TreeMap<>();
        Map<String, Map<Action, Long>> actions = new TreeMap<>();
        long verdicts = read(Topics.VERDICTS, record -> {
            Verdict verdict = RecordCodec.VERDICT.decode(record.value());
            judged.computeIfAbsent(verdict.tier(), tier -> new HashSet<>()).add(verdict.eventId());
            actions.computeIfAbsent(verdict.tier(), tier -> new TreeMap<>()).merge(verdict.action(), 1L, Long::sum);
        });
        Map<String, MetricsWindow> windows = new HashMap<>();
        read(Topics.WINDOWS, record -> windows.put(record.key(), RecordCodec.METRICS_WINDOW.decode(record.value())));

        System.out.printf(Locale.ROOT, "traffic: %,d records, %,d distinct events%n", traffic, events.size());
        System.out.printf(Locale.ROOT, "dead letters: %,d%n", read(Topics.DEAD_LETTERS, record -> {}));
        boolean equal = traffic == events.size();
        for (Map.Entry<String, Set<String>> tier : judged.entrySet()) {
            int distinct = tier.getValue().size();
            System.out.printf(
                    Locale.ROOT,
                    "tier %s: %,d distinct verdicts of %,d records, %s%n",
                    tier.getKey(),
                    distinct,
                    verdicts,
                    actions.get(tier.getKey()));
            equal &= distinct == events.size();
            equal &= windowsEqual(tier.getKey(), distinct, windows);
        }
        return equal && windowsEqual(MetricsWindow.UNPROTECTED, events.size(), windows);
    }

    private static boolean windowsEqual(String tier, long expected, Map<String, MetricsWindow> windows) {
        Map<Long, Long> bySize = new TreeMap<>();
        Map<Long, Long> blocked = new TreeMap<>();
        windows.values().stream()
                .filter(window -> window.tier().equals(tier) && window.run() == null)
                .forEach(window -> {
                    bySize.merge(window.sizeMs(), window.requests(), Long::sum);
                    blocked.merge(window.sizeMs(), window.blocked(), Long::sum);
                });
        boolean equal = bySize.size() == 1 + WINDOWS_OF_AN_EVENT.size();
        for (Map.Entry<Long, Long> size : bySize.entrySet()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %s: %,d requests, %,d blocked%n",
                    size.getKey() == MetricsWindow.TOTAL ? "total" : "windows of " + size.getKey() + " ms",
                    size.getValue(),
                    blocked.get(size.getKey()));
            equal &= size.getValue() == expected * WINDOWS_OF_AN_EVENT.getOrDefault(size.getKey(), 1L);
        }
        return equal;
    }

    private long read(TopicSpec topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long count = 0;
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    each.accept(record);
                    count++;
                }
            }
            return count;
        }
    }
}
