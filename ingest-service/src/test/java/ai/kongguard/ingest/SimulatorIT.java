package ai.kongguard.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunOrder.Strategy;
import ai.kongguard.event.RunOrder.Via;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class SimulatorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Instant START = Instant.ofEpochMilli(1_795_400_762_147L);

    private final TestBroker broker = TestBroker.shared();
    private final InstantSource clock = InstantSource.system();

    @Test
    void executesARunOnceAmongTwoInstancesAndTellsHowItGoes() {
        String prefix = TestBroker.newPrefix();
        TestTopics topics = topics(prefix);
        try (var first = start(prefix);
                var second = start(prefix)) {
            send(topics, RunCommand.start(11, order(Strategy.BLENDED, 100, 3_000, null), clock.instant()));
            RunStatus end = awaitEnd(topics, 11);
            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.planned()).isEqualTo(300);
            assertThat(end.sent()).isEqualTo(300);
            assertThat(end.attacks()).isEqualTo(90);
            assertThat(end.errors()).isZero();
            List<RunStatus> told = statuses(topics, 11);
            assertThat(told.stream().map(RunStatus::state)).contains(State.RUNNING);
            assertThat(told.stream().map(RunStatus::instance).distinct()).hasSize(1);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(counted("ended", first, second))
                    .isEqualTo(1));
            assertThat(counted("sent", first, second)).isEqualTo(300);
            assertThat(counted("errors", first, second)).isZero();
            for (var instance : List.of(first, second)) {
                MeterRegistry meters = instance.getBean(MeterRegistry.class);
                assertThat(meters.get("kongguard.ingest.runs.open").gauges()).hasSize(2);
                assertThat(meters.get("kongguard.ingest.runs.open").gauges()).allMatch(gauge -> gauge.value() == 0);
                assertThat(meters.get("kongguard.ingest.runs.behind").gauge().value())
                        .isZero();
            }
        }
        List<ConsumerRecord<String, byte[]>> records = topics.readAll(Topics.TRAFFIC);
        assertThat(records).hasSize(300).allSatisfy(record -> {
            TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(record.value());
            assertThat(event.source()).isEqualTo("simulator");
            assertThat(record.key()).isEqualTo(event.clientIp());
            assertThat(header(record, GroundTruth.RUN_ID)).isEqualTo("11");
            assertThat(header(record, GroundTruth.SEED)).isEqualTo("42");
            assertThat(ThreatType.named(header(record, GroundTruth.TYPE))).isNotNull();
            assertThat(new String(record.value(), UTF_8)).doesNotContain("kg-truth", "\"attack\"", "benign");
        });
        assertThat(records.stream()
                        .filter(record -> header(record, GroundTruth.LABEL).equals("attack")))
                .hasSize(90);
    }

    @Test
    void twoRunsOfOneSeedAreTheSameBytes() {
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String prefix = TestBroker.newPrefix();
            TestTopics topics = topics(prefix);
            try (var service = start(prefix)) {
                send(topics, RunCommand.start(12, order(Strategy.STEALTH, 1_000, 3_000, START), clock.instant()));
                assertThat(awaitEnd(topics, 12).startedAt()).isEqualTo(START);
            }
            runs.add(topics.readAll(Topics.TRAFFIC).stream()
                    .map(record -> record.timestamp()
                            + record.key()
                            + new String(record.value(), UTF_8)
                            + Stream.of(record.headers().toArray())
                                    .map(h -> h.key() + new String(h.value(), UTF_8))
                                    .collect(Collectors.joining()))
                    .sorted()
                    .toList());
        }
        assertThat(runs.get(0)).hasSize(240).isEqualTo(runs.get(1));
    }

    @Test
    void aStopReachesTheInstanceThatExecutesWhereverTheGroupIsNow() {
        String prefix = TestBroker.newPrefix();
        TestTopics topics = topics(prefix);
        var first = start(prefix);
        try {
            send(topics, RunCommand.start(13, order(Strategy.SUSTAINED, 20, 300_000, null), clock.instant()));
            await().atMost(PATIENCE).until(() -> statuses(topics, 13).stream().anyMatch(s -> s.sent() > 0));
            // Several newcomers: the group's one partition moves as a rule.
            try (var second = start(prefix);
                    var third = start(prefix)) {
                send(topics, RunCommand.stop(13, clock.instant()));
                RunStatus end = awaitEnd(topics, 13);
                assertThat(end.state()).isEqualTo(State.STOPPED);
                assertThat(end.sent()).isBetween(1L, 5_000L);
            }
        } finally {
            first.close();
        }
    }

    @Test
    void aStopBeforeItsStartAnOldStartAndAReplaySendNothing() {
        String prefix = TestBroker.newPrefix();
        TestTopics topics = topics(prefix);
        try (var service = start(prefix)) {
            send(topics, RunCommand.stop(14, clock.instant()));
            await().pollDelay(Duration.ofMillis(700)).until(() -> true);
            send(topics, RunCommand.start(14, order(Strategy.SUSTAINED, 20, 5_000, null), clock.instant()));
            assertThat(awaitEnd(topics, 14).state()).isEqualTo(State.STOPPED);
            Instant old = clock.instant().minusSeconds(100);
            send(topics, RunCommand.start(15, order(Strategy.SUSTAINED, 20, 5_000, null), old));
            RunStatus end = awaitEnd(topics, 15);
            assertThat(end.state()).isEqualTo(State.FAILED);
            assertThat(end.reason()).contains("30 s");
            send(topics, RunCommand.start(18, order(Strategy.REPLAY, 20, 5_000, null), clock.instant()));
            RunStatus replay = awaitEnd(topics, 18);
            assertThat(replay.state()).isEqualTo(State.FAILED);
            assertThat(replay.reason()).contains("a replay has to name a recording");
        }
        assertThat(topics.count(Topics.TRAFFIC)).isZero();
    }

    @Test
    void aQuickAttackIsOneEventWhoseIdWasKnownBefore() {
        String prefix = TestBroker.newPrefix();
        TestTopics topics = topics(prefix);
        RunOrder order = new RunOrder(
                Strategy.QUICK, null, 1, 0, List.of(ThreatType.XSS), List.of(), List.of(), 7, START, Via.TOPIC);
        try (var service = start(prefix)) {
            send(topics, RunCommand.start(16, order, clock.instant()));
            assertThat(awaitEnd(topics, 16).attacks()).isEqualTo(1);
        }
        TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(
                topics.readAll(Topics.TRAFFIC).get(0).value());
        assertThat(event.eventId()).isEqualTo(order.eventId(START, 0));
    }

    @Test
    void aRunWhoseInstanceIsKilledFails() throws Exception {
        String prefix = TestBroker.newPrefix();
        TestTopics topics = topics(prefix);
        Process process = startProcess(prefix);
        try {
            await().atMost(PATIENCE).until(() -> topicsExist(topics));
            send(topics, RunCommand.start(17, order(Strategy.SUSTAINED, 20, 300_000, null), clock.instant()));
            await().atMost(PATIENCE).until(() -> statuses(topics, 17).stream().anyMatch(s -> s.sent() > 0));
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (var survivor = start(prefix, "--kongguard.ingest.simulation.lease=3s")) {
            RunStatus end = awaitEnd(topics, 17);
            assertThat(end.state()).isEqualTo(State.FAILED);
            assertThat(end.reason()).contains("vanished");
            assertThat(end.sent()).isPositive();
        }
    }

    @Test
    void saysThatTheAnalyzersCannotKeepUp() {
        String prefix = TestBroker.newPrefix();
        TestTopics topics = topics(prefix);
        try (var service = start(prefix)) {
            commitNothing(prefix);
            send(topics, RunCommand.start(19, order(Strategy.SUSTAINED, 1_000, 6_000, null), clock.instant()));
            RunStatus end = awaitEnd(topics, 19);
            assertThat(end.saturated()).isTrue();
            assertThat(end.sent()).isEqualTo(6_000);
            // On a busy machine the sender may have been late before.
            assertThat(end.reason()).containsAnyOf("analyzers of tier local cannot keep up", "sender cannot keep up");
        }
    }

    /** Analyzers that have begun, and do not get on. */
    private void commitNothing(String prefix) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", prefix + "analyzer-local");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (var info : consumer.partitionsFor(prefix + Topics.TRAFFIC.name())) {
                offsets.put(new TopicPartition(info.topic(), info.partition()), new OffsetAndMetadata(0));
            }
            consumer.commitSync(offsets);
        }
    }

    @Test
    void sendsToAGatewayOnThisMachineAndFollowsNoRedirect() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        AtomicInteger elsewhere = new AtomicInteger();
        HttpServer gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        gateway.createContext("/", exchange -> {
            int number = requests.incrementAndGet();
            exchange.getResponseHeaders()
                    .add("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/");
            exchange.sendResponseHeaders(number % 2 == 0 ? 403 : 302, -1);
            exchange.close();
        });
        gateway.start();
        other.start();
        String prefix = TestBroker.newPrefix();
        TestTopics topics = topics(prefix);
        RunOrder order = new RunOrder(
                Strategy.SUSTAINED, null, 50, 2_000, List.of(), List.of(), List.of(), 9, null, Via.GATEWAY);
        try (var service = start(
                prefix,
                "--kongguard.ingest.simulation.gateway-url=http://localhost:"
                        + gateway.getAddress().getPort())) {
            send(topics, RunCommand.start(18, order, clock.instant()));
            RunStatus end = awaitEnd(topics, 18);
            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.sent() + end.errors()).isEqualTo(100);
            assertThat(end.sent()).isGreaterThan(80).isEqualTo(requests.get());
            assertThat(end.refused()).isBetween(35L, 50L);
        } finally {
            gateway.stop(0);
            other.stop(0);
        }
        assertThat(elsewhere).hasValue(0);
        assertThat(topics.count(Topics.TRAFFIC)).isZero();
    }

    @Test
    void doesNotStartWithAGatewayThatIsElsewhere() {
        assertThatThrownBy(() -> start(
                        TestBroker.newPrefix(), "--kongguard.ingest.simulation.gateway-url=http://203.0.113.9:8000"))
                .rootCause()
                .hasMessageContaining("kongguard.ingest.simulation.allowed-hosts");
    }

    private static boolean topicsExist(TestTopics topics) {
        try {
            topics.count(Topics.RUNS);
            topics.count(Topics.COMMANDS);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static RunOrder order(Strategy strategy, double rate, long durationMs, @Nullable Instant startAt) {
        return new RunOrder(
                strategy, null, rate, durationMs, List.of(), List.of("local"), List.of(), 42, startAt, Via.TOPIC);
    }

    private RunStatus awaitEnd(TestTopics topics, long runId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> statuses(topics, runId).stream()
                                .filter(status -> status.state().isEnd())
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static List<RunStatus> statuses(TestTopics topics, long runId) {
        return topics.readAll(Topics.RUNS).stream()
                .map(record -> RecordCodec.RUN_STATUS.decode(record.value()))
                .filter(status -> status.runId() == runId)
                .toList();
    }

    private static void send(TestTopics topics, RunCommand command) {
        topics.send(
                Topics.COMMANDS,
                command.key(),
                command.issuedAt(),
                List.of(RecordCodec.RUN_COMMAND.encode(command)),
                Map.of());
    }

    private TestTopics topics(String prefix) {
        return new TestTopics(broker.bootstrapServers(), prefix);
    }

    private ConfigurableApplicationContext start(String prefix, String... more) {
        String[] own = {
            "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
            "--kongguard.kafka.topic-prefix=" + prefix,
            "--server.port=0"
        };
        return new SpringApplicationBuilder(IngestConfiguration.class)
                .properties("spring.config.name=ingest")
                .run(Stream.of(own, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private Process startProcess(String prefix) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestApplication.class.getName(),
                        "--server.port=0",
                        "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--kongguard.kafka.topic-prefix=" + prefix)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static double counted(String meter, ConfigurableApplicationContext... instances) {
        return Arrays.stream(instances)
                .flatMap(instance ->
                        instance
                                .getBean(MeterRegistry.class)
                                .find("kongguard.ingest.runs." + meter)
                                .counters()
                                .stream())
                .mapToDouble(Counter::count)
                .sum();
    }

    private static String header(ConsumerRecord<String, byte[]> record, GroundTruth truth) {
        return new String(record.headers().lastHeader(truth.header()).value(), UTF_8);
    }
}
