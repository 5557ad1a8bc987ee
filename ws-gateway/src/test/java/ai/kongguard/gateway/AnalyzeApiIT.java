package ai.kongguard.gateway;

import static ai.kongguard.gateway.GatewayHttp.analyzeBody;
import static ai.kongguard.gateway.GatewayHttp.json;
import static ai.kongguard.gateway.GatewayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.Action;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code POST /analyze} of a gateway; the analyzer is this test. */
class AnalyzeApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PREFIX = TestBroker.newPrefix();
    private static final TestTopics TOPICS = new TestTopics(TestBroker.shared().bootstrapServers(), PREFIX);

    private static GatewayProcess gateway;
    private static GatewayHttp http;

    @BeforeAll
    static void start() {
        gateway = GatewayProcess.start(TestBroker.shared(), PREFIX, "--server.tomcat.threads.max=5");
        http = new GatewayHttp(gateway.port());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void answersWithTheVerdictOnWhatItPutOnTheTopic() throws Exception {
        String ip = "203.0.113.10";
        CompletableFuture<HttpResponse<String>> asked =
                http.postLater("/analyze", analyzeBody(ip, "\"query\":" + quoted("id=1' OR '1'='1") + ","));
        ConsumerRecord<String, byte[]> record = record(ip);
        TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(record.value());
        assertThat(record.key()).isEqualTo(ip);
        assertThat(record.headers()).isEmpty();
        assertThat(record.timestamp()).isEqualTo(event.observedAt().toEpochMilli());
        assertThat(event.source()).isEqualTo("analyze");
        assertThat(event.query()).isEqualTo("id=1' OR '1'='1");
        assertThat(event.userAgent()).isEqualTo("curl/8");
        assertThat(asked).isNotDone();

        gateway.publish(TestEvents.verdict(
                event.eventId(), ip, "local", Action.BLOCK, ThreatType.SQL_INJECTION, event.receivedAt()));
        JsonNode answer = json(asked.get(20, TimeUnit.SECONDS));
        assertThat(answer.get("event_id").asString()).isEqualTo(event.eventId());
        assertThat(answer.get("threat_id").asString()).isEqualTo(event.eventId());
        assertThat(answer.get("threat_type").asString()).isEqualTo("sql_injection");
        assertThat(answer.get("recommended_action").asString()).isEqualTo("block");
        assertThat(answer.get("tier").asString()).isEqualTo("local");
        assertThat(answer.get("context_analyzed").booleanValue()).isFalse();
        assertThat(answer.get("processing_time").isNumber()).isTrue();
    }

    @Test
    void storesNoCredentialAndNoMoreThanTheBounds() throws Exception {
        String ip = "203.0.113.11";
        var unused = http.postLater(
                "/analyze",
                analyzeBody(
                        ip,
                        "\"query\":\"access_token=s3cret&b=2\",\"headers\":{\"Cookie\":[\"sid=s3cret\"],\"X-A\":\"1\"},\"body\":"
                                + quoted("{\"password\":\"s3cret\",\"x\":\"" + "y".repeat(100_000) + "\"}") + ","));
        TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(record(ip).value());
        assertThat(event.toString()).doesNotContain("s3cret");
        assertThat(event.query()).isEqualTo("access_token=REDACTED&b=2");
        assertThat(event.redacted()).contains("query.access_token", "header.cookie", "body.password");
        assertThat(event.body()).hasSize(65_536);
        assertThat(event.bodyTruncated()).isTrue();
    }

    @Test
    void waitsForTheTierThatIsAsked() throws Exception {
        String ip = "203.0.113.12";
        CompletableFuture<HttpResponse<String>> asked = http.postLater("/analyze?tier=cloud", analyzeBody(ip, ""));
        String id = RecordCodec.TRAFFIC_EVENT.decode(record(ip).value()).eventId();
        try (GatewayClient client = GatewayClient.connect(gateway.port())) {
            client.first();
            gateway.publish(TestEvents.verdict(id, ip, "local", Action.ALLOW, ThreatType.NONE, TestEvents.NOW));
            client.awaitVerdict(id);
            assertThat(asked).isNotDone();
        }
        try (GatewayClient client = GatewayClient.connect(gateway.port())) {
            client.first();
            gateway.publish(TestEvents.verdict(id, ip, "cloud", Action.MONITOR, ThreatType.XSS, TestEvents.NOW));
            JsonNode answer = json(asked.get(20, TimeUnit.SECONDS));
            assertThat(answer.get("tier").asString()).isEqualTo("cloud");
            assertThat(answer.get("threat_type").asString()).isEqualTo("xss");
            JsonNode thought = client.awaitFrame(
                    frame -> frame.at("/data/details/event_id").asString("").equals(id));
            assertThat(thought.at("/data/status").asString()).isEqualTo("complete");
            assertThat(new DescribedSockets().check("ws", client.frames)).contains("ai_thinking");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unprotected", "no%20tier", "", "a/b"})
    void namesATierThatNobodyIs(String tier) throws Exception {
        HttpResponse<String> response = http.post("/analyze?tier=" + tier, analyzeBody("203.0.113.13", ""));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("detail").asString()).isEqualTo("Invalid tier parameter");
    }

    @Test
    void namesEveryFieldThatIsMissing() throws Exception {
        HttpResponse<String> response = http.post("/analyze", "{\"features\":{\"method\":\"GET\"}}");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains(
                        "{\"type\":\"missing\",\"loc\":[\"body\",\"features\",\"user_agent\"],\"msg\":\"Field required\"}")
                .contains("{\"type\":\"missing\",\"loc\":[\"body\",\"context\"],\"msg\":\"Field required\"}");
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeep() throws Exception {
        HttpResponse<String> large = http.post("/analyze", "{\"features\":\"" + "x".repeat(1_100_000) + "\"}");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(json(large).get("detail").asString()).contains("kongguard.gateway.analyze.max-body-size");
        assertThat(http.post("/analyze", "{\"features\":" + "[".repeat(5_000)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void blocksNoThreadWhileItWaits() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.add(http.postLater("/analyze", analyzeBody("198.51.100." + i, "")));
        }
        List<String> ids = await().atMost(PATIENCE)
                .until(
                        () -> events().stream()
                                .filter(e -> e.clientIp().startsWith("198.51.100."))
                                .map(TrafficEvent::eventId)
                                .toList(),
                        found -> found.size() == 40);
        assertThat(http.get("/test").statusCode()).isEqualTo(200);
        assertThat(asked).noneMatch(CompletableFuture::isDone);
        gateway.publish(ids.stream().map(Samples::benign).toList());
        for (CompletableFuture<HttpResponse<String>> one : asked) {
            assertThat(one.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void givesUpWithTheEventsIdAndTakesNoMoreThanMayWait() throws Exception {
        String prefix = TestBroker.newPrefix();
        try (GatewayProcess hasty = GatewayProcess.start(
                TestBroker.shared(),
                prefix,
                "--kongguard.gateway.analyze.timeout=3s",
                "--kongguard.gateway.analyze.max-waiting=1")) {
            GatewayHttp call = new GatewayHttp(hasty.port());
            TestTopics topics = new TestTopics(TestBroker.shared().bootstrapServers(), prefix);
            CompletableFuture<HttpResponse<String>> first = call.postLater("/analyze", analyzeBody("203.0.113.1", ""));
            await().atMost(PATIENCE).until(() -> topics.count(Topics.TRAFFIC) == 1);
            HttpResponse<String> second = call.post("/analyze", analyzeBody("203.0.113.2", ""));
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            HttpResponse<String> late = first.get(20, TimeUnit.SECONDS);
            assertThat(late.statusCode()).isEqualTo(504);
            TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(
                    topics.readAll(Topics.TRAFFIC).get(0).value());
            assertThat(json(late).get("event_id").asString()).isEqualTo(event.eventId());
            assertThat(json(late).get("detail").asString())
                    .contains("Tier local")
                    .contains("3000 ms");
            assertThat(call.postLater("/analyze", analyzeBody("203.0.113.3", ""))
                            .get(20, TimeUnit.SECONDS)
                            .statusCode())
                    .isEqualTo(504);
        }
    }

    @Test
    void saysThatKafkaDoesNotAnswer() throws Exception {
        try (TestBroker broker = TestBroker.start();
                GatewayProcess alone = GatewayProcess.start(
                        broker, TestBroker.newPrefix(), "--kongguard.gateway.analyze.timeout=2s")) {
            GatewayHttp call = new GatewayHttp(alone.port());
            broker.stop();
            HttpResponse<String> response = call.post("/analyze", analyzeBody("203.0.113.1", ""));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(json(response).get("detail").asString()).startsWith("Kafka did not acknowledge");
            assertThat(json(response).get("event_id").asString()).isNotBlank();
            HttpResponse<String> health = call.get("/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(json(health).get("status").asString()).isEqualTo("degraded");
        }
    }

    private static List<TrafficEvent> events() {
        return TOPICS.readAll(Topics.TRAFFIC).stream()
                .map(record -> RecordCodec.TRAFFIC_EVENT.decode(record.value()))
                .toList();
    }

    private static ConsumerRecord<String, byte[]> record(String clientIp) {
        return await().atMost(PATIENCE)
                .until(
                        () -> TOPICS.readAll(Topics.TRAFFIC).stream()
                                .filter(record -> record.key().equals(clientIp))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }
}
