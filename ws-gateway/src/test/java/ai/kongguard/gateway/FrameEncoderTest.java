package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every field that existing clients read, in the type they read it as. */
class FrameEncoderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE = "<script>alert(\"1\")</script>\u0000\n\u2028\ud800 \ud83d\ude00 \u00e9";

    private final FrameEncoder encoder = new FrameEncoder();
    private final TileBoard board = new TileBoard(Samples.TIER, () -> Samples.NOW);

    @Test
    void greetsWithTilesAndHistoryOldestFirst() {
        Frame frame = encoder.connection(tiles(), List.of(Samples.benign("e1"), Samples.attack("e2")), Samples.NOW);
        JsonNode json = JSON.readTree(frame.text());
        assertThat(json.at("/type").asString()).isEqualTo("connection");
        assertThat(json.at("/message").asString()).isEqualTo("Connected to Kong Guard AI Real-Time System");
        assertThat(json.at("/timestamp").asString())
                .isEqualTo(Samples.NOW.toString())
                .endsWith("Z");
        assertMetrics(json.at("/metrics"));
        assertThat(json.at("/history")).hasSize(2);
        json.at("/history").forEach(FrameEncoderTest::assertEvent);
        assertThat(json.at("/history/0/event_id").asString()).isEqualTo("e1");
        assertThat(frame.verdicts()).isZero();
    }

    @Test
    void showsAVerdictInTheFlatAndInTheNestedForm() {
        Frame frame = encoder.verdict(Samples.hostile("e1", "text"), tiles(), 7);
        JsonNode json = JSON.readTree(frame.text());
        assertThat(json.at("/type").asString()).isEqualTo("threat_analysis");
        assertThat(json.at("/timestamp").asString()).endsWith("Z");
        assertJudgement(json);
        assertJudgement(json.at("/data"));
        assertThat(json.at("/data/indicators/0").asString()).isEqualTo("xss in query.q: text");
        assertThat(json.at("/data/processing_time").asDouble()).isEqualTo(0.012345);
        assertThat(json.at("/data/detailed_analysis").isObject()).isTrue();
        assertMetrics(json.at("/metrics"));
        assertEvent(json.at("/event"));
        assertThat(json.at("/event/action").asString()).isEqualTo("block");

        assertThat(json.at("/event_id").asString()).isEqualTo("e1");
        assertThat(json.at("/revision").isInt()).isTrue();
        assertThat(json.at("/source").asString()).isEqualTo("demo");
        assertThat(json.at("/status").isNull()).isTrue();
        assertThat(json.at("/host").asString()).isEqualTo("text");
        assertThat(json.at("/route").asString()).isEqualTo("text");
        assertThat(json.at("/degraded").isNull()).isTrue();
        assertThat(json.at("/observed_at").asString()).isEqualTo(Samples.NOW.toString());
        assertThat(json.at("/skipped").asInt()).isEqualTo(7);
        JsonNode finding = json.at("/findings/0");
        assertThat(finding.propertyNames())
                .containsExactly("detector", "type", "field", "offset", "length", "evidence", "weight");
        assertThat(frame.verdicts()).as("lost with this frame").isEqualTo(8);
    }

    @Test
    void escapesWhateverAnAttackerSends() {
        Frame frame = encoder.verdict(Samples.hostile("e1", HOSTILE), tiles(), 0);
        assertThat(frame.text().chars()).as("one line of ASCII").allMatch(c -> c >= ' ' && c < 127);
        assertThat(frame.bytes()).isEqualTo(frame.text().length());
        JsonNode json = JSON.readTree(frame.text());
        for (String field : List.of("/path", "/query", "/client_ip", "/data/path", "/event/path", "/reasoning")) {
            assertThat(json.at(field).asString()).as(field).isEqualTo(HOSTILE);
        }
    }

    @Test
    void sendsTilesByThemselvesAndGaps() {
        JsonNode metrics =
                JSON.readTree(encoder.metrics(tiles(), 7, 3, 12, Samples.NOW).text());
        assertThat(metrics.propertyNames())
                .containsExactly("type", "metrics", "sequence", "sessions", "skipped_total", "timestamp");
        assertMetrics(metrics.at("/metrics"));
        Frame gap = FrameEncoder.gap(5, Samples.NOW);
        assertThat(JSON.readTree(gap.text()).propertyNames()).containsExactly("type", "skipped", "timestamp");
        assertThat(gap.verdicts()).isEqualTo(5);
    }

    @Test
    void sendsNumbersWhereClientsNeedThemAndNullWhereWeKnowNothing() {
        JsonNode tiles = JSON.readTree(tiles());
        assertThat(tiles.propertyNames())
                .containsExactly(
                        "total_requests",
                        "threats_blocked",
                        "threats_allowed",
                        "avg_latency",
                        "current_rps",
                        "ai_accuracy",
                        "latency_p50",
                        "latency_p95",
                        "latency_p99",
                        "lag",
                        "last_event_at",
                        "silent_tiers",
                        "lagging_tiers",
                        "silent_sources",
                        "tier",
                        "as_of");
        assertMetrics(tiles);
        for (String unknown :
                List.of("ai_accuracy", "latency_p50", "latency_p95", "latency_p99", "lag", "last_event_at", "as_of")) {
            assertThat(tiles.get(unknown).isNull()).as(unknown).isTrue();
        }
        board.add(Samples.total(3, 1, 0, Samples.NOW));
        assertThat(JSON.readTree(tiles()).at("/as_of").asString()).isEqualTo(Samples.NOW.toString());
    }

    private String tiles() {
        return encoder.tiles(board.at(Samples.NOW));
    }

    private static void assertMetrics(JsonNode metrics) {
        for (String field :
                List.of("total_requests", "threats_blocked", "threats_allowed", "avg_latency", "current_rps")) {
            assertThat(metrics.get(field).isNumber()).as(field).isTrue();
        }
    }

    private static void assertEvent(JsonNode event) {
        for (String field : List.of("threat_score", "confidence")) {
            assertThat(event.get(field).isNumber()).as(field).isTrue();
        }
        for (String field : List.of(
                "event_id",
                "timestamp",
                "threat_type",
                "action",
                "method",
                "path",
                "query",
                "client_ip",
                "source",
                "reasoning",
                "tier")) {
            assertThat(event.get(field).isString()).as(field).isTrue();
        }
        assertThat(event.has("status")).isTrue();
    }

    private static void assertJudgement(JsonNode json) {
        for (String field : List.of("threat_score", "confidence", "processing_time_ms")) {
            assertThat(json.get(field).isNumber()).as(field).isTrue();
        }
        for (String field : List.of(
                "tier",
                "threat_type",
                "reasoning",
                "recommended_action",
                "method",
                "path",
                "client_ip",
                "query",
                "ai_model")) {
            assertThat(json.get(field).isString()).as(field).isTrue();
        }
        assertThat(json.get("processing_time_ms").asDouble()).isEqualTo(12.345);
    }
}
