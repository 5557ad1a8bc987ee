package ai.kongguard.replay.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.Incident;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.recording.RecordedRecord;
import ai.kongguard.recording.Recording;
import ai.kongguard.recording.RecordingFile;
import ai.kongguard.testkit.TestEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionIT extends RecordingTopics {

    @Test
    void selectsByTimeOffsetsRunAndClient() throws IOException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ProducerRecord<byte[], byte[]> record =
                    event("e" + i, "203.0.113." + i % PARTITIONS, i % PARTITIONS, T + i);
            record.headers().add("kg-truth-run", ("run" + i / 10).getBytes(UTF_8));
            records.add(record);
        }
        send(records, false);
        for (int i = 0; i < 30; i++) {
            verdict("e" + i, "203.0.113." + i % PARTITIONS, i % PARTITIONS, T + i, Action.ALLOW);
        }
        assertThat(ids(record(order -> with(order, T + 3, T + 6, Map.of(), null, null, false))))
                .containsExactly("e3", "e4", "e5");
        assertThat(ids(record(order -> with(order, null, null, OffsetRange.parse("1:2-4"), null, null, false))))
                .containsExactly("e7", "e10");
        assertThat(ids(record(order -> with(order, T + 15, null, Map.of(), "run1", "203.0.113.2", false))))
                .containsExactly("e17");
        assertThat(ids(record(order -> with(order, T + 3, T + 5, Map.of(), null, null, true))))
                .containsExactly("e3", "e3", "e4", "e4");
        assertThat(ids(record(order -> with(order, null, null, OffsetRange.parse("1:2-4"), null, null, true))))
                .containsExactly("e7", "e7", "e10", "e10");
        List<RecordedRecord> run = record(order -> with(order, null, null, Map.of(), "run2", null, true));
        assertThat(run)
                .hasSize(20)
                .filteredOn(r -> r.topic().equals("threat.verdicts"))
                .hasSize(10);
        assertThat(record(order -> with(order, null, null, Map.of(), "no-such-run", null, true)))
                .isEmpty();
        assertThat(record(order -> with(order, T + 1000, null, Map.of(), null, null, true)))
                .isEmpty();
    }

    @Test
    void findsTheEventsBehindAnIncident() throws IOException {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.add(event("e" + i, "203.0.113." + i % 2, i % 2, T + i));
        }
        send(events, false);
        for (int i = 0; i < 12; i++) {
            verdict("e" + i, "203.0.113." + i % 2, i % 2, T + i, i % 4 == 1 ? Action.BLOCK : Action.ALLOW);
        }
        Incident incident = new Incident(
                Incident.SCHEMA,
                "source/203.0.113.1",
                Incident.Kind.SOURCE,
                "203.0.113.1",
                2,
                Instant.ofEpochMilli(T + 1),
                Instant.ofEpochMilli(T + 8),
                Map.of(ThreatType.XSS, 2L),
                List.of("203.0.113.1"),
                1,
                false,
                List.of("e1"),
                0.9,
                Instant.ofEpochMilli(T));
        send(Topics.INCIDENTS, incident.id(), T, RecordCodec.INCIDENT.encode(incident), 0);
        assertThat(ids(record(order -> incident(order, incident.id(), true)))).containsExactly("e1", "e1", "e5", "e5");
        assertThatThrownBy(() -> record(order -> incident(order, "none", false)))
                .hasMessage("There is no incident none");
        send(Topics.INCIDENTS, incident.id(), T, null, 0);
        assertThatThrownBy(() -> record(order -> incident(order, incident.id(), false)))
                .hasMessageContaining("became part of another");
    }

    @Test
    void findsTheEventsOfAPayloadWhoeverSentThem() throws IOException {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(event("e" + i, "203.0.113." + i, i % PARTITIONS, T + i));
        }
        send(events, false);
        for (int i = 0; i < 6; i++) {
            String evidence = i % 2 == 0 ? "' or " + i + "=" + i : "<script>";
            Finding finding = new Finding("sql_injection", ThreatType.SQL_INJECTION, "query.id", 0, 3, evidence, 0.9);
            Instant time = Instant.ofEpochMilli(T + i);
            Verdict verdict = TestEvents.found(
                    TestEvents.verdict(
                            "e" + i, "203.0.113." + i, "local", Action.BLOCK, ThreatType.SQL_INJECTION, time),
                    List.of(finding));
            send(Topics.VERDICTS, verdict.clientIp(), T + i, RecordCodec.VERDICT.encode(verdict), i % PARTITIONS);
        }
        Incident incident = new Incident(
                Incident.SCHEMA,
                "payload/x",
                Incident.Kind.PAYLOAD,
                "sql_injection: ' or 0=0",
                3,
                Instant.ofEpochMilli(T),
                Instant.ofEpochMilli(T + 5),
                Map.of(ThreatType.SQL_INJECTION, 3L),
                List.of("203.0.113.0"),
                3,
                false,
                List.of("e0"),
                0.9,
                Instant.ofEpochMilli(T));
        send(Topics.INCIDENTS, incident.id(), T, RecordCodec.INCIDENT.encode(incident), 0);
        assertThat(ids(record(order -> incident(order, incident.id(), false)))).containsExactly("e0", "e2", "e4");
    }

    @Test
    void anonymisesEventsAndVerdictsAlike() throws IOException {
        send(List.of(event("e1", "203.0.113.77", 0, T)), false);
        verdict("e1", "203.0.113.77", 0, T, Action.BLOCK);
        Path file = folder.resolve("anonymous.kgr");
        RecordOrder order = new RecordOrder(
                prefix, null, null, Map.of(), List.of(), List.of("203.0.113.77"), null, true, false, 9, 9_000, true);
        recorder(order).record("test", m -> RecordingFile.at(file, true, m), progress -> {}, () -> false);
        List<RecordedRecord> records = read(file);
        assertThat(records).hasSize(2);
        String event = new String(records.get(0).value(), UTF_8);
        assertThat(RecordCodec.TRAFFIC_EVENT.decode(records.get(0).value()).clientIp())
                .isEqualTo(RecordCodec.VERDICT.decode(records.get(1).value()).clientIp())
                .isEqualTo(new String(records.get(1).key(), UTF_8))
                .startsWith("10.");
        assertThat(event).doesNotContain("203.0.113.77");
        assertThat(Recording.open(file).manifest().selection().toString()).doesNotContain("203.0.113");
    }

    private static List<@Nullable String> ids(List<RecordedRecord> records) {
        List<@Nullable String> ids = new ArrayList<>();
        records.forEach(record -> ids.add(EventIds.of(record.value())));
        return ids;
    }

    private static RecordOrder with(
            RecordOrder order,
            @Nullable Long from,
            @Nullable Long to,
            Map<Integer, OffsetRange> offsets,
            @Nullable String run,
            @Nullable String client,
            boolean verdicts) {
        return new RecordOrder(
                order.topicPrefix(),
                from == null ? null : Instant.ofEpochMilli(from),
                to == null ? null : Instant.ofEpochMilli(to),
                offsets,
                run == null ? List.of() : List.of(run),
                client == null ? List.of() : List.of(client),
                null,
                verdicts,
                false,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                false);
    }

    private static RecordOrder incident(RecordOrder order, String id, boolean verdicts) {
        return new RecordOrder(
                order.topicPrefix(),
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                id,
                verdicts,
                false,
                999,
                1 << 30,
                false);
    }
}
