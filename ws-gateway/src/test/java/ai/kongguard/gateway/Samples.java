package ai.kongguard.gateway;

import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.MetricsWindow.LatencySummary;
import ai.kongguard.event.StoredRecording;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestWindows;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the gateway reads, for tests that vary one thing. */
final class Samples {

    static final String TIER = "local";
    static final Instant NOW = TestEvents.NOW;

    private Samples() {}

    static Verdict benign(String eventId) {
        return TestEvents.verdict(eventId, "203.0.113.1", TIER, Action.ALLOW, ThreatType.NONE, NOW);
    }

    static Verdict attack(String eventId) {
        return TestEvents.verdict(eventId, "203.0.113.2", TIER, Action.BLOCK, ThreatType.XSS, NOW);
    }

    /** One that can be played, all of which was read. */
    static StoredRecording recording(String name) {
        StoredRecording.About about = new StoredRecording.About(
                NOW, "a test", "kafka", List.of("gateway.traffic"), Map.of("run", "7"), false);
        return new StoredRecording(
                StoredRecording.SCHEMA,
                name,
                1_000,
                NOW,
                about,
                100L,
                NOW,
                NOW.plusSeconds(10),
                new StoredRecording.Contents(90, 30, 40, 10),
                null);
    }

    /** An attack with this text wherever an attacker's text may be. */
    static Verdict hostile(String eventId, String text) {
        Verdict v = attack(eventId);
        Finding finding = new Finding("xss", ThreatType.XSS, "query.q", 2, 8, text, 0.9);
        return new Verdict(
                v.schema(),
                v.eventId(),
                v.tier(),
                v.revision(),
                "demo",
                text,
                text,
                text,
                text,
                text,
                null,
                text,
                null,
                v.score(),
                v.confidence(),
                v.threatType(),
                v.action(),
                List.of(finding),
                text,
                v.model(),
                null,
                v.observedAt(),
                v.receivedAt(),
                v.judgedAt(),
                12_345);
    }

    /** What a fallback answered, for this reason. */
    static Verdict degraded(String eventId, String reason) {
        Verdict v = attack(eventId);
        return new Verdict(
                v.schema(),
                v.eventId(),
                v.tier(),
                v.revision(),
                v.source(),
                v.clientIp(),
                v.method(),
                v.host(),
                v.path(),
                v.query(),
                v.status(),
                v.route(),
                v.service(),
                v.score(),
                v.confidence(),
                v.threatType(),
                v.action(),
                v.findings(),
                v.reasoning(),
                v.model(),
                reason,
                v.observedAt(),
                v.receivedAt(),
                v.judgedAt(),
                v.processingMicros());
    }

    /** Everything counted so far, of which {@code blocked} are blocked and {@code limited} slowed. */
    static MetricsWindow total(long requests, long blocked, long limited, Instant emittedAt) {
        Map<Action, Long> actions =
                Map.of(Action.BLOCK, blocked, Action.RATE_LIMIT, limited, Action.ALLOW, requests - blocked - limited);
        return window(MetricsWindow.TOTAL, NOW, requests, actions, emittedAt);
    }

    static MetricsWindow window(long sizeMs, Instant start, long requests) {
        return window(sizeMs, start, requests, Map.of(), start.plusMillis(sizeMs));
    }

    private static MetricsWindow window(
            long sizeMs, Instant start, long requests, Map<Action, Long> actions, Instant emittedAt) {
        LatencySummary latency = requests == 0 ? null : new LatencySummary(requests, 12.5, 10, 30, 40, 50, new byte[0]);
        return TestWindows.window(TIER, sizeMs, start, requests, actions, Map.of(), latency, emittedAt);
    }
}
