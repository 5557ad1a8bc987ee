package ai.kongguard.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.DeadLetter;
import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IngestServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestBroker broker = TestBroker.shared();
    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);
    private ConfigurableApplicationContext service;

    @BeforeEach
    void startService() {
        service = start(broker, prefix);
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void publishesABatchByClientAndEventTimeAndPutsItsBadElementAside() throws Exception {
        HttpResponse<String> response = send(
                "POST",
                """
                [{"request":{"id":"e1","method":"GET","uri":"/users?id=1%27&access_token=s3cretvalue",
                             "headers":{"Cookie":"sid=s3cretvalue","authorization":"Bearer s3cretvalue"}},
                  "client_ip":"203.0.113.7","started_at":1795500000123},
                 {"request":{"id":"broken","password":"s3cretvalue","method":tru}},
                 {"session":{"tls":{}}},
                 {"request":{"id":"e2","uri":"/"},"client_ip":"203.0.113.8"}]
                """);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.get("received").asInt()).isEqualTo(4);
        assertThat(answer.get("accepted").asInt()).isEqualTo(2);
        assertThat(answer.get("rejected").asInt()).isEqualTo(1);
        assertThat(answer.get("stream").asInt()).isEqualTo(1);
        assertThat(answer.get("duplicates").asInt()).isZero();
        assertThat(answer.at("/errors/0/element").asInt()).isEqualTo(1);
        assertThat(answer.at("/errors/0/reason").asString()).startsWith("request.method: not valid JSON at byte ");

        List<ConsumerRecord<String, byte[]>> records = topics.readAll(Topics.TRAFFIC);
        assertThat(records).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("203.0.113.7", "203.0.113.8");
        ConsumerRecord<String, byte[]> first = records.stream()
                .filter(record -> record.key().equals("203.0.113.7"))
                .findFirst()
                .orElseThrow();
        assertThat(first.timestamp()).isEqualTo(1_795_500_000_123L);
        assertThat(first.headers()).isEmpty();
        TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(first.value());
        assertThat(event.eventId()).isEqualTo("e1");
        assertThat(event.query()).isEqualTo("id=1%27&access_token=REDACTED");
        assertThat(event.redacted())
                .containsExactlyInAnyOrder("query.access_token", "header.cookie", "header.authorization");

        List<ConsumerRecord<String, byte[]>> letters = topics.readAll(Topics.DEAD_LETTERS);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).key()).isEqualTo("kong");
        assertThat(header(letters.get(0), DeadLetter.REASON)).startsWith("request.method: ");
        assertThat(header(letters.get(0), DeadLetter.POSITION)).isEqualTo("element 1");
        assertThat(new String(letters.get(0).value(), UTF_8)).contains("\"id\":\"broken\"");

        for (ConsumerRecord<String, byte[]> record : records) {
            assertThat(new String(record.value(), UTF_8)).doesNotContain("s3cretvalue");
        }
        assertThat(new String(letters.get(0).value(), UTF_8)).doesNotContain("s3cretvalue");
        assertThat(count("received"))
                .isEqualTo(4)
                .isEqualTo(count("accepted") + count("rejected") + count("stream") + count("duplicates"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void takesEveryMethodKongMayUse(String method) throws Exception {
        assertThat(accepted(send(method, "{\"request\":{\"uri\":\"/" + method + "\"}}")))
                .isEqualTo(1);
    }

    @Test
    void letsNobodyInWithoutTheToken() throws Exception {
        service.close();
        service = start(broker, prefix, "--kongguard.ingest.token=t0ken:with-colon");
        byte[] body = "{\"request\":{\"uri\":\"/\"}}".getBytes(UTF_8);
        String basic = Base64.getEncoder().encodeToString("kong:t0ken:with-colon".getBytes(UTF_8));
        assertThat(send("POST", body, "Authorization", "Bearer t0ken:with-colon")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", body, "Authorization", "Basic " + basic).statusCode())
                .isEqualTo(200);
        for (String wrong :
                List.of("Bearer t0ken", "Bearer ", "Basic !", "Digest t0ken:with-colon", "t0ken:with-colon")) {
            HttpResponse<String> refused = send("POST", body, "Authorization", wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
            assertThat(refused.body()).contains("Authorization: Bearer TOKEN");
        }
        assertThat(send("POST", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void takesLinesAndGzip() throws Exception {
        String lines = "{\"request\":{\"uri\":\"/1\"}}\n{\"request\":{\"uri\":\"/2\"}}\n";
        assertThat(accepted(send("POST", lines.getBytes(UTF_8), "Content-Type", "application/x-ndjson")))
                .isEqualTo(2);
        String array = "[{\"request\":{\"uri\":\"/3\"}},{\"request\":{\"uri\":\"/4\"}},{\"request\":{\"uri\":\"/5\"}}]";
        assertThat(accepted(send("POST", gzip(array), "Content-Encoding", "gzip")))
                .isEqualTo(3);
        assertThat(topics.count(Topics.TRAFFIC)).isEqualTo(5);
    }

    @Test
    void takesWhatCurlSendsByDefault() throws Exception {
        byte[] body = "{\"request\":{\"uri\":\"/a?b=c\"}}".getBytes(UTF_8);
        for (String method : List.of("POST", "PUT")) {
            HttpResponse<String> response = send(method, body, "Content-Type", "application/x-www-form-urlencoded");
            assertThat(JSON.readTree(response.body()).get("received").asInt()).isEqualTo(1);
        }
    }

    /** Anything but a success would make a gateway send it again. */
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "[]"})
    void acceptsABatchOfNothing(String body) throws Exception {
        HttpResponse<String> response = send("POST", body);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).get("received").asInt()).isZero();
    }

    @Test
    void saysWhatIsWrongWithABodyThatIsNone() throws Exception {
        HttpResponse<String> notGzip = send("POST", "{}".getBytes(UTF_8), "Content-Encoding", "gzip");
        assertThat(notGzip.statusCode()).isEqualTo(400);
        assertThat(notGzip.body()).contains("Content-Encoding is gzip, but the body is not");
        HttpResponse<String> brotli = send("POST", "{}".getBytes(UTF_8), "Content-Encoding", "br");
        assertThat(brotli.statusCode()).isEqualTo(415);
        assertThat(brotli.body()).contains("send gzip or nothing");
    }

    @Test
    void answers503WhileTheBrokerIsAwayAndLosesAndDoublesNothing() throws Exception {
        String batch = "[{\"request\":{\"id\":\"a\",\"uri\":\"/\"}},{\"request\":{\"id\":\"b\",\"uri\":\"/\"}}]";
        try (TestBroker own = TestBroker.start()) {
            service.close();
            service = start(own, prefix, "--kongguard.ingest.delivery-timeout=3s");
            TestTopics ownTopics = new TestTopics(own.bootstrapServers(), prefix);
            assertThat(accepted(send("POST", "{\"request\":{\"id\":\"first\",\"uri\":\"/\"}}")))
                    .isEqualTo(1);
            own.stop();
            HttpResponse<String> away = send("POST", batch);
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).contains("2");
            assertThat(away.body()).contains("did not acknowledge", "nothing is lost if the body is sent again");
            own.restart();
            await().atMost(PATIENCE).until(() -> send("POST", batch).statusCode() == 200);
            assertThat(ownTopics.readAll(Topics.TRAFFIC))
                    .extracting(record ->
                            RecordCodec.TRAFFIC_EVENT.decode(record.value()).eventId())
                    .containsExactlyInAnyOrder("first", "a", "b");
            assertThat(service.getBean(MeterRegistry.class)
                            .get("kongguard.ingest.unavailable")
                            .counter()
                            .count())
                    .isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void demoTrafficCarriesItsTruthInHeadersOnly() {
        service.close();
        service = start(
                broker,
                prefix,
                "--kongguard.demo=true",
                "--kongguard.ingest.demo.rate=100",
                "--kongguard.ingest.demo.seed=7");
        await().atMost(PATIENCE).until(() -> topics.count(Topics.TRAFFIC) > 100);
        List<ConsumerRecord<String, byte[]>> records = topics.readAll(Topics.TRAFFIC);
        assertThat(records).allSatisfy(record -> {
            TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(record.value());
            assertThat(event.source()).isEqualTo("demo");
            assertThat(header(record, GroundTruth.LABEL.header())).isIn("attack", "benign");
            assertThat(new String(record.value(), UTF_8)).doesNotContain("kg-truth", "attack\"", "benign");
        });
        assertThat(records)
                .extracting(record -> header(record, GroundTruth.LABEL.header()))
                .contains("attack", "benign");
    }

    private static ConfigurableApplicationContext start(TestBroker broker, String prefix, String... more) {
        String[] own = {
            "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
            "--kongguard.kafka.topic-prefix=" + prefix,
            "--server.port=0"
        };
        String[] args = java.util.stream.Stream.of(own, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return new SpringApplicationBuilder(IngestConfiguration.class)
                .properties("spring.config.name=ingest")
                .run(args);
    }

    private double count(String name) {
        return service.getBean(MeterRegistry.class)
                .get("kongguard.ingest." + name)
                .counter()
                .count();
    }

    private static int accepted(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).get("accepted").asInt();
    }

    private HttpResponse<String> send(String method, String body) throws Exception {
        return send(method, body.getBytes(UTF_8), "Content-Type", "application/json; charset=utf-8");
    }

    private HttpResponse<String> send(String method, byte[] body, String... headers) throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ingest/kong"))
                .headers(headers)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
