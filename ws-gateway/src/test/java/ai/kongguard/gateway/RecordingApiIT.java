package ai.kongguard.gateway;

import static ai.kongguard.gateway.GatewayHttp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.PlaybackOrder;
import ai.kongguard.event.PlaybackStatus;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RecordingOrder;
import ai.kongguard.event.RecordingProgress;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.event.SeekTarget;
import ai.kongguard.event.StoredRecording;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Recordings and replays over HTTP; the ingest service is this test. */
class RecordingApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PREFIX = TestBroker.newPrefix();
    private static final TestTopics TOPICS = new TestTopics(TestBroker.shared().bootstrapServers(), PREFIX);

    private static GatewayProcess gateway;
    private static GatewayHttp http;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeAll
    static void start() {
        gateway = GatewayProcess.start(TestBroker.shared(), PREFIX);
        http = new GatewayHttp(gateway.port());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/recordings|{\"name\":\"../x\"}|name",
                "/api/recordings|{\"name\":7}|name",
                "/api/recordings|{\"offsets\":\"all\"}|offsets",
                "/api/recordings|{\"from\":2000,\"to\":1000}|from",
                "/api/recordings|{\"runs\":[{}]}|runs",
                "/api/recordings|{\"verdicts\":\"yes\"}|verdicts",
                "/api/replays|{\"recording\":\"a b\"}|recording",
                "/api/replays|{\"recording\":\"a\",\"speed\":101}|speed",
                "/api/replays|{\"recording\":\"a\",\"speed\":\"1\"}|speed",
                "/api/replays|{\"recording\":\"a\",\"loops\":0}|loops",
                "/api/replays|{\"recording\":\"a\",\"gap_cap\":-1}|gap_cap",
            })
    void namesTheParameterThatIsInvalid(String path, String body, String field) throws Exception {
        HttpResponse<String> response = http.post(path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(json(response).path("field").asString()).isEqualTo(field);
    }

    @Test
    void asksForARecordingAndShowsHowItGoesAndWhatItIs() throws Exception {
        String from = now.minusSeconds(60).toString();
        JsonNode asked = json(http.post(
                "/api/recordings",
                "{\"name\":\"one\",\"from\":\"" + from + "\",\"runs\":[7],\"verdicts\":true,\"anonymise\":true}"));
        long runId = asked.get("run_id").asLong();
        RecordingOrder order = Objects.requireNonNull(order(runId).recording());
        assertThat(order)
                .isEqualTo(new RecordingOrder(
                        "one", now.minusSeconds(60), null, null, List.of("7"), List.of(), null, true, true));
        assertThat(http.post("/api/recordings", "{\"name\":\"one\"}").statusCode())
                .isEqualTo(409);
        tell(RunStatus.recording(
                runId, State.RUNNING, order(runId), "i1", null, now, now, new RecordingProgress(50, 200, 40, 900)));
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode run = json(http.get("/api/recordings")).at("/runs/0");
            assertThat(run.path("state").asString()).isEqualTo("running");
            assertThat(run.path("read").asInt()).isEqualTo(50);
            assertThat(run.path("of").asInt()).isEqualTo(200);
        });
        assertThat(json(http.get("/api/attack/runs")).valueStream())
                .noneMatch(run -> run.path("run_id").asLong() == runId);
        tell("one", Samples.recording("one"));
        await().atMost(PATIENCE).until(() -> http.get("/api/recordings/one").statusCode() == 200);
        JsonNode recording = json(http.get("/api/recordings/one"));
        assertThat(recording.path("events").asInt()).isEqualTo(90);
        assertThat(recording.path("attacks").asInt()).isEqualTo(30);
        assertThat(recording.at("/selection/run").asString()).isEqualTo("7");
        tell("one", null);
        await().atMost(PATIENCE).until(() -> http.get("/api/recordings/one").statusCode() == 404);
    }

    @Test
    void startsAReplayAndSteersIt() throws Exception {
        assertThat(http.post("/api/replays", "{\"recording\":\"two\"}").statusCode())
                .isEqualTo(404);
        tell("two", Samples.recording("two"));
        await().atMost(PATIENCE).until(() -> http.get("/api/recordings/two").statusCode() == 200);
        String body = "{\"recording\":\"two\",\"speed\":2,\"gap_cap\":\"5s\",\"loops\":3,\"targets\":[\"local\"]}";
        long runId = json(http.post("/api/replays", body)).get("run_id").asLong();
        PlaybackOrder playback = new PlaybackOrder("two", 2, 3, 5_000L, null);
        assertThat(order(runId)).isEqualTo(RunOrder.replay(playback, List.of("local"), 90, 10_000, 2, 3));
        JsonNode queued = json(http.get("/api/replays/" + runId));
        assertThat(queued.path("state").asString()).isEqualTo("queued");
        assertThat(queued.path("position").isNull()).isTrue();
        assertThat(queued.path("duration_ms").asInt()).isEqualTo(15_000);

        tell(running(runId, new PlaybackStatus(true, 1, 40, null, 5, now, 3_000)));
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode replay = json(http.get("/api/replays")).at("/replays/0");
            assertThat(replay.path("state").asString()).isEqualTo("running");
            assertThat(replay.path("paused").asBoolean()).isTrue();
            assertThat(replay.path("position").asInt()).isEqualTo(40);
            assertThat(replay.path("recording_time").asString()).isEqualTo(now.toString());
        });
        String replay = "/api/replays/" + runId;
        // Its status says that its recording was cut off.
        assertThat(http.post(replay + "/seek", "{\"fraction\":0.5}").statusCode())
                .isEqualTo(409);
        for (String what : List.of("pause", "resume", "stop")) {
            assertThat(http.post(replay + "/" + what, "").statusCode()).isEqualTo(200);
        }
        assertThat(http.post(replay + "/seek", "{\"by\":\"-10s\"}").statusCode())
                .isEqualTo(200);
        assertThat(http.post(replay + "/seek", "{\"time\":1500}").statusCode()).isEqualTo(200);
        List<RunCommand> commands =
                commands().stream().filter(c -> c.runId() == runId).toList();
        assertThat(commands.stream().map(RunCommand::kind))
                .containsExactly(
                        RunCommand.Kind.START,
                        RunCommand.Kind.PAUSE,
                        RunCommand.Kind.RESUME,
                        RunCommand.Kind.STOP,
                        RunCommand.Kind.SEEK,
                        RunCommand.Kind.SEEK);
        assertThat(commands.get(4).seek()).isEqualTo(new SeekTarget(null, null, -10_000L));
        assertThat(commands.get(5).seek()).isEqualTo(new SeekTarget(Instant.ofEpochMilli(1_500), null, null));
    }

    @ParameterizedTest
    @CsvSource({"7", "x", "-1", "99999999999999999999", "..%2F..%2Fetc"})
    void knowsNoOtherReplaysAndRecordings(String id) throws Exception {
        assertThat(http.get("/api/replays/" + id).statusCode()).isBetween(400, 404);
        assertThat(http.get("/api/recordings/" + id).statusCode()).isBetween(400, 404);
        assertThat(http.post("/api/replays/" + id + "/pause", "").statusCode()).isBetween(400, 404);
    }

    private RunStatus running(long runId, PlaybackStatus playback) {
        return new RunStatus(
                1,
                runId,
                State.RUNNING,
                order(runId),
                "i1",
                300,
                30,
                9,
                0,
                0,
                0,
                0,
                10,
                false,
                null,
                now,
                null,
                now,
                playback,
                null);
    }

    private static RunOrder order(long runId) {
        return Objects.requireNonNull(commands().stream()
                .filter(c -> c.runId() == runId)
                .findFirst()
                .orElseThrow()
                .order());
    }

    private static List<RunCommand> commands() {
        return TOPICS.readAll(Topics.COMMANDS).stream()
                .map(record -> RecordCodec.RUN_COMMAND.decode(record.value()))
                .toList();
    }

    private static void tell(RunStatus status) {
        TOPICS.send(Topics.RUNS, status.key(), status.at(), List.of(RecordCodec.RUN_STATUS.encode(status)), Map.of());
    }

    private void tell(String name, @Nullable StoredRecording recording) {
        List<byte[]> values = new ArrayList<>();
        values.add(recording == null ? null : RecordCodec.STORED_RECORDING.encode(recording));
        TOPICS.send(Topics.RECORDINGS, name, now, values, Map.of());
    }
}
