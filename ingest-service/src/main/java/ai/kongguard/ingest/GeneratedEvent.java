package ai.kongguard.ingest;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.traffic.GeneratedRequest;
import ai.kongguard.traffic.Truth;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A generated request as a gateway would have logged it, and what it really is, which only its headers tell. */
public final class GeneratedEvent {

    private GeneratedEvent() {}

    /** The event, bounded and redacted like any other; the same bytes for the same arguments. */
    public static TrafficEvent of(
            GeneratedRequest request,
            String id,
            String source,
            Instant observedAt,
            Instant receivedAt,
            Bounds bounds,
            Redactor redactor) {
        EventDraft draft = new EventDraft();
        draft.requestId = id;
        draft.observedAt = observedAt;
        draft.method = request.method();
        draft.scheme = request.scheme();
        draft.host = request.host();
        draft.path = request.path();
        draft.query = request.query();
        draft.clientIp = request.clientIp();
        draft.body = request.body();
        draft.status = request.status();
        draft.upstreamStatus = request.status();
        draft.totalMs = request.latencyMs();
        draft.bytesIn = request.bytesIn();
        draft.bytesOut = request.bytesOut();
        draft.route = request.route();
        draft.decidedBy = "upstream";
        // In an order that does not change from process to process.
        new TreeMap<>(request.headers()).forEach(draft::header);
        return draft.toEvent(source, receivedAt, bounds, redactor);
    }

    /** The record headers that tell its truth. */
    public static Map<String, String> truth(Truth truth, String runId, long seed) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(GroundTruth.LABEL.header(), truth.attack() ? "attack" : "benign");
        headers.put(GroundTruth.TYPE.header(), truth.type().wireName());
        headers.put(GroundTruth.RUN_ID.header(), runId);
        headers.put(GroundTruth.SEED.header(), Long.toString(seed));
        return headers;
    }
}
