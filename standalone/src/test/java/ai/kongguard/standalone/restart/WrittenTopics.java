package ai.kongguard.standalone.restart;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What services wrote, as far as it is committed, recounted from the topics. */
final class WrittenTopics {

    private final TestTopics topics;

    WrittenTopics(String bootstrapServers) {
        topics = new TestTopics(bootstrapServers, "");
    }

    /** Ids of the events of the traffic topic; a copy has the id of its event. */
    Set<String> events() {
        return topics.readAll(Topics.TRAFFIC).stream()
                .map(record -> RecordCodec.TRAFFIC_EVENT.decode(record.value()).eventId())
                .collect(Collectors.toSet());
    }

    /** Event, tier and revision of each verdict. */
    List<String> verdicts() {
        return topics.readAll(Topics.VERDICTS).stream()
                .map(record -> RecordCodec.VERDICT.decode(record.value()))
                .map(verdict -> verdict.eventId() + " " + verdict.tier() + " " + verdict.revision())
                .toList();
    }

    /** The newest record of each key. */
    Map<String, MetricsWindow> windows() {
        Map<String, MetricsWindow> newest = new HashMap<>();
        topics.readAll(Topics.WINDOWS)
                .forEach(record -> newest.put(record.key(), RecordCodec.METRICS_WINDOW.decode(record.value())));
        return newest;
    }

    /** How many records of the traffic topic a run sent. */
    long sentBy(long runId) {
        byte[] run = Long.toString(runId).getBytes(UTF_8);
        return topics.readAll(Topics.TRAFFIC).stream()
                .map(record -> record.headers().lastHeader(GroundTruth.RUN_ID.header()))
                .filter(header -> is(header, run))
                .count();
    }

    /** The last word on a run; null when there is none. */
    @Nullable RunStatus run(long runId) {
        return topics.readAll(Topics.RUNS).stream()
                .map(record -> record.value())
                .filter(Objects::nonNull)
                .map(RecordCodec.RUN_STATUS::decode)
                .filter(status -> status.runId() == runId)
                .reduce((before, after) -> after)
                .orElse(null);
    }

    private static boolean is(@Nullable Header header, byte[] value) {
        return header != null && java.util.Arrays.equals(header.value(), value);
    }
}
