package ai.kongguard.gateway;

import ai.kongguard.event.Finding;
import ai.kongguard.event.Review;
import ai.kongguard.event.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A verdict on the wire: for {@code /ws} the nested form that one family of existing clients reads, the flat form of
 * another, and what we add to both; for {@code /stream} each field once.
 */
public final class VerdictJson {

    private static final double MICROS_PER_MILLI = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;

    private VerdictJson() {}

    static void writeFrame(JsonGenerator json, Verdict verdict, String tilesJson, long skipped) {
        String observedAt = verdict.observedAt().toString();
        json.writeStartObject();
        json.writeStringProperty("type", "threat_analysis");
        json.writeStringProperty("event_id", verdict.eventId());
        json.writeNumberProperty("revision", verdict.revision());
        json.writeStringProperty("timestamp", verdict.judgedAt().toString());
        json.writeStringProperty("observed_at", observedAt);
        writeJudgement(json, verdict);
        json.writeStringProperty("source", verdict.source());
        number(json, "status", verdict.status());
        text(json, "host", verdict.host());
        text(json, "route", verdict.route());
        text(json, "degraded", verdict.degraded());
        writeReview(json, verdict.review());
        writeFindings(json, verdict);
        json.writeNumberProperty("skipped", skipped);

        json.writeObjectPropertyStart("data");
        writeJudgement(json, verdict);
        json.writeArrayPropertyStart("indicators");
        for (Finding finding : verdict.findings()) {
            json.writeString(finding.type().wireName() + " in " + finding.field() + ": " + finding.evidence());
        }
        json.writeEndArray();
        json.writeNumberProperty("processing_time", verdict.processingMicros() / MICROS_PER_SECOND);
        json.writeObjectPropertyStart("detailed_analysis");
        json.writeEndObject();
        json.writeEndObject();

        json.writeName("metrics").writeRawValue(tilesJson);
        json.writeName("event");
        writeEvent(json, verdict, observedAt);
        json.writeEndObject();
    }

    /** One object of a batch of {@code /stream}. */
    public static void writeStreamed(JsonGenerator json, Verdict verdict) {
        json.writeStartObject();
        writeStreamedFields(json, verdict);
        json.writeEndObject();
    }

    /** The fields of that object, into one that may have more. */
    public static void writeStreamedFields(JsonGenerator json, Verdict verdict) {
        json.writeStringProperty("event_id", verdict.eventId());
        json.writeNumberProperty("revision", verdict.revision());
        writeJudgement(json, verdict);
        json.writeStringProperty("source", verdict.source());
        number(json, "status", verdict.status());
        text(json, "host", verdict.host());
        text(json, "route", verdict.route());
        text(json, "service", verdict.service());
        text(json, "degraded", verdict.degraded());
        writeReview(json, verdict.review());
        json.writeStringProperty("observed_at", verdict.observedAt().toString());
        json.writeStringProperty("received_at", verdict.receivedAt().toString());
        json.writeStringProperty("judged_at", verdict.judgedAt().toString());
        writeFindings(json, verdict);
    }

    static void writeEvent(JsonGenerator json, Verdict verdict) {
        writeEvent(json, verdict, verdict.observedAt().toString());
    }

    private static void writeEvent(JsonGenerator json, Verdict verdict, String observedAt) {
        json.writeStartObject();
        json.writeStringProperty("event_id", verdict.eventId());
        json.writeStringProperty("timestamp", observedAt);
        json.writeNumberProperty("threat_score", verdict.score());
        json.writeStringProperty("threat_type", verdict.threatType().wireName());
        json.writeStringProperty("action", verdict.action().wireName());
        json.writeNumberProperty("confidence", verdict.confidence());
        json.writeStringProperty("method", verdict.method());
        json.writeStringProperty("path", verdict.path());
        json.writeStringProperty("query", verdict.query());
        json.writeStringProperty("client_ip", verdict.clientIp());
        json.writeStringProperty("source", verdict.source());
        number(json, "status", verdict.status());
        json.writeStringProperty("reasoning", verdict.reasoning());
        json.writeStringProperty("tier", verdict.tier());
        json.writeEndObject();
    }

    /** What the flat form has at the top and the nested form in {@code data}. */
    private static void writeJudgement(JsonGenerator json, Verdict verdict) {
        json.writeStringProperty("tier", verdict.tier());
        json.writeNumberProperty("threat_score", verdict.score());
        json.writeStringProperty("threat_type", verdict.threatType().wireName());
        json.writeNumberProperty("confidence", verdict.confidence());
        json.writeStringProperty("reasoning", verdict.reasoning());
        json.writeStringProperty("recommended_action", verdict.action().wireName());
        json.writeStringProperty("ai_model", verdict.model());
        json.writeStringProperty("method", verdict.method());
        json.writeStringProperty("path", verdict.path());
        json.writeStringProperty("query", verdict.query());
        json.writeStringProperty("client_ip", verdict.clientIp());
        json.writeNumberProperty("processing_time_ms", verdict.processingMicros() / MICROS_PER_MILLI);
    }

    private static void writeReview(JsonGenerator json, @Nullable Review review) {
        if (review == null) {
            json.writeNullProperty("review");
            return;
        }
        json.writeObjectPropertyStart("review");
        text(json, "model", review.model());
        json.writeStringProperty("prompt_version", review.promptVersion());
        json.writeStringProperty("origin", review.origin().wireName());
        json.writeStringProperty("reason", review.reason());
        json.writeNumberProperty("score_before", review.scoreBefore());
        number(json, "score_answered", review.scoreAnswered());
        text(json, "limited", review.limited());
        json.writeNumberProperty("input_tokens", review.inputTokens());
        json.writeNumberProperty("output_tokens", review.outputTokens());
        number(json, "cost_usd", review.costUsd());
        json.writeNumberProperty("latency_ms", review.latencyMillis());
        json.writeEndObject();
    }

    private static void writeFindings(JsonGenerator json, Verdict verdict) {
        json.writeArrayPropertyStart("findings");
        for (Finding finding : verdict.findings()) {
            json.writeStartObject();
            json.writeStringProperty("detector", finding.detector());
            json.writeStringProperty("type", finding.type().wireName());
            json.writeStringProperty("field", finding.field());
            json.writeNumberProperty("offset", finding.offset());
            json.writeNumberProperty("length", finding.length());
            json.writeStringProperty("evidence", finding.evidence());
            json.writeNumberProperty("weight", finding.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value.doubleValue());
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value.intValue());
        }
    }
}
