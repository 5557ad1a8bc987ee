package ai.kongguard.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.gateway.RawClient.Received;
import ai.kongguard.testkit.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client may do, and what it hears when it does more. */
class SocketRulesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayProcess.start(
                TestBroker.shared(),
                TestBroker.newPrefix(),
                "--kongguard.gateway.client.ping-interval=500ms",
                "--kongguard.gateway.client.silence-timeout=2s",
                "--kongguard.gateway.client.max-message-size=1KB",
                "--kongguard.gateway.client.max-frames-per-second=20",
                "--kongguard.gateway.client.max-per-address=2",
                "--server.forward-headers-strategy=native");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void answersAClientsPing() throws IOException {
        try (RawClient client = RawClient.open(gateway.port())) {
            client.send(ClientFrames.masked(0x89, new byte[] {1, 2, 3}));
            assertThat(client.await(RawClient.PONG).payload()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void tellsAClientThatAnswersPingsHowLongThatTook() throws IOException {
        long before = roundTrips();
        try (RawClient client = RawClient.open(gateway.port())) {
            for (int i = 0; i < 2; i++) {
                client.send(
                        ClientFrames.masked(0x8A, client.await(RawClient.PING).payload()));
                JsonNode heartbeat = awaitType(client, "heartbeat");
                assertThat(heartbeat.get("rtt_ms").asDouble()).isBetween(0.001, 5_000.0);
                assertThat(heartbeat.get("timestamp").asString()).endsWith("Z");
            }
            // An answer that was made up tells nothing.
            client.send(ClientFrames.masked(0x8A, new byte[8]));
            client.await(RawClient.PING);
        }
        assertThat(roundTrips() - before).isEqualTo(2);
    }

    @Test
    void endsTheSessionOfASilentClientAndKeepsThatOfOneThatOnlyTalks() throws Exception {
        double before = gateway.closed("silent");
        try (RawClient silent = RawClient.open(gateway.port());
                RawClient talking = RawClient.open(gateway.port())) {
            long opened = System.nanoTime();
            List<Integer> closes = Collections.synchronizedList(new ArrayList<>());
            Thread reader = new Thread(() -> {
                try {
                    closes.add(silent.await(RawClient.CLOSE).closeCode());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            reader.start();
            await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> {
                talking.send(ClientFrames.text("{}"));
                return !closes.isEmpty();
            });
            assertThat(closes).containsExactly(CloseReason.SILENT.code());
            assertThat(Duration.ofNanos(System.nanoTime() - opened)).isGreaterThan(Duration.ofSeconds(2));
            assertThat(gateway.closed("silent") - before).isEqualTo(1);
            talking.send(ClientFrames.masked(0x89, new byte[] {9}));
            assertThat(talking.await(RawClient.PONG).payload()).containsExactly(9);
        }
    }

    static Stream<Arguments> brokenRules() {
        byte[] bad = {'a', (byte) 0xC3, '('};
        byte[] oversize = {(byte) 0x82, (byte) 0xFF, 0, 0, 0, 0, 0, 0x10, 0, 0, 1, 2, 3, 4};
        return Stream.of(
                Arguments.of("unmasked", new byte[] {(byte) 0x81, 2, 'h', 'i'}, CloseReason.PROTOCOL),
                Arguments.of("garbage", "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8), CloseReason.PROTOCOL),
                Arguments.of("no text", ClientFrames.masked(0x81, bad), CloseReason.NOT_TEXT),
                Arguments.of("announced oversize", oversize, CloseReason.TOO_LARGE),
                Arguments.of("oversize", ClientFrames.text("x".repeat(100_000)), CloseReason.TOO_LARGE),
                Arguments.of(
                        "oversize in parts",
                        ClientFrames.join(
                                ClientFrames.masked(0x01, new byte[800]), ClientFrames.masked(0x80, new byte[800])),
                        CloseReason.TOO_LARGE),
                Arguments.of(
                        "too many",
                        ClientFrames.join(
                                Collections.nCopies(40, ClientFrames.text("a")).toArray(byte[][]::new)),
                        CloseReason.TOO_MANY_FRAMES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void endsASessionThatBreaksARule(String what, byte[] sent, CloseReason reason) throws IOException {
        double before = gateway.closed(reason.name().toLowerCase(Locale.ROOT));
        try (RawClient client = RawClient.open(gateway.port())) {
            client.send(sent);
            Received close = client.await(RawClient.CLOSE);
            assertThat(close.closeCode()).isEqualTo(reason.code());
            assertThat(close.closeText()).isEqualTo(reason.text());
            client.send(ClientFrames.masked(0x88, new byte[] {3, (byte) 0xE8}));
            assertThat(client.isEnded()).isTrue();
        }
        assertThat(gateway.closed(reason.name().toLowerCase(Locale.ROOT)) - before)
                .isEqualTo(1);
    }

    @Test
    void answersAGoodbye() throws IOException {
        try (RawClient client = RawClient.open(gateway.port())) {
            client.send(ClientFrames.masked(0x88, new byte[] {3, (byte) 0xE8}));
            assertThat(client.await(RawClient.CLOSE).closeCode()).isEqualTo(1000);
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void limitsTheSessionsOfOneAddressAsTheProxyForwardsIt() throws IOException {
        String[] one = {"X-Forwarded-For: 2001:db8:1:2::1"};
        String[] same = {"X-Forwarded-For: 2001:db8:1:2:3::4"};
        String[] other = {"X-Forwarded-For: 203.0.113.9"};
        try (RawClient first = RawClient.open(gateway.port(), one);
                RawClient second = RawClient.open(gateway.port(), same)) {
            try (RawClient third = RawClient.open(gateway.port(), one)) {
                assertThat(third.read().closeCode()).isEqualTo(CloseReason.ADDRESS_FULL.code());
            }
            try (RawClient third = RawClient.open(gateway.port(), other)) {
                assertThat(third.await(RawClient.TEXT).text()).contains("\"connection\"");
            }
            first.vanish();
            await().atMost(PATIENCE).until(() -> {
                try (RawClient again = RawClient.open(gateway.port(), one)) {
                    return again.read().kind() == RawClient.TEXT;
                }
            });
            assertThat(second.await(RawClient.TEXT).text()).contains("\"connection\"");
        }
    }

    @Test
    void asksItsSessionsToComeBackAtDifferentTimesWhenItStops() throws IOException {
        GatewayProcess stopping = GatewayProcess.start(TestBroker.shared(), TestBroker.newPrefix());
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(RawClient.open(stopping.port()));
        }
        Thread stop = new Thread(stopping::close);
        stop.start();
        List<String> texts = new ArrayList<>();
        for (RawClient client : clients) {
            Received close = client.await(RawClient.CLOSE);
            assertThat(close.closeCode()).isEqualTo(CloseReason.SHUTDOWN.code());
            texts.add(close.closeText());
            client.close();
        }
        assertThat(texts).allMatch(text -> text.matches("The gateway is shutting down: reconnect in \\d{3,5} ms"));
        assertThat(texts.stream().distinct()).hasSizeGreaterThan(1);
        await().atMost(PATIENCE).until(() -> !stop.isAlive());
    }

    private static JsonNode awaitType(RawClient client, String type) throws IOException {
        while (true) {
            JsonNode frame = JSON.readTree(client.await(RawClient.TEXT).text());
            if (frame.path("type").asString("").equals(type)) {
                return frame;
            }
        }
    }

    private static long roundTrips() {
        return gateway.context
                .getBean(MeterRegistry.class)
                .get("kongguard.gateway.round_trip")
                .timer()
                .count();
    }
}
