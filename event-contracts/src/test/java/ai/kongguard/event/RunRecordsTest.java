package ai.kongguard.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.RunOrder.Intensity;
import ai.kongguard.event.RunOrder.Strategy;
import ai.kongguard.event.RunOrder.Via;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunRecordsTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_795_400_762_147L);
    private static final RunOrder ORDER = new RunOrder(
            Strategy.WAVE,
            Intensity.HIGH,
            200,
            60_000,
            List.of(ThreatType.SQL_INJECTION),
            List.of("local", "unprotected"),
            List.of("/api/orders"),
            42,
            null,
            Via.TOPIC);

    @Test
    void commandsSurviveTheRoundTrip() {
        for (RunCommand command : List.of(RunCommand.start(7, ORDER, NOW), RunCommand.stop(7, NOW))) {
            assertThat(RecordCodec.RUN_COMMAND.decode(RecordCodec.RUN_COMMAND.encode(command)))
                    .isEqualTo(command);
        }
        assertThat(new String(RecordCodec.RUN_COMMAND.encode(RunCommand.start(7, ORDER, NOW)), UTF_8))
                .contains("\"schema\":1", "\"kind\":\"start\"", "\"run_id\":7", "\"issued_at\":1795400762147")
                .contains(
                        "\"strategy\":\"wave\"", "\"intensity\":\"high\"", "\"duration_ms\":60000", "\"via\":\"topic\"")
                .doesNotContain("start_at");
    }

    @Test
    void onlyAReplayMayTakeLongerThanAnHour() {
        long beyond = RunOrder.MAX_DURATION_MS + 1;
        assertThat(lasting(Strategy.REPLAY, beyond).durationMs()).isEqualTo(beyond);
        assertThatThrownBy(() -> lasting(Strategy.WAVE, beyond)).hasMessageContaining("duration_ms");
        assertThatThrownBy(() -> lasting(Strategy.REPLAY, RunOrder.MAX_REPLAY_MS + 1))
                .hasMessageContaining("duration_ms");
        assertThatThrownBy(() -> lasting(Strategy.REPLAY, 0)).hasMessageContaining("duration_ms");
    }

    private static RunOrder lasting(Strategy strategy, long millis) {
        return new RunOrder(strategy, null, 1, millis, List.of(), List.of(), List.of(), 1, null, Via.TOPIC);
    }

    @Test
    void commandsAboutRecordingsSurviveTheRoundTrip() {
        RecordingOrder recording = new RecordingOrder(
                "a.b-c_1", NOW, NOW.plusMillis(1), "0:1-,1:-5", List.of("7"), List.of("::1"), "i", true, true);
        PlaybackOrder playback = new PlaybackOrder("a", 0, 2, 500L, NOW);
        for (RunCommand command : List.of(
                RunCommand.start(7, RunOrder.record(recording), NOW),
                RunCommand.start(7, RunOrder.replay(playback, List.of("local"), 100, 5_000, 2, 2), NOW),
                RunCommand.pause(7, NOW),
                RunCommand.resume(7, NOW),
                RunCommand.seek(7, new SeekTarget(null, 0.5, null), NOW))) {
            assertThat(RecordCodec.RUN_COMMAND.decode(RecordCodec.RUN_COMMAND.encode(command)))
                    .isEqualTo(command);
        }
        RunOrder replay = RunOrder.replay(playback, List.of(), 100, 5_000, 2, 2);
        assertThat(replay.rate()).isEqualTo(40);
        assertThat(replay.durationMs()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a", "a/b", "a\\b", "-a", ".a", "a b", "a\u0000", "\u00e4", "a\n"})
    void aRecordingsNameLeadsNowhereElse(String name) {
        assertThat(StoredRecording.isName(name)).isFalse();
        assertThatThrownBy(() -> new PlaybackOrder(name, 1, 1, null, null)).hasMessageContaining("recording must be");
    }

    @Test
    void whatCannotBeRecordedOrSoughtIsRefused() {
        assertThatThrownBy(() -> new RecordingOrder("a", NOW, NOW, null, List.of(), List.of(), null, false, false))
                .hasMessageContaining("from must be before to");
        assertThatThrownBy(() -> new RecordingOrder("a", null, null, "0", List.of(), List.of(), null, false, false))
                .hasMessageContaining("offsets");
        assertThatThrownBy(() -> new SeekTarget(NOW, 0.5, null)).hasMessageContaining("one of");
        assertThatThrownBy(() -> new SeekTarget(null, 1.5, null)).hasMessageContaining("share must be from 0 to 1");
        assertThatThrownBy(() -> new PlaybackOrder("a", 0.05, 1, null, null)).hasMessageContaining("speed");
        assertThatThrownBy(() -> new RunCommand(1, RunCommand.Kind.SEEK, 7, null, null, NOW))
                .hasMessageContaining("seek must be present");
    }

    @Test
    void aStatusSurvivesTheRoundTrip() {
        RunStatus status = new RunStatus(
                1,
                7,
                RunStatus.State.RUNNING,
                ORDER,
                "a:1",
                12_000,
                300,
                300,
                1,
                0,
                2,
                5,
                199.5,
                true,
                "why",
                NOW,
                null,
                NOW);
        assertThat(RecordCodec.RUN_STATUS.decode(RecordCodec.RUN_STATUS.encode(status)))
                .isEqualTo(status);
        RunStatus failed = status.failed("gone", NOW.plusSeconds(9));
        assertThat(failed.state().isEnd()).isTrue();
        assertThat(failed.sent()).isEqualTo(300);
        assertThat(failed.endedAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rate\":200.0|\"rate\":0|rate must be above 0 and at most 100000, was 0.0",
                "\"rate\":200.0|\"rate\":1e9|rate must be above 0 and at most 100000",
                "\"duration_ms\":60000|\"duration_ms\":-1|duration_ms must be from 0 to 3600000, was -1",
                "\"duration_ms\":60000|\"duration_ms\":0|duration_ms must be 0 for a quick attack or a recording and only there",
                "\"seed\":42|\"seed\":-1|seed must be from 0 to 9007199254740991, was -1",
                "\"run_id\":7|\"run_id\":0|run_id must be from 1 to 9007199254740991, was 0",
                "\"/api/orders\"|\"api\"|endpoints must be paths of at most 256 ASCII characters",
                "\"sql_injection\"|\"nothing\"|types must not contain unknown",
                "\"kind\":\"start\"|\"kind\":\"begin\"|RunCommand",
                "\"strategy\":\"wave\"|\"strategy\":null|strategy must be present",
            })
    void namesTheFieldThatBreaksItsRange(String good, String bad, String message) {
        String json = new String(RecordCodec.RUN_COMMAND.encode(RunCommand.start(7, ORDER, NOW)), UTF_8);
        assertThat(json).contains(good);
        assertThatThrownBy(() ->
                        RecordCodec.RUN_COMMAND.decode(json.replace(good, bad).getBytes(UTF_8)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aStartNeedsItsOrder() {
        assertThatThrownBy(() -> RecordCodec.RUN_COMMAND.decode(
                        "{\"kind\":\"start\",\"run_id\":7,\"issued_at\":1}".getBytes(UTF_8)))
                .hasMessageContaining("order must be present");
    }

    @Test
    void eventIdsTellRunsApart() {
        assertThat(ORDER.eventId(NOW, 3))
                .hasSize(32)
                .startsWith(ORDER.idPrefix(NOW))
                .endsWith("0000000003");
        assertThat(ORDER.idPrefix(NOW)).isNotEqualTo(ORDER.idPrefix(NOW.plusMillis(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "sql, SQL_INJECTION",
        "cmd_injection, COMMAND_INJECTION",
        "path, PATH_TRAVERSAL",
        "normal, NONE",
        "ldap_injection, LDAP_INJECTION",
        "business, BUSINESS_LOGIC",
        "ransomware, RANSOMWARE_C2",
        "none, NONE",
        "credential_stuffing, CREDENTIAL_STUFFING",
        "xss, XSS",
        "unknown,",
        "SQL,"
    })
    void typesHaveTheNamesOfExistingClients(String name, ThreatType type) {
        assertThat(ThreatType.named(name)).isEqualTo(type);
    }
}
