package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.Action;
import ai.kongguard.event.Feedback;
import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.metrics.RecountedLine.Entry;
import ai.kongguard.testkit.TestTopics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a plain consumer counts in the topics, the obvious way: all of it in memory, then one pass. */
final class Recounted {

    /** By the key of the window. */
    final Map<String, RecountedLine> lines = new HashMap<>();

    final long alerts;
    private final Map<String, TrafficEvent> traffic = new HashMap<>();
    private final Map<String, Map<String, String>> headers = new HashMap<>();
    private final Map<String, Map<String, Verdict>> first = new HashMap<>();
    private final Map<String, Map<String, Verdict>> newest = new HashMap<>();
    private final Map<String, Boolean> feedback = new HashMap<>();

    Recounted(TestTopics topics) {
        for (ConsumerRecord<String, byte[]> record : topics.readAll(Topics.TRAFFIC)) {
            TrafficEvent event = RecordCodec.TRAFFIC_EVENT.decode(record.value());
            if (traffic.putIfAbsent(event.eventId(), event) == null) {
                Map<String, String> texts = new HashMap<>();
                record.headers().forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));
                headers.put(event.eventId(), texts);
            }
        }
        Set<String> alerted = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : topics.readAll(Topics.VERDICTS)) {
            Verdict verdict = RecordCodec.VERDICT.decode(record.value());
            first.computeIfAbsent(verdict.tier(), tier -> new HashMap<>()).putIfAbsent(verdict.eventId(), verdict);
            newest.computeIfAbsent(verdict.tier(), tier -> new HashMap<>())
                    .merge(verdict.eventId(), verdict, (a, b) -> b.revision() > a.revision() ? b : a);
            if (verdict.action() != Action.ALLOW) {
                alerted.add(verdict.eventId());
            }
        }
        for (ConsumerRecord<String, byte[]> record : topics.readAll(Topics.FEEDBACK)) {
            Feedback said = RecordCodec.FEEDBACK.decode(record.value());
            feedback.put(said.eventId(), said.attack());
        }
        alerts = alerted.size();
        traffic.values().forEach(this::countTraffic);
        newest.forEach((tier, verdicts) -> verdicts.values()
                .forEach(verdict -> countVerdict(
                        Objects.requireNonNull(
                                first.getOrDefault(tier, Map.of()).get(verdict.eventId())),
                        verdict)));
    }

    private void countTraffic(TrafficEvent event) {
        TrafficEvent.Latency latency = event.latency();
        add(
                MetricsWindow.UNPROTECTED,
                event.eventId(),
                new Entry(
                        event.observedAt().toEpochMilli(),
                        Action.ALLOW,
                        ThreatType.NONE,
                        isAttack(event.eventId()),
                        truth(event.eventId(), ThreatType.NONE),
                        event.status(),
                        event.route(),
                        event.service(),
                        event.bytesIn() == null ? 0 : event.bytesIn(),
                        event.bytesOut() == null ? 0 : event.bytesOut(),
                        null,
                        latency == null ? null : latency.totalMs(),
                        0,
                        0,
                        event.clientIp(),
                        event.method() + " " + event.path(),
                        event.source()));
    }

    private void countVerdict(Verdict first, Verdict newest) {
        boolean suspected = first.action() != Action.ALLOW || newest.action() != Action.ALLOW;
        add(
                newest.tier(),
                newest.eventId(),
                new Entry(
                        newest.observedAt().toEpochMilli(),
                        newest.action(),
                        newest.threatType(),
                        isAttack(newest.eventId()),
                        truth(newest.eventId(), newest.threatType()),
                        first.status(),
                        first.route(),
                        first.service(),
                        0,
                        0,
                        (double) first.pipelineMillis(),
                        null,
                        newest.score(),
                        newest.confidence(),
                        suspected ? newest.clientIp() : null,
                        suspected ? newest.method() + " " + newest.path() : null,
                        newest.source()));
    }

    private @Nullable Boolean isAttack(String id) {
        String label = headers.getOrDefault(id, Map.of()).get(GroundTruth.LABEL.header());
        return feedback.containsKey(id) ? feedback.get(id) : label == null ? null : label.equals("attack");
    }

    /** What an attack is: what its label says, or what it was called when only an operator knows of it. */
    private ThreatType truth(String id, ThreatType called) {
        Map<String, String> texts = headers.getOrDefault(id, Map.of());
        String type = "attack".equals(texts.get(GroundTruth.LABEL.header()))
                ? texts.getOrDefault(GroundTruth.TYPE.header(), "none")
                : called.wireName();
        ThreatType known = ThreatType.named(type);
        return known == null || known == ThreatType.NONE ? ThreatType.UNKNOWN : known;
    }

    private void add(String tier, String id, Entry entry) {
        Set<String> keys = new HashSet<>(Set.of(tier + "/total"));
        for (WindowKey.Span span : WindowKey.SPANS) {
            for (long start = Math.floorDiv(entry.timeMs(), span.advanceMs()) * span.advanceMs();
                    start + span.sizeMs() > entry.timeMs();
                    start -= span.advanceMs()) {
                keys.add(tier + "/" + span.sizeMs() + "/" + start);
            }
        }
        String run = headers.getOrDefault(id, Map.of()).get(GroundTruth.RUN_ID.header());
        if (run != null) {
            keys.add(tier + "/run/" + run);
        }
        keys.forEach(
                key -> lines.computeIfAbsent(key, added -> new RecountedLine()).add(entry));
    }
}
