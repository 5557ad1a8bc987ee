package ai.kongguard.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.PlaybackOrder;
import ai.kongguard.event.PlaybackStatus;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RecordingOrder;
import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.event.SeekTarget;
import ai.kongguard.event.StoredRecording;
import ai.kongguard.event.StoredRecording.Contents;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What is asked of ingest through the topics is recorded and played, and told of there. */
class RecordingsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int EVENTS = 100;
    private static final int APART_MS = 200;

    @TempDir
    private Path folder;

    private final TestBroker broker = TestBroker.shared();
    private final InstantSource clock = InstantSource.system();
    private final String prefix = TestBroker.newPrefix();
    private final TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);

    @Test
    void recordsAndPlaysAndIsSteered() {
        try (var service = start()) {
            publishTraffic();
            record(21, "first");
            RunStatus recorded = awaitEnd(21);
            assertThat(recorded.state()).as(recorded.reason()).isEqualTo(State.COMPLETED);
            assertThat(Objects.requireNonNull(recorded.recording()).records()).isEqualTo(EVENTS);
            assertThat(Files.exists(folder.resolve("first.kgr"))).isTrue();
            StoredRecording stored = awaitStored("first", one -> one.contents() != null);
            assertThat(stored.contents()).isEqualTo(new Contents(EVENTS, EVENTS / 4, EVENTS / 4, 0));
            assertThat(stored.records()).isEqualTo(EVENTS);
            assertThat(stored.problem()).isNull();
            assertThat(Duration.between(stored.firstTime(), stored.lastTime()))
                    .isEqualTo(Duration.ofMillis((EVENTS - 1) * APART_MS));

            play(22, "first", 1);
            awaitStatus(22, status -> status.sent() > 2);
            send(RunCommand.pause(22, clock.instant()));
            RunStatus paused = awaitStatus(22, status -> playback(status).paused());
            assertThat(paused.state()).isEqualTo(State.RUNNING);
            assertThat(paused.behindMs()).isZero();
            send(RunCommand.seek(22, new SeekTarget(null, 0.95, null), clock.instant()));
            RunStatus sought = awaitStatus(22, status -> playback(status).position() >= EVENTS * 95 / 100);
            assertThat(playback(sought).paused()).isTrue();
            assertThat(sought.sent()).isLessThan(EVENTS / 2);
            send(RunCommand.resume(22, clock.instant()));
            RunStatus end = awaitEnd(22);
            assertThat(end.state()).as(end.reason()).isEqualTo(State.COMPLETED);
            assertThat(end.sent()).isEqualTo(sought.sent() + EVENTS * 5 / 100);
            assertThat(end.order().playback()).isEqualTo(new PlaybackOrder("first", 1, 1, null, null));
            assertThat(end.order().tiers()).containsExactly("local");

            play(23, "first", 1);
            awaitStatus(23, status -> status.sent() > 0);
            send(RunCommand.stop(23, clock.instant()));
            RunStatus stopped = awaitEnd(23);
            assertThat(stopped.state()).isEqualTo(State.STOPPED);
            assertThat(stopped.sent()).isBetween(1L, EVENTS - 1L);
            List<String> runs = topics.readAll(Topics.TRAFFIC).stream()
                    .map(record -> record.headers().lastHeader(GroundTruth.RUN_ID.header()))
                    .filter(Objects::nonNull)
                    .map(header -> new String(header.value(), UTF_8))
                    .toList();
            assertThat(runs.stream().filter("22"::equals)).hasSize((int) end.sent());
            assertThat(runs.stream().filter("23"::equals)).hasSize((int) stopped.sent());
        }
    }

    @Test
    void saysWhatCannotBeDone() throws Exception {
        try (var service = start("--kongguard.ingest.recordings.max-total-size=256MB")) {
            publishTraffic();
            play(31, "nothing", 1);
            assertThat(failed(31)).contains("there is no recording nothing");
            record(32, "whole");
            assertThat(awaitEnd(32).state()).isEqualTo(State.COMPLETED);
            record(33, "whole");
            assertThat(failed(33)).contains("there is a recording whole already");
            record(34, "another");
            assertThat(failed(34)).contains("max-total-size");
            send(RunCommand.start(
                    35,
                    RunOrder.record(new RecordingOrder(
                            "incident", null, null, null, List.of(), List.of(), "none/1", false, false)),
                    clock.instant()));
            // Room comes first.
            assertThat(failed(35)).contains("max-total-size");

            damage("whole", "damaged");
            Files.writeString(folder.resolve("text.kgr"), "This is no recording.");
            Files.createSymbolicLink(folder.resolve("link.kgr"), folder.resolve("whole.kgr"));
            assertThat(awaitStored("damaged", one -> one.problem() != null).problem())
                    .contains("cannot be read");
            assertThat(awaitStored("text", one -> one.problem() != null).manifest())
                    .isNull();
            play(36, "damaged", 0);
            assertThat(failed(36)).contains("cannot be read");
            play(37, "text", 0);
            assertThat(failed(37)).contains("no recording that can be read");
            play(38, "link", 0);
            assertThat(failed(38)).contains("there is no recording link");
            Files.delete(folder.resolve("text.kgr"));
            await().atMost(PATIENCE).until(() -> topics.readAll(Topics.RECORDINGS).stream()
                    .anyMatch(record -> record.key().equals("text") && record.value() == null));
        }
    }

    @Test
    void aReplayWhoseInstanceIsKilledFails() throws Exception {
        Process process = startProcess();
        try {
            awaitTopics();
            publishTraffic();
            record(41, "kept");
            awaitEnd(41);
            play(42, "kept", 0.1);
            awaitStatus(42, status -> status.sent() > 0);
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (var survivor = start("--kongguard.ingest.simulation.lease=3s")) {
            RunStatus end = awaitEnd(42);
            assertThat(end.state()).isEqualTo(State.FAILED);
            assertThat(end.reason()).contains("vanished");
            assertThat(playback(end).position()).isPositive();
            // The file outlives the instance.
            play(43, "kept", 0);
            assertThat(awaitEnd(43).sent()).isEqualTo(EVENTS);
        }
    }

    /** A quarter attacks, a quarter benign, half without a label. */
    private void publishTraffic() {
        Instant begin = clock.instant().minusMillis((long) EVENTS * APART_MS);
        for (int i = 0; i < EVENTS; i++) {
            Instant at = begin.plusMillis((long) i * APART_MS);
            TrafficEvent event =
                    TestEvents.observed(TestEvents.event("e" + i, "203.0.113.7", "/search", "q=" + i), at, 200);
            String label = i % 4 == 0 ? "attack" : "benign";
            Map<String, byte[]> headers =
                    i % 4 < 2 ? Map.of(GroundTruth.LABEL.header(), label.getBytes(UTF_8)) : Map.of();
            topics.send(
                    Topics.TRAFFIC, event.clientIp(), at, List.of(RecordCodec.TRAFFIC_EVENT.encode(event)), headers);
        }
    }

    /** The same with a byte in the middle of its records turned over. */
    private void damage(String from, String to) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(from + ".kgr"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve(to + ".kgr"), bytes);
    }

    private void record(long runId, String name) {
        RecordingOrder order = new RecordingOrder(name, null, null, null, List.of(), List.of(), null, false, false);
        send(RunCommand.start(runId, RunOrder.record(order), clock.instant()));
    }

    private void play(long runId, String name, double speed) {
        PlaybackOrder order = new PlaybackOrder(name, speed, 1, null, null);
        RunOrder run = RunOrder.replay(order, List.of("local"), EVENTS, (long) EVENTS * APART_MS, speed, 1);
        send(RunCommand.start(runId, run, clock.instant()));
    }

    private static PlaybackStatus playback(RunStatus status) {
        return Objects.requireNonNullElse(status.playback(), new PlaybackStatus(false, 0, 0, null, 0, null, 0));
    }

    private @Nullable String failed(long runId) {
        RunStatus end = awaitEnd(runId);
        assertThat(end.state()).isEqualTo(State.FAILED);
        return end.reason();
    }

    private RunStatus awaitEnd(long runId) {
        return awaitStatus(runId, status -> status.state().isEnd());
    }

    private RunStatus awaitStatus(long runId, Predicate<RunStatus> wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> topics.readAll(Topics.RUNS).stream()
                                .map(record -> RecordCodec.RUN_STATUS.decode(record.value()))
                                .filter(status -> status.runId() == runId && wanted.test(status))
                                .reduce((first, second) -> second),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private StoredRecording awaitStored(String name, Predicate<StoredRecording> wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> topics.readAll(Topics.RECORDINGS).stream()
                                .filter(record -> record.value() != null)
                                .map(record -> RecordCodec.STORED_RECORDING.decode(record.value()))
                                .filter(one -> one.name().equals(name) && wanted.test(one))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private void awaitTopics() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> topics.count(Topics.RECORDINGS) == 0 && topics.count(Topics.RUNS) == 0);
    }

    private void send(RunCommand command) {
        topics.send(
                Topics.COMMANDS,
                command.key(),
                command.issuedAt(),
                List.of(RecordCodec.RUN_COMMAND.encode(command)),
                Map.of());
    }

    private String[] arguments(String... more) {
        String[] own = {
            "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
            "--kongguard.kafka.topic-prefix=" + prefix,
            "--kongguard.ingest.recordings.folder=" + folder,
            "--server.port=0"
        };
        return Stream.of(own, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private ConfigurableApplicationContext start(String... more) {
        return new SpringApplicationBuilder(IngestConfiguration.class)
                .properties("spring.config.name=ingest")
                .run(arguments(more));
    }

    private Process startProcess() throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                IngestApplication.class.getName());
        return new ProcessBuilder(
                        Stream.concat(java, Arrays.stream(arguments())).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
