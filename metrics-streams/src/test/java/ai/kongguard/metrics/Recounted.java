package ai.kongguard.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.Action;
import ai.kongguard.event.Confusion;
import ai.kongguard.event.Feedback;
import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestTopics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a plain consumer counts in the topics, the obvious way: all of it in memory, then one pass. */
final class Recounted {

    /** One line of numbers, in the words of a window. */
    static final class Line {
        long requests;
        final Map<Action, Long> actions = new TreeMap<>();
        final Map<ThreatType, Long> types = new TreeMap<>();
        final Map<String, Long> statuses = new TreeMap<>();
        final Map<String, Long> routes = new TreeMap<>();
        final Map<String, Long> blockedByRoute = new TreeMap<>();
        final long[] truth = new long[4];
        final Map<ThreatType, Long> missedByType = new TreeMap<>();
        long bytesIn;
        double latencyMs;

        Confusion confusion() {
            return new Confusion(truth[0], truth[1], truth[2], truth[3]);
        }
    }

    /** By the key of the window. */
    final Map<String, Line> lines = new HashMap<>();

    long alerts;
    private final Map<String, TrafficEvent> traffic = new HashMap<>();
    private final Map<String, Map<String, String>> headers = new HashMap<>();
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
        newest.values().forEach(verdicts -> verdicts.values().forEach(this::countVerdict));
    }

    private void countTraffic(TrafficEvent event) {
        add(
                MetricsWindow.UNPROTECTED,
                event.eventId(),
                event.observedAt().toEpochMilli(),
                Action.ALLOW,
                ThreatType.NONE,
                event.status(),
                event.route(),
                event.bytesIn() == null ? 0 : event.bytesIn(),
                0);
    }

    private void countVerdict(Verdict verdict) {
        add(
                verdict.tier(),
                verdict.eventId(),
                verdict.observedAt().toEpochMilli(),
                verdict.action(),
                verdict.threatType(),
                verdict.status(),
                verdict.route(),
                0,
                verdict.pipelineMillis());
    }

    private void add(
            String tier,
            String id,
            long timeMs,
            Action action,
            ThreatType type,
            @Nullable Integer status,
            @Nullable String route,
            long bytesIn,
            long latencyMs) {
        Set<String> keys = new HashSet<>(Set.of(tier + "/total"));
        for (WindowKey.Span span : WindowKey.SPANS) {
            for (long start = Math.floorDiv(timeMs, span.advanceMs()) * span.advanceMs();
                    start + span.sizeMs() > timeMs;
                    start -= span.advanceMs()) {
                keys.add(tier + "/" + span.sizeMs() + "/" + start);
            }
        }
        Map<String, String> truth = headers.getOrDefault(id, Map.of());
        String run = truth.get(GroundTruth.RUN_ID.header());
        if (run != null) {
            keys.add(tier + "/run/" + run);
        }
        String label = truth.get(GroundTruth.LABEL.header());
        Boolean attack = feedback.containsKey(id) ? feedback.get(id) : label == null ? null : label.equals("attack");
        for (String key : keys) {
            Line line = lines.computeIfAbsent(key, added -> new Line());
            line.requests++;
            line.actions.merge(action, 1L, Long::sum);
            line.types.merge(type, 1L, Long::sum);
            line.statuses.merge(status == null ? "none" : status / 100 + "xx", 1L, Long::sum);
            line.routes.merge(route == null ? "none" : route, 1L, Long::sum);
            line.blockedByRoute.merge(route == null ? "none" : route, action.blocks() ? 1L : 0L, Long::sum);
            line.bytesIn += bytesIn;
            line.latencyMs += latencyMs;
            if (attack != null) {
                line.truth[attack ? (action.blocks() ? 0 : 3) : (action.blocks() ? 1 : 2)]++;
            }
            if (attack != null && attack && !action.blocks() && "attack".equals(label)) {
                String name = truth.getOrDefault(GroundTruth.TYPE.header(), "none");
                line.missedByType.merge(ThreatType.valueOf(name.toUpperCase(java.util.Locale.ROOT)), 1L, Long::sum);
            }
        }
    }
}
