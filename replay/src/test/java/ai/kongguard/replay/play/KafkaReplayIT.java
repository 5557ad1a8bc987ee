package ai.kongguard.replay.play;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.SeekTarget;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.replay.compare.GoldenTraffic;
import ai.kongguard.replay.compare.Recordings;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestTopics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaReplayIT {

    private static final PlaySettings FAST = new PlaySettings(PlaySettings.AS_FAST_AS_POSSIBLE, 1, null);

    @TempDir
    private Path folder;

    private final String servers = TestBroker.shared().bootstrapServers();
    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(servers, prefix);

    @Test
    void aRawReplayChangesNothing() throws Exception {
        List<RecordedRecord> records = new ArrayList<>(GoldenTraffic.records(200, 5));
        records.add(new RecordedRecord(
                Topics.TRAFFIC.name(),
                2,
                999,
                1_700_000_000_000L,
                false,
                null,
                null,
                List.of(new RecordedHeader("twice", new byte[] {0, -1}), new RecordedHeader("twice", null))));
        Recording recording = Recordings.write(folder.resolve("recording"), records);
        try (Admin admin = Admin.create(config())) {
            TargetTopics.prepare(admin, prefix, TargetTopics.of(recording));
            // A second time they are there already.
            TargetTopics.prepare(admin, prefix, TargetTopics.of(recording));
            Awaitility.await().untilAsserted(() -> assertThatThrownBy(
                            () -> TargetTopics.prepare(admin, prefix, Map.of(Topics.TRAFFIC.name(), 9)))
                    .hasMessage("Topic " + prefix + "gateway.traffic has 4 partitions, and the recording 9"));
        }
        PlayProgress end = play(recording, FAST, new RawDestination(prefix));
        assertThat(end.state()).isEqualTo(PlayState.COMPLETED);
        assertThat(end.sent()).isEqualTo(201);
        Map<Integer, List<String>> played = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : topics.readAll(Topics.TRAFFIC)) {
            played.computeIfAbsent(record.partition(), p -> new ArrayList<>()).add(text(record));
        }
        Map<Integer, List<String>> recorded = new HashMap<>();
        for (RecordedRecord record : records) {
            recorded.computeIfAbsent(record.partition(), p -> new ArrayList<>()).add(text(record));
        }
        assertThat(played).isEqualTo(recorded);
    }

    @Test
    void intoTheSystemEventsAreNewAndOfNowAndOfTheReplaysRun() throws Exception {
        topics.create(Topics.TRAFFIC, 2);
        RecordedRecord unlabelled = Recordings.search("plain", "q=1", "");
        List<RecordedRecord> records = List.of(
                Recordings.search("labelled", "q=2", "attack"),
                unlabelled,
                new RecordedRecord(
                        Topics.TRAFFIC.name(), 0, 0, 0, false, null, "{}".getBytes(UTF_8), unlabelled.headers()),
                Recordings.verdict("plain", "local", 0, ai.kongguard.event.Action.BLOCK));
        Recording recording = Recordings.write(folder.resolve("recording"), records);
        Instant before = Instant.now().minusMillis(1);
        PlayProgress end = play(
                recording,
                new PlaySettings(PlaySettings.AS_FAST_AS_POSSIBLE, 2, null),
                new SystemDestination(prefix + Topics.TRAFFIC.name(), 77));
        assertThat(end.sent()).isEqualTo(4);
        assertThat(end.attacks()).isEqualTo(2);
        assertThat(end.skipped()).isEqualTo(4);
        List<ConsumerRecord<String, byte[]>> played = topics.readAll(Topics.TRAFFIC);
        assertThat(played)
                .extracting(r -> RecordCodec.TRAFFIC_EVENT.decode(r.value()).eventId())
                .containsExactly("labelled-77", "plain-77", "labelled-77-1", "plain-77-1");
        TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(played.get(0).value());
        assertThat(event.source()).isEqualTo("replay");
        assertThat(event.query()).isEqualTo("q=2");
        assertThat(event.observedAt()).isBetween(before, Instant.now());
        assertThat(played.get(0).timestamp()).isEqualTo(event.observedAt().toEpochMilli());
        assertThat(headers(played.get(0)))
                .containsExactly("kg-truth-label=attack", "kg-truth-type=sql_injection", "kg-truth-run=77");
        assertThat(headers(played.get(1))).containsExactly("kg-truth-run=77");
    }

    @Test
    void hearsWhatIsAskedOfItsOwnRunOnly() {
        topics.create(Topics.COMMANDS, 1);
        Instant now = Instant.now();
        topics.send(
                Topics.COMMANDS, "7", now, List.of(RecordCodec.RUN_COMMAND.encode(RunCommand.stop(7, now))), Map.of());
        var consumer = new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer());
        try (PlayCommands commands = new PlayCommands(consumer, prefix + Topics.COMMANDS.name(), 7)) {
            topics.send(
                    Topics.COMMANDS,
                    "8",
                    now,
                    List.of("?".getBytes(UTF_8), RecordCodec.RUN_COMMAND.encode(RunCommand.stop(8, now))),
                    Map.of());
            assertThat(commands.heard()).isEmpty();
            List<RunCommand> asked = List.of(
                    RunCommand.pause(7, now),
                    RunCommand.seek(7, new SeekTarget(null, null, -10_000L), now),
                    RunCommand.resume(7, now),
                    RunCommand.stop(7, now));
            topics.send(
                    Topics.COMMANDS,
                    "7",
                    now,
                    asked.stream().map(RecordCodec.RUN_COMMAND::encode).toList(),
                    Map.of());
            List<RunCommand> heard = new ArrayList<>();
            Awaitility.await().until(() -> heard.addAll(commands.heard()) && heard.size() == 4);
            assertThat(heard)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("issuedAt")
                    .isEqualTo(asked);
            assertThat(commands.heard()).isEmpty();
        }
    }

    @Test
    void tellsOfItselfAsTheSimulatorDoes() throws Exception {
        Recording recording = Recordings.write(folder.resolve("recording"), GoldenTraffic.records(50, 5));
        topics.create(Topics.TRAFFIC, 2);
        PlaySettings settings = new PlaySettings(100, 1, null);
        PlayProgress end = play(recording, settings, new SystemDestination(prefix + Topics.TRAFFIC.name(), 5));
        Instant now = Instant.now();
        RunStatus status = new ReplayRun(5, recording, settings, "me").status(end, now);
        assertThat(RecordCodec.RUN_STATUS.decode(RecordCodec.RUN_STATUS.encode(status)))
                .isEqualTo(status);
        assertThat(status.state()).isEqualTo(RunStatus.State.COMPLETED);
        assertThat(status.planned()).isEqualTo(50);
        assertThat(status.sent()).isEqualTo(50);
        assertThat(status.attacks()).isEqualTo(15);
        assertThat(status.order().durationMs()).isEqualTo(49);
        assertThat(status.startedAt()).isBefore(now);
    }

    private PlayProgress play(Recording recording, PlaySettings settings, Destination destination) {
        var producer = new KafkaProducer<>(config(), new ByteArraySerializer(), new ByteArraySerializer());
        try (KafkaOutlet outlet = new KafkaOutlet(producer, destination, List.of(prefix + Topics.TRAFFIC.name()))) {
            Player player = new Player(recording, settings, outlet, new SystemPlayClock(InstantSource.system()));
            player.run();
            return player.progress();
        }
    }

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", servers);
    }

    private static List<String> headers(ConsumerRecord<?, ?> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .map(h -> h.key() + "=" + new String(h.value(), UTF_8))
                .toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        StringBuilder text = new StringBuilder(record.timestamp() + "|" + record.key() + "|" + hex(record.value()));
        for (Header header : record.headers()) {
            text.append('|').append(header.key()).append('=').append(hex(header.value()));
        }
        return text.toString();
    }

    private static String text(RecordedRecord record) {
        byte[] key = record.key();
        String keyText = key == null ? "null" : new String(key, UTF_8);
        StringBuilder text = new StringBuilder(record.timestamp() + "|" + keyText + "|" + hex(record.value()));
        for (RecordedHeader header : record.headers()) {
            text.append('|').append(header.name()).append('=').append(hex(header.value()));
        }
        return text.toString();
    }

    private static String hex(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? "null" : java.util.HexFormat.of().formatHex(bytes);
    }
}
