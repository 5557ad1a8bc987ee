package ai.kongguard.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one tier says about one event; the value of {@link Topics#VERDICTS}. It repeats the parts of the event that a
 * feed shows, so that no reader has to join. Immutable.
 *
 * @param schema version of this shape, {@link #SCHEMA} when written by this release
 * @param eventId the event judged; never blank
 * @param tier who judged: {@code local}, {@code cloud}, {@code unprotected}; never blank
 * @param revision 0 for the first answer, then 1, 2 ... for second opinions
 * @param source the event's source
 * @param clientIp the event's client
 * @param method the event's method
 * @param host null when the event has none
 * @param path the event's raw path, bounded
 * @param query the event's raw query, bounded
 * @param status what the gateway answered; null when unknown
 * @param route null when none matched
 * @param service null when none matched
 * @param score 0 (harmless) to 1 (certain attack)
 * @param confidence 0-1: how sure the tier is of its action
 * @param threatType {@link ThreatType#NONE} when nothing was found
 * @param action what the policy made of the score
 * @param findings the evidence, strongest first; empty when nothing was found
 * @param reasoning one sentence in plain words
 * @param model provider, name and version of what decided, such as {@code local/kg-local-1@0123456789abcdef}, where the last part is the hash of what it was trained on
 * @param degraded why a fallback answered; null when the tier answered as configured
 * @param observedAt the event's time; the record's timestamp
 * @param receivedAt when ingest received the event
 * @param judgedAt when this verdict was made
 * @param processingMicros time spent scoring, in microseconds
 * @param review who was asked for this second opinion, and why; null in revision 0
 */
public record Verdict(
        int schema,
        String eventId,
        String tier,
        int revision,
        String source,
        String clientIp,
        String method,
        @Nullable String host,
        String path,
        String query,
        @Nullable Integer status,
        @Nullable String route,
        @Nullable String service,
        double score,
        double confidence,
        ThreatType threatType,
        Action action,
        List<Finding> findings,
        String reasoning,
        String model,
        @Nullable String degraded,
        Instant observedAt,
        Instant receivedAt,
        Instant judgedAt,
        long processingMicros,
        @Nullable Review review) {

    /** The version this release writes. */
    public static final int SCHEMA = 1;

    /** A first answer: nobody has reviewed it. */
    public Verdict(
            int schema,
            String eventId,
            String tier,
            int revision,
            String source,
            String clientIp,
            String method,
            @Nullable String host,
            String path,
            String query,
            @Nullable Integer status,
            @Nullable String route,
            @Nullable String service,
            double score,
            double confidence,
            ThreatType threatType,
            Action action,
            List<Finding> findings,
            String reasoning,
            String model,
            @Nullable String degraded,
            Instant observedAt,
            Instant receivedAt,
            Instant judgedAt,
            long processingMicros) {
        this(
                schema,
                eventId,
                tier,
                revision,
                source,
                clientIp,
                method,
                host,
                path,
                query,
                status,
                route,
                service,
                score,
                confidence,
                threatType,
                action,
                findings,
                reasoning,
                model,
                degraded,
                observedAt,
                receivedAt,
                judgedAt,
                processingMicros,
                null);
    }

    public Verdict {
        Required.text("event_id", eventId);
        Required.text("tier", tier);
        Required.notNegative("revision", revision);
        Required.text("source", source);
        clientIp = Required.textOrElse(clientIp, TrafficEvent.UNKNOWN_CLIENT);
        method = Required.orElse(method, "");
        path = Required.orElse(path, "/");
        query = Required.orElse(query, "");
        Required.unit("score", score);
        Required.unit("confidence", confidence);
        Required.present("threat_type", threatType);
        Required.present("action", action);
        findings = Required.orElse(findings, List.of());
        reasoning = Required.orElse(reasoning, "");
        Required.text("model", model);
        observedAt = Required.present("observed_at", observedAt).truncatedTo(ChronoUnit.MILLIS);
        receivedAt = Required.present("received_at", receivedAt).truncatedTo(ChronoUnit.MILLIS);
        judgedAt = Required.present("judged_at", judgedAt).truncatedTo(ChronoUnit.MILLIS);
        Required.notNegative("processing_micros", processingMicros);
    }

    /** Milliseconds from ingest to this verdict; never negative, even when two machines' clocks disagree. */
    public long pipelineMillis() {
        return Math.max(0, judgedAt.toEpochMilli() - receivedAt.toEpochMilli());
    }
}
