package ai.kongguard.testkit;

import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sample values, each valid and plain, for tests that vary one thing. */
public final class TestEvents {

    /** The instant of every sample that names none. */
    public static final Instant NOW = Instant.ofEpochMilli(1_795_400_762_147L);

    private TestEvents() {}

    /** A GET of {@code path?query} by {@code clientIp}, seen and received at {@link #NOW}. */
    public static TrafficEvent event(String eventId, String clientIp, String path, String query) {
        return new TrafficEvent(
                TrafficEvent.SCHEMA,
                eventId,
                "kong",
                NOW,
                NOW,
                "GET",
                "https",
                "api.example.com",
                path,
                query,
                "1.1",
                clientIp,
                null,
                "Mozilla/5.0",
                null,
                Map.of("user-agent", "Mozilla/5.0", "accept", "*/*"),
                null,
                false,
                200,
                200,
                300L,
                900L,
                new TrafficEvent.Latency(12.0, 2.0, 10.0),
                "users",
                "user-service",
                null,
                null,
                null,
                "upstream",
                List.of(),
                List.of(),
                Map.of());
    }

    /** The same event with these headers, names in lower case, and this body. */
    public static TrafficEvent with(TrafficEvent e, Map<String, String> headers, @Nullable String body) {
        return new TrafficEvent(
                e.schema(),
                e.eventId(),
                e.source(),
                e.receivedAt(),
                e.observedAt(),
                e.method(),
                e.scheme(),
                e.host(),
                e.path(),
                e.query(),
                e.httpVersion(),
                e.clientIp(),
                headers.get("x-forwarded-for"),
                headers.get("user-agent"),
                headers.get("referer"),
                headers,
                body,
                e.bodyTruncated(),
                e.status(),
                e.upstreamStatus(),
                e.bytesIn(),
                e.bytesOut(),
                e.latency(),
                e.route(),
                e.service(),
                e.consumer(),
                e.tls(),
                e.traceId(),
                e.decidedBy(),
                e.flags(),
                e.redacted(),
                e.extra());
    }

    /** Revision 0 of a tier about one event: {@code action} of {@code type} at {@code observedAt}, judged after 5 ms. */
    public static Verdict verdict(
            String eventId, String clientIp, String tier, Action action, ThreatType type, Instant observedAt) {
        double score =
                switch (action) {
                    case ALLOW -> 0.0;
                    case MONITOR -> 0.4;
                    case RATE_LIMIT -> 0.7;
                    case BLOCK -> 0.95;
                };
        return new Verdict(
                Verdict.SCHEMA,
                eventId,
                tier,
                0,
                "kong",
                clientIp,
                "GET",
                "api.example.com",
                "/api/users",
                "id=1",
                200,
                "users",
                "user-service",
                score,
                0.9,
                type,
                action,
                List.of(),
                "A sample.",
                "test/1",
                null,
                observedAt,
                observedAt,
                observedAt.plusMillis(5),
                20);
    }

    /** The same verdict, made {@code latencyMs} after its event was received. */
    public static Verdict judgedAfter(Verdict v, long latencyMs) {
        return copy(v, v.revision(), v.receivedAt().plusMillis(latencyMs));
    }

    /** The same verdict as a later opinion. */
    public static Verdict revised(Verdict v, int revision) {
        return copy(v, revision, v.judgedAt());
    }

    /** A later opinion about the same event that asks for something else. */
    public static Verdict revised(Verdict v, int revision, Action action, ThreatType type) {
        return copy(v, revision, v.judgedAt(), action, type, v.findings());
    }

    /** The same verdict with this evidence. */
    public static Verdict found(Verdict v, List<Finding> findings) {
        return copy(v, v.revision(), v.judgedAt(), v.action(), v.threatType(), findings);
    }

    /** The same event with another time and answer. */
    public static TrafficEvent observed(TrafficEvent e, Instant observedAt, @Nullable Integer status) {
        return new TrafficEvent(
                e.schema(),
                e.eventId(),
                e.source(),
                observedAt,
                observedAt,
                e.method(),
                e.scheme(),
                e.host(),
                e.path(),
                e.query(),
                e.httpVersion(),
                e.clientIp(),
                e.forwardedFor(),
                e.userAgent(),
                e.referer(),
                e.headers(),
                e.body(),
                e.bodyTruncated(),
                status,
                status,
                e.bytesIn(),
                e.bytesOut(),
                e.latency(),
                e.route(),
                e.service(),
                e.consumer(),
                e.tls(),
                e.traceId(),
                e.decidedBy(),
                e.flags(),
                e.redacted(),
                e.extra());
    }

    /** The same verdict with these numbers, whatever its action. */
    public static Verdict scored(Verdict v, double score, double confidence) {
        return copy(v, v.revision(), v.judgedAt(), v.action(), v.threatType(), v.findings(), score, confidence);
    }

    private static Verdict copy(Verdict v, int revision, Instant judgedAt) {
        return copy(v, revision, judgedAt, v.action(), v.threatType(), v.findings());
    }

    private static Verdict copy(
            Verdict v, int revision, Instant judgedAt, Action action, ThreatType type, List<Finding> findings) {
        return copy(v, revision, judgedAt, action, type, findings, v.score(), v.confidence());
    }

    private static Verdict copy(
            Verdict v,
            int revision,
            Instant judgedAt,
            Action action,
            ThreatType type,
            List<Finding> findings,
            double score,
            double confidence) {
        return new Verdict(
                v.schema(),
                v.eventId(),
                v.tier(),
                revision,
                v.source(),
                v.clientIp(),
                v.method(),
                v.host(),
                v.path(),
                v.query(),
                v.status(),
                v.route(),
                v.service(),
                score,
                confidence,
                type,
                action,
                findings,
                v.reasoning(),
                v.model(),
                v.degraded(),
                v.observedAt(),
                v.receivedAt(),
                judgedAt,
                v.processingMicros());
    }
}
