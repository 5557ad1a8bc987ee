package ai.kongguard.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_795_400_762_147L);

    @Test
    void verdictSurvivesTheRoundTrip() {
        Verdict verdict = verdict(0.93);
        assertThat(RecordCodec.VERDICT.decode(RecordCodec.VERDICT.encode(verdict)))
                .isEqualTo(verdict);
    }

    @Test
    void windowSurvivesTheRoundTrip() {
        MetricsWindow window = window(null, 1000);
        MetricsWindow decoded = RecordCodec.METRICS_WINDOW.decode(RecordCodec.METRICS_WINDOW.encode(window));
        assertThat(decoded).isEqualTo(window);
        assertThat(decoded.blocked()).isEqualTo(1);
        assertThat(decoded.allowed()).isEqualTo(2);
        assertThat(decoded.key()).isEqualTo("local/1000/1795400762147");
    }

    @Test
    void namesAWindowByTierAndSizeAndStartOrRun() {
        assertThat(window(null, MetricsWindow.TOTAL).key()).isEqualTo("local/total");
        assertThat(window("1795400762147", MetricsWindow.TOTAL).key()).isEqualTo("local/run/1795400762147");
    }

    @Test
    void ratiosAreNullWithoutWhatTheyDivideBy() {
        Confusion none = new Confusion(0, 0, 0, 0);
        assertThat(none.accuracy()).isNull();
        assertThat(none.precision()).isNull();
        Confusion some = new Confusion(6, 1, 9, 4);
        assertThat(some.precision()).isEqualTo(6 / 7.0);
        assertThat(some.recall()).isEqualTo(0.6);
        assertThat(some.falsePositiveRate()).isEqualTo(0.1);
        assertThat(some.accuracy()).isEqualTo(0.75);
        assertThat(some.balancedAccuracy()).isEqualTo((0.6 + 0.9) / 2);
        assertThat(new Confusion(6, 0, 0, 4).balancedAccuracy()).isNull();
    }

    @Test
    void incidentAndFeedbackSurviveTheRoundTrip() {
        Incident incident = new Incident(
                Incident.SCHEMA,
                "payload/xss:<script>/1795400762147",
                Incident.Kind.PAYLOAD,
                "xss:<script>",
                3,
                NOW,
                NOW,
                Map.of(ThreatType.XSS, 3L),
                List.of("203.0.113.1"),
                1,
                false,
                List.of("e1"),
                0.9,
                NOW);
        assertThat(RecordCodec.INCIDENT.decode(RecordCodec.INCIDENT.encode(incident)))
                .isEqualTo(incident);
        Feedback feedback = new Feedback(Feedback.SCHEMA, "e1", false, NOW);
        assertThat(RecordCodec.FEEDBACK.decode(RecordCodec.FEEDBACK.encode(feedback)))
                .isEqualTo(feedback);
    }

    @Test
    void writesSnakeCaseEpochMillisAndLeavesOutWhatIsEmpty() {
        String json = new String(RecordCodec.VERDICT.encode(verdict(0.93)), UTF_8);
        assertThat(json)
                .contains("\"event_id\":\"e1\"", "\"observed_at\":1795400762147", "\"threat_type\":\"sql_injection\"")
                .contains("\"action\":\"block\"", "\"processing_micros\":12")
                .doesNotContain("degraded", "\"query\"", "findings\":[]");
    }

    @Test
    void readsATypeOfANewerReleaseAsUnknownAndIgnoresItsFields() {
        String json = new String(RecordCodec.VERDICT.encode(verdict(0.93)), UTF_8)
                .replace("\"sql_injection\",\"action\"", "\"quantum_injection\",\"new_field\":{\"a\":[1]},\"action\"");
        assertThat(RecordCodec.VERDICT.decode(json.getBytes(UTF_8)).threatType())
                .isEqualTo(ThreatType.UNKNOWN);
    }

    @Test
    void namesTheFieldThatBreaksItsRange() {
        String json =
                new String(RecordCodec.VERDICT.encode(verdict(0.93)), UTF_8).replace("\"score\":0.93", "\"score\":93");
        assertThatThrownBy(() -> RecordCodec.VERDICT.decode(json.getBytes(UTF_8)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("score must be from 0 to 1, was 93");
    }

    @Test
    void namesTheFieldThatIsMissing() {
        assertThatThrownBy(() -> RecordCodec.TRAFFIC_EVENT.decode("{\"event_id\":\"x\"}".getBytes(UTF_8)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("source must not be blank");
    }

    @Test
    void refusesAWindowWithoutACountForEachRangeOfScores() {
        String text = new String(RecordCodec.METRICS_WINDOW.encode(window(null, 1_000)), UTF_8);
        assertThat(text).contains("\"score_counts\":[2,0,0,0,0,0,0,1,0,0]");
        for (String bad : List.of("[2,1]", "[2,0,0,0,0,0,0,1,0,null]")) {
            String broken = text.replace("[2,0,0,0,0,0,0,1,0,0]", bad);
            assertThatThrownBy(() -> RecordCodec.METRICS_WINDOW.decode(broken.getBytes(UTF_8)))
                    .isInstanceOf(MalformedRecordException.class)
                    .hasMessageContaining("score_counts must be 10 numbers");
        }
    }

    @Test
    void refusesARecordWithoutAValue() {
        assertThatThrownBy(() -> RecordCodec.VERDICT.decode(null))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("Verdict: the record has no value");
    }

    @Test
    void refusesWhatIsNoJsonWithoutRepeatingIt() {
        for (String bad : List.of(
                "", "null", "[]", "secret-token", "{\"event_id\":", "[".repeat(5000), "{\"x\":" + "[".repeat(5000))) {
            assertThatThrownBy(() -> RecordCodec.TRAFFIC_EVENT.decode(bad.getBytes(UTF_8)))
                    .as(bad.substring(0, Math.min(20, bad.length())))
                    .isInstanceOf(MalformedRecordException.class)
                    .hasMessageNotContaining("secret-token");
        }
    }

    private static MetricsWindow window(@org.jspecify.annotations.Nullable String run, long sizeMs) {
        return new MetricsWindow(
                MetricsWindow.SCHEMA,
                "local",
                run,
                sizeMs,
                NOW,
                3,
                Map.of(Action.BLOCK, 1L, Action.ALLOW, 2L),
                Map.of(ThreatType.NONE, 2L, ThreatType.XSS, 1L),
                Map.of("2xx", 3L),
                Map.of("users", new MetricsWindow.Tally(3, 1)),
                Map.of(),
                10,
                20,
                null,
                null,
                new Confusion(1, 0, 2, 0),
                Map.of(ThreatType.XSS, new Confusion(1, 0, 2, 0)),
                new MetricsWindow.Scores(0.25, 0.9, Map.of(ThreatType.XSS, 0.75, ThreatType.NONE, 0.0)),
                List.of(2L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L, 0L),
                new MetricsWindow.Top(0, List.of(new MetricsWindow.Heavy("203.0.113.1", 3))),
                null,
                Map.of("kong", new MetricsWindow.Origin(3, NOW, null)),
                7L,
                false,
                NOW,
                NOW,
                0,
                NOW);
    }

    private static Verdict verdict(double score) {
        return new Verdict(
                Verdict.SCHEMA,
                "e1",
                "local",
                0,
                "kong",
                "203.0.113.1",
                "GET",
                null,
                "/api/users",
                "",
                200,
                null,
                null,
                score,
                0.8,
                ThreatType.SQL_INJECTION,
                Action.BLOCK,
                List.of(new Finding("sql_injection", ThreatType.SQL_INJECTION, "query.id", 1, 9, "' OR '1'='1", 0.9)),
                "SQL injection in query.id",
                "rules/1",
                null,
                NOW,
                NOW,
                NOW.plusMillis(12),
                12);
    }
}
