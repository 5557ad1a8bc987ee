package ai.kongguard.standalone.containers;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestTopics;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a plain consumer finds in the topics, compared with what was acknowledged. */
final class TopicRecount {

    private static final String TIER = "local";

    private final TestTopics topics;

    TopicRecount(String bootstrapServers) {
        topics = new TestTopics(bootstrapServers, "");
    }

    /** Every one of these events lies in its topic, was judged once, and was counted once; and nothing else was. */
    void assertJudgedAndCountedOnce(Set<String> acknowledged) {
        Map<String, Long> verdicts = verdicts();
        Map<String, String> traffic = traffic();
        assertSame("events in gateway.traffic", traffic.keySet(), acknowledged, traffic);
        assertSame("events that were judged", verdicts.keySet(), acknowledged, traffic);
        assertThat(verdicts.values()).as("verdicts per event").containsOnly(1L);
        assertThat(requestsOf(MetricsWindow.TOTAL)).as("total").isEqualTo(acknowledged.size());
        assertThat(requestsOf(1_000)).as("windows of a second").isEqualTo(acknowledged.size());
    }

    /** The difference alone, because the sets are long. */
    private static void assertSame(
            String what, Set<String> found, Set<String> acknowledged, Map<String, String> positions) {
        Map<String, String> missing = new TreeMap<>();
        acknowledged.stream()
                .filter(id -> !found.contains(id))
                .forEach(id -> missing.put(id, positions.getOrDefault(id, "nowhere")));
        Set<String> surplus = new TreeSet<>(found);
        surplus.removeAll(acknowledged);
        assertThat(missing).as("%s: missing", what).isEmpty();
        assertThat(surplus).as("%s: too many", what).isEmpty();
    }

    /** Partition and offset of each event. */
    private Map<String, String> traffic() {
        return topics.readAll(Topics.TRAFFIC).stream()
                .collect(toMap(
                        read -> RecordCodec.TRAFFIC_EVENT.decode(read.value()).eventId(),
                        read -> read.partition() + "@" + read.offset(),
                        (one, other) -> one + ", " + other));
    }

    private Map<String, Long> verdicts() {
        return topics.readAll(Topics.VERDICTS).stream()
                .map(read -> RecordCodec.VERDICT.decode(read.value()))
                .filter(verdict -> verdict.tier().equals(TIER) && verdict.revision() == 0)
                .collect(groupingBy(verdict -> verdict.eventId(), counting()));
    }

    private long requestsOf(long sizeMs) {
        Map<String, MetricsWindow> newest = new HashMap<>();
        topics.readAll(Topics.WINDOWS)
                .forEach(read -> newest.put(read.key(), RecordCodec.METRICS_WINDOW.decode(read.value())));
        return newest.values().stream()
                .filter(window -> window.tier().equals(TIER) && window.run() == null && window.sizeMs() == sizeMs)
                .mapToLong(MetricsWindow::requests)
                .sum();
    }
}
