package ai.kongguard.gateway;

import static ai.kongguard.gateway.GatewayHttp.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.DeadLetter;
import ai.kongguard.event.Topics;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeadLettersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PREFIX = TestBroker.newPrefix();
    private static final TestTopics TOPICS = new TestTopics(TestBroker.shared().bootstrapServers(), PREFIX);

    private static GatewayProcess gateway;
    private static GatewayHttp http;

    /** What there is before the gateway starts: more than it looks at. */
    @BeforeAll
    static void start() {
        TOPICS.create(Topics.DEAD_LETTERS, 1);
        Instant now = InstantSource.system().instant();
        send(now.minus(Duration.ofHours(3)), "too old", "element 1");
        send(now.minus(Duration.ofMinutes(30)), "not valid JSON at byte 17", "element 2");
        gateway = GatewayProcess.start(TestBroker.shared(), PREFIX);
        http = new GatewayHttp(gateway.port());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void tellsTheReasonsOfTheLastHourAndOfWhatComes() throws Exception {
        JsonNode before = json(http.get("/api/dead-letters"));
        assertThat(before.get("count").asLong()).isEqualTo(1);
        assertThat(Instant.parse(before.get("since").asString()))
                .isBefore(InstantSource.system().instant().minus(Duration.ofMinutes(59)));
        send(InstantSource.system().instant(), "not valid JSON at byte 4", "element 3");
        await().atMost(PATIENCE)
                .until(() -> json(http.get("/api/dead-letters")).get("count").asLong() == 2);
        JsonNode after = json(http.get("/api/dead-letters?limit=1"));
        assertThat(after.get("reasons")).hasSize(1);
        assertThat(after.at("/reasons/0/source").asString()).isEqualTo("kong");
        assertThat(after.at("/reasons/0/reason").asString()).isEqualTo("not valid JSON at byte #");
        assertThat(after.at("/reasons/0/count").asLong()).isEqualTo(2);
        assertThat(after.get("dead_letters")).hasSize(1);
        JsonNode newest = after.at("/dead_letters/0");
        assertThat(newest.at("/position").asString()).isEqualTo("element 3");
        assertThat(newest.at("/bytes").asInt()).isEqualTo(8);
        assertThat(newest.at("/truncated").asBoolean()).isTrue();
        assertThat(newest.at("/offset").asLong()).isEqualTo(2);
        assertThat(after.toString()).doesNotContain("{secret}");
        HttpResponse<String> wrong = http.get("/api/dead-letters?limit=501");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).get("detail").asString()).startsWith("limit must be");
    }

    @Test
    void isAmongTheReadersOfTheStatus() throws Exception {
        try (GatewayClient client = GatewayClient.stream(gateway.port(), "")) {
            JsonNode status =
                    client.awaitFrame(frame -> frame.at("/type").asString("").equals("status"));
            assertThat(status.at("/readers").findValuesAsString("name")).contains(PREFIX + "gateway.traffic.dlt");
        }
    }

    /** As ingest writes it. */
    private static void send(Instant at, String reason, String position) {
        Map<String, byte[]> headers = Map.of(
                DeadLetter.REASON, reason.getBytes(UTF_8),
                DeadLetter.SOURCE, "kong".getBytes(UTF_8),
                DeadLetter.POSITION, position.getBytes(UTF_8),
                DeadLetter.TRUNCATED, "true".getBytes(UTF_8));
        TOPICS.send(Topics.DEAD_LETTERS, "kong", at, List.of("{secret}".getBytes(UTF_8)), headers);
    }
}
