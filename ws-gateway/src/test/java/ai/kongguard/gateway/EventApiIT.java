package ai.kongguard.gateway;

import static ai.kongguard.gateway.GatewayHttp.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finding an event again, in topics that have different numbers of partitions, some of them added later. */
class EventApiIT {

    private static final Instant NOW = TestEvents.NOW;
    private static final String OLD_CLIENT = "203.0.113.66";
    /** However slow the machine, only the bound on records is met here. */
    private static final String PATIENT = "--kongguard.gateway.events.timeout=25s";

    private static final String PREFIX = TestBroker.newPrefix();
    private static final TestTopics TOPICS = new TestTopics(TestBroker.shared().bootstrapServers(), PREFIX);

    private static GatewayProcess gateway;
    private static GatewayHttp http;

    @BeforeAll
    static void start() {
        TOPICS.create(Topics.TRAFFIC, 1);
        TOPICS.create(Topics.VERDICTS, 1);
        for (int i = 0; i < 20; i++) {
            send(TestEvents.event("old" + i, OLD_CLIENT + i, "/", ""), Map.of());
            send(verdict("old" + i, OLD_CLIENT + i, "local", Action.ALLOW));
        }
        TOPICS.extend(Topics.TRAFFIC, 3);
        TOPICS.extend(Topics.VERDICTS, 5);
        gateway = GatewayProcess.start(TestBroker.shared(), PREFIX, PATIENT);
        http = new GatewayHttp(gateway.port());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void findsAnEventWithAllThatWasSaidAboutIt() throws Exception {
        TrafficEvent event = TestEvents.with(
                TestEvents.event("e1", "203.0.113.1", "/a", "q=%27%20or%201"),
                Map.of("x-name", "&lt;b&gt;", "cookie", "s=%41", "accept", "*/*"),
                "{\"a\":1}");
        Finding finding = new Finding("xss", ThreatType.XSS, "header.x-name", 0, 9, "<b>", 0.9);
        Verdict blocked = TestEvents.found(verdict("e1", "203.0.113.1", "local", Action.BLOCK), List.of(finding));
        send(verdict("another", "203.0.113.1", "local", Action.BLOCK));
        send(event, Map.of(GroundTruth.LABEL, "attack", GroundTruth.TYPE, "xss", GroundTruth.RUN_ID, "7"));
        send(TestEvents.event("another", "203.0.113.1", "/", ""), Map.of());
        send(blocked);
        send(verdict("e1", "203.0.113.1", "cloud", Action.ALLOW));
        send(TestEvents.revised(blocked, 1));
        JsonNode found = json(get("e1", "203.0.113.1", NOW));
        assertThat(found.at("/event/body").asString()).isEqualTo("{\"a\":1}");
        assertThat(found.at("/event/observed_at").asString()).isEqualTo(NOW.toString());
        assertThat(found.at("/event/user_agent").isMissingNode()).isTrue();
        assertThat(found.at("/event/headers/x-name").asString()).isEqualTo("&lt;b&gt;");
        assertThat(found.at("/position/topic").asString()).isEqualTo(PREFIX + "gateway.traffic");
        assertThat(found.at("/canonical").toString()).isEqualTo("{\"query\":\"q=' or 1\",\"header.x-name\":\"<b>\"}");
        assertThat(found.at("/truth").toString()).isEqualTo("{\"label\":\"attack\",\"type\":\"xss\",\"run\":\"7\"}");
        assertThat(found.at("/complete").asBoolean()).isTrue();
        assertThat(found.at("/verdicts").valueStream().map(EventApiIT::tierAndRevision))
                .containsExactly("cloud 0", "local 0", "local 1");
        for (JsonNode verdict : found.at("/verdicts")) {
            JsonNode position = ((ObjectNode) verdict).remove("position");
            assertThat(position.get("offset").isIntegralNumber()).isTrue();
            new DescribedSockets().check("StreamedVerdict", verdict);
        }
    }

    @Test
    void findsAVerdictWhoseEventIsGoneAndAnEventThatNobodyJudged() throws Exception {
        send(verdict("e2", "203.0.113.2", "local", Action.BLOCK));
        JsonNode judged = json(get("e2", "203.0.113.2", NOW));
        assertThat(judged.get("event").isNull()).isTrue();
        assertThat(judged.get("position").isNull()).isTrue();
        assertThat(judged.get("truth").isNull()).isTrue();
        assertThat(judged.get("canonical")).isEmpty();
        assertThat(judged.get("verdicts")).hasSize(1);
        send(TestEvents.event("e3", "203.0.113.3", "/", ""), Map.of());
        JsonNode unjudged = json(get("e3", "203.0.113.3", NOW));
        assertThat(unjudged.at("/event/event_id").asString()).isEqualTo("e3");
        assertThat(unjudged.get("verdicts")).isEmpty();
    }

    @Test
    void findsWhatWasWrittenBeforePartitionsWereAdded() throws Exception {
        for (int i = 0; i < 20; i++) {
            JsonNode found = json(get("old" + i, OLD_CLIENT + i, NOW));
            assertThat(found.at("/position/partition").asInt()).isZero();
            assertThat(found.at("/event/event_id").asString()).isEqualTo("old" + i);
            assertThat(found.at("/verdicts")).hasSize(1);
        }
    }

    /** If another partition were read than the key's, the quiet client's search would meet the bound too. */
    @Test
    void readsOnlyTheKeysPartitionAndTellsWhenTheBoundEndedIt() throws Exception {
        String prefix = TestBroker.newPrefix();
        TestTopics topics = new TestTopics(TestBroker.shared().bootstrapServers(), prefix);
        topics.create(Topics.VERDICTS, 5);
        for (int i = 0; i < 40; i++) {
            send(topics, verdict("first", "198.51.100." + i, "local", Action.ALLOW));
        }
        Map<Integer, String> clients = new HashMap<>();
        topics.readAll(Topics.VERDICTS).forEach(record -> clients.put(record.partition(), record.key()));
        assertThat(clients).hasSize(5);
        String quiet = Objects.requireNonNull(clients.remove(4));
        for (String busy : clients.values()) {
            byte[] noise = RecordCodec.VERDICT.encode(verdict("noise", busy, "local", Action.ALLOW));
            topics.send(Topics.VERDICTS, busy, NOW, Collections.nCopies(300, noise), Map.of());
        }
        String busy = clients.values().iterator().next();
        send(topics, verdict("last", busy, "local", Action.BLOCK));
        try (GatewayProcess bounded = GatewayProcess.start(
                TestBroker.shared(), prefix, PATIENT, "--kongguard.gateway.events.max-records=100")) {
            GatewayHttp call = new GatewayHttp(bounded.port());
            JsonNode found = json(call.get(path("first", quiet, NOW)));
            assertThat(found.at("/verdicts")).hasSize(1);
            assertThat(found.at("/complete").asBoolean()).isTrue();
            HttpResponse<String> unfound = call.get(path("last", busy, NOW));
            assertThat(unfound.statusCode()).isEqualTo(404);
            assertThat(json(unfound).get("detail").asString()).contains("there are more", "max-records");
            assertThat(json(call.get(path("first", busy, NOW))).at("/complete").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void namesWhatWasSearchedWhenNothingIsFound() throws Exception {
        HttpResponse<String> response = get("e6", "203.0.113.6", NOW.plusSeconds(86_400));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).get("detail").asString())
                .isEqualTo("Neither event e6 of client 203.0.113.6 at " + NOW.plusSeconds(86_400)
                        + " nor a verdict on it is among the 0 records since then that may be it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)<script>", "a b;c=d", "é\u202e\u0007%00", "'\" or 1=1 --", "{x}*?#"})
    void takesAnyTextForAnId(String id) throws Exception {
        String client = "client " + id;
        send(TestEvents.event(id, client, "/" + id, id), Map.of());
        send(TestEvents.scored(TestEvents.verdict(id, client, "local", Action.BLOCK, ThreatType.XSS, NOW), 1, 1));
        HttpResponse<String> response = get(id, client, NOW);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body().chars()).allMatch(c -> c < 0x7f);
        assertThat(json(response).at("/event/event_id").asString()).isEqualTo(id);
        assertThat(json(response).at("/verdicts/0/client_ip").asString()).isEqualTo(client);
        assertThat(json(get(id + "x", client, NOW)).get("detail").asString()).contains(id + "x");
    }

    @ParameterizedTest
    @CsvSource({
        "client_ip=203.0.113.1, 422, observed_at",
        "observed_at=1, 422, client_ip",
        "client_ip=&observed_at=1, 422, client_ip",
        "client_ip=203.0.113.1&observed_at=yesterday, 400, observed_at must be",
        "client_ip=203.0.113.1&observed_at=-1, 400, observed_at must be",
        "client_ip=203.0.113.1&observed_at=99999999999999999999, 400, observed_at must be",
        "client_ip=203.0.113.1&observed_at=9223372036854775807, 400, observed_at must be",
    })
    void namesTheParameterThatIsMissingOrWrong(String query, int status, String named) throws Exception {
        HttpResponse<String> response = http.get("/api/events/e1?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("detail").toString()).contains(named);
    }

    @Test
    void refusesWhatIsTooLongToBeAnId() throws Exception {
        String longest = "x".repeat(256);
        assertThat(get(longest, longest, NOW).statusCode()).isEqualTo(404);
        assertThat(get(longest + "x", "203.0.113.1", NOW).statusCode()).isEqualTo(400);
        assertThat(get("e", longest + "x", NOW).statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> get(String id, String clientIp, Instant observedAt) throws Exception {
        return http.get(path(id, clientIp, observedAt));
    }

    private static String path(String id, String clientIp, Instant observedAt) {
        return "/api/events/" + escaped(id) + "?client_ip=" + escaped(clientIp) + "&observed_at="
                + observedAt.toEpochMilli();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String tierAndRevision(JsonNode verdict) {
        return verdict.get("tier").asString() + " " + verdict.get("revision").asInt();
    }

    private static Verdict verdict(String id, String clientIp, String tier, Action action) {
        return TestEvents.verdict(id, clientIp, tier, action, ThreatType.NONE, NOW);
    }

    private static void send(TrafficEvent event, Map<GroundTruth, String> truth) {
        Map<String, byte[]> headers = new HashMap<>();
        truth.forEach((name, value) -> headers.put(name.header(), value.getBytes(UTF_8)));
        byte[] value = RecordCodec.TRAFFIC_EVENT.encode(event);
        TOPICS.send(Topics.TRAFFIC, event.clientIp(), event.observedAt(), List.of(value), headers);
    }

    private static void send(Verdict verdict) {
        send(TOPICS, verdict);
    }

    private static void send(TestTopics topics, Verdict verdict) {
        byte[] value = RecordCodec.VERDICT.encode(verdict);
        topics.send(Topics.VERDICTS, verdict.clientIp(), verdict.observedAt(), List.of(value), Map.of());
    }
}
