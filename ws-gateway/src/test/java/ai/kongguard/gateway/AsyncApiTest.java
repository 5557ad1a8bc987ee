package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.Action;
import ai.kongguard.event.Confusion;
import ai.kongguard.event.DeadLetter;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.Feedback;
import ai.kongguard.event.Finding;
import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.Incident;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.PlaybackOrder;
import ai.kongguard.event.PlaybackStatus;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RecordingOrder;
import ai.kongguard.event.RecordingProgress;
import ai.kongguard.event.Review;
import ai.kongguard.event.ReviewNote;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.SeekTarget;
import ai.kongguard.event.StoredRecording;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TierStatus;
import ai.kongguard.event.TopicSpec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestWindows;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The AsyncAPI description is what the code does. */
class AsyncApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DescribedSockets DESCRIBED = new DescribedSockets();

    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("TrafficEvent", TrafficEvent.class),
            Map.entry("TrafficEventLatency", TrafficEvent.Latency.class),
            Map.entry("TrafficEventTls", TrafficEvent.Tls.class),
            Map.entry("Verdict", Verdict.class),
            Map.entry("Finding", Finding.class),
            Map.entry("Review", Review.class),
            Map.entry("Escalation", Escalation.class),
            Map.entry("EscalationExcerpt", Escalation.Excerpt.class),
            Map.entry("EscalationSlice", Escalation.Slice.class),
            Map.entry("ReviewNote", ReviewNote.class),
            Map.entry("ReviewNoteOpinion", ReviewNote.Opinion.class),
            Map.entry("TierStatus", TierStatus.class),
            Map.entry("TierStatusModel", TierStatus.Model.class),
            Map.entry("TierStatusBudget", TierStatus.Budget.class),
            Map.entry("TierStatusMemory", TierStatus.Memory.class),
            Map.entry("MetricsWindow", MetricsWindow.class),
            Map.entry("MetricsWindowLatencySummary", MetricsWindow.LatencySummary.class),
            Map.entry("MetricsWindowTally", MetricsWindow.Tally.class),
            Map.entry("MetricsWindowTop", MetricsWindow.Top.class),
            Map.entry("MetricsWindowHeavy", MetricsWindow.Heavy.class),
            Map.entry("MetricsWindowOrigin", MetricsWindow.Origin.class),
            Map.entry("MetricsWindowScores", MetricsWindow.Scores.class),
            Map.entry("Confusion", Confusion.class),
            Map.entry("Incident", Incident.class),
            Map.entry("RunCommand", RunCommand.class),
            Map.entry("RunOrder", RunOrder.class),
            Map.entry("SeekTarget", SeekTarget.class),
            Map.entry("PlaybackOrder", PlaybackOrder.class),
            Map.entry("RecordingOrder", RecordingOrder.class),
            Map.entry("RunStatus", RunStatus.class),
            Map.entry("PlaybackStatus", PlaybackStatus.class),
            Map.entry("RecordingProgress", RecordingProgress.class),
            Map.entry("StoredRecording", StoredRecording.class),
            Map.entry("StoredRecordingAbout", StoredRecording.About.class),
            Map.entry("StoredRecordingContents", StoredRecording.Contents.class),
            Map.entry("Feedback", Feedback.class));

    private static final Map<String, Class<? extends Enum<?>>> ENUMS = Map.of(
            "ThreatType", ThreatType.class,
            "Action", Action.class,
            "IncidentKind", Incident.Kind.class,
            "ReviewOrigin", Review.Origin.class,
            "ReviewNoteKind", ReviewNote.Kind.class,
            "RunCommandKind", RunCommand.Kind.class,
            "RunOrderStrategy", RunOrder.Strategy.class,
            "RunOrderIntensity", RunOrder.Intensity.class,
            "RunOrderVia", RunOrder.Via.class,
            "RunStatusState", RunStatus.State.class);

    @Test
    void describesEveryTopicAsItIsLaidOut() {
        Map<String, JsonNode> topics = new HashMap<>();
        for (JsonNode channel : DESCRIBED.api().path("channels")) {
            if (channel.at("/servers/0/$ref").asString().endsWith("kafka")) {
                topics.put(channel.path("address").asString(), channel.at("/bindings/kafka/topicConfiguration"));
            }
        }
        assertThat(topics.keySet())
                .isEqualTo(Topics.all().stream().map(TopicSpec::name).collect(Collectors.toSet()));
        for (TopicSpec topic : Topics.all()) {
            JsonNode layout = Objects.requireNonNull(topics.get(topic.name()));
            assertThat(texts(layout.path("cleanup.policy")))
                    .as(topic.name())
                    .containsExactlyInAnyOrder(topic.cleanupPolicy().split(","));
            Duration kept = topic.retention();
            assertThat(layout.path("retention.ms").asLong(-1))
                    .as(topic.name())
                    .isEqualTo(kept == null ? -1 : kept.toMillis());
        }
        assertThat(DESCRIBED.schema("TruthHeaders").path("properties").propertyNames())
                .containsExactlyInAnyOrder(Arrays.stream(GroundTruth.values())
                        .map(GroundTruth::header)
                        .toArray(String[]::new));
        assertThat(DESCRIBED.schema("DeadLetterHeaders").path("properties").propertyNames())
                .containsExactlyInAnyOrder(
                        DeadLetter.REASON, DeadLetter.SOURCE, DeadLetter.POSITION, DeadLetter.TRUNCATED);
    }

    @Test
    void describesEveryFieldOfEveryRecordAndNoOther() {
        RECORDS.forEach((name, type) -> {
            JsonNode properties = DESCRIBED.schema(name).path("properties");
            Set<String> fields = Arrays.stream(type.getRecordComponents())
                    .map(component -> snake(component.getName()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(new TreeSet<>(properties.propertyNames())).as(name).isEqualTo(fields);
            for (RecordComponent component : type.getRecordComponents()) {
                JsonNode described = properties.path(snake(component.getName()));
                assertThat(kind(described)).as(name + "." + component.getName()).isEqualTo(kind(component.getType()));
            }
        });
    }

    @Test
    void describesEveryWordOfEveryEnum() {
        ENUMS.forEach((name, type) -> assertThat(texts(DESCRIBED.schema(name).path("enum")))
                .as(name)
                .containsExactlyInAnyOrder(Arrays.stream(type.getEnumConstants())
                        .map(word -> JSON.convertValue(word, String.class))
                        .toArray(String[]::new)));
    }

    @Test
    void acceptsWhatIsWritten() {
        Instant now = TestEvents.NOW;
        RunOrder order = new RunOrder(
                RunOrder.Strategy.WAVE,
                RunOrder.Intensity.LOW,
                10,
                5_000,
                List.of(ThreatType.XSS),
                List.of("local"),
                List.of("/api"),
                7,
                now,
                RunOrder.Via.TOPIC);
        MetricsWindow window = TestWindows.window(
                "local",
                MetricsWindow.TOTAL,
                now,
                10,
                Map.of(Action.BLOCK, 3L, Action.ALLOW, 7L),
                Map.of(ThreatType.XSS, 3L, ThreatType.NONE, 7L),
                new MetricsWindow.LatencySummary(10, 12.5, 10, 30, 40, 50, new byte[] {1, 2, 3}),
                now);
        check("TrafficEvent", RecordCodec.TRAFFIC_EVENT.encode(TestEvents.event("e", "203.0.113.1", "/a", "b=c")));
        check("Verdict", RecordCodec.VERDICT.encode(Samples.hostile("e", "<script>")));
        check("Verdict", RecordCodec.VERDICT.encode(Samples.degraded("e", "timeout")));
        check("Verdict", RecordCodec.VERDICT.encode(Samples.reviewed("e")));
        check("Escalation", RecordCodec.ESCALATION.encode(Samples.escalation("e")));
        check("ReviewNote", RecordCodec.REVIEW_NOTE.encode(Samples.claim("e", now)));
        check("ReviewNote", RecordCodec.REVIEW_NOTE.encode(Samples.answer("e", now, 0.9)));
        check("TierStatus", RecordCodec.TIER_STATUS.encode(Samples.tierStatus("cloud", now)));
        check(
                "TierStatus",
                RecordCodec.TIER_STATUS.encode(
                        TierStatus.withoutModel("local", "i1", "No key is set", true, now, now)));
        check("MetricsWindow", RecordCodec.METRICS_WINDOW.encode(window));
        List<Long> scores = List.of(7L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 3L);
        check("MetricsWindow", RecordCodec.METRICS_WINDOW.encode(TestWindows.scored(window, scores)));
        check(
                "MetricsWindow",
                RecordCodec.METRICS_WINDOW.encode(TestWindows.labelled(window, new Confusion(3, 1, 5, 1))));
        check("MetricsWindow", RecordCodec.METRICS_WINDOW.encode(TestWindows.ofRun(window, "7")));
        check("RunCommand", RecordCodec.RUN_COMMAND.encode(RunCommand.start(7, order, now)));
        check("RunCommand", RecordCodec.RUN_COMMAND.encode(RunCommand.stop(7, now)));
        RecordingOrder recording =
                new RecordingOrder("a", now, null, "0:1-", List.of("7"), List.of("::1"), "i", true, true);
        PlaybackOrder playback = new PlaybackOrder("a", 0, 2, 500L, now);
        RunOrder record = RunOrder.record(recording);
        RunOrder replay = RunOrder.replay(playback, List.of("local"), 100, 5_000, 2, 2);
        for (RunOrder started : List.of(record, replay)) {
            check("RunCommand", RecordCodec.RUN_COMMAND.encode(RunCommand.start(7, started, now)));
        }
        SeekTarget half = new SeekTarget(null, 0.5, null);
        check("RunCommand", RecordCodec.RUN_COMMAND.encode(RunCommand.seek(7, half, now)));
        RecordingProgress progress = new RecordingProgress(5, 9, 4, 1_000);
        check(
                "RunStatus",
                RecordCodec.RUN_STATUS.encode(
                        RunStatus.recording(7, RunStatus.State.RUNNING, record, "i1", null, now, now, progress)));
        check("StoredRecording", RecordCodec.STORED_RECORDING.encode(Samples.recording("a")));
        check(
                "RunStatus",
                RecordCodec.RUN_STATUS.encode(new RunStatus(
                        1,
                        7,
                        RunStatus.State.FAILED,
                        order,
                        "i1",
                        50,
                        9,
                        1,
                        0,
                        0,
                        0,
                        0,
                        10,
                        true,
                        "late",
                        now,
                        now,
                        now)));
        check("Feedback", RecordCodec.FEEDBACK.encode(new Feedback(Feedback.SCHEMA, "e", true, now)));
        check(
                "Incident",
                RecordCodec.INCIDENT.encode(new Incident(
                        Incident.SCHEMA,
                        "source/203.0.113.1/1",
                        Incident.Kind.SOURCE,
                        "203.0.113.1",
                        5,
                        now,
                        now,
                        Map.of(ThreatType.XSS, 5L),
                        List.of("203.0.113.1"),
                        1,
                        false,
                        List.of("e"),
                        0.9,
                        now)));
    }

    @Test
    void refusesWhatIsNotWritten() {
        assertThatThrownBy(() -> DESCRIBED.check("Feedback", JSON.readTree("{\"schema\":1,\"event_id\":\"e\"}")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> DESCRIBED.check("ws", List.of(JSON.readTree("{\"type\":\"news\"}"))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void describesTheGapThatASlowSessionIsTold() {
        Frame gap = new FrameEncoder().gap(7, TestEvents.NOW);
        assertThat(DESCRIBED.check("ws", List.of(JSON.readTree(gap.text())))).containsExactly("gap");
    }

    private static void check(String schema, byte[] value) {
        DESCRIBED.check(schema, JSON.readTree(value));
    }

    private static String kind(Class<?> type) {
        if (type == Instant.class
                || type == int.class
                || type == long.class
                || type == Integer.class
                || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return "object";
        }
        return List.class.isAssignableFrom(type) ? "array" : "string";
    }

    private static String kind(JsonNode described) {
        String reference = described.path("$ref").asString("");
        JsonNode schema = reference.isEmpty() ? described : DESCRIBED.api().at(reference.substring(1));
        return schema.path("type").asString();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String snake(String name) {
        return Stream.of(name.split("(?=[A-Z])"))
                .map(part -> part.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining("_"));
    }
}
