package ai.kongguard.replay.compare.report;

import ai.kongguard.recording.RecordingIndex;
import ai.kongguard.replay.compare.ComparedEvent;
import ai.kongguard.replay.compare.Comparison.Counts;
import ai.kongguard.replay.compare.Detector;
import ai.kongguard.replay.compare.Opinion;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A report for programs: everything, with the ids of the events. */
public final class JsonReport {

    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final Report report;
    private final JsonGenerator json;

    private JsonReport(Report report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    /** Writes it as UTF-8, one object, and does not close the stream. */
    public static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), new Unclosed(out), JsonEncoding.UTF8)) {
            new JsonReport(report, json).report();
        }
        out.write('\n');
    }

    private void report() {
        json.writeStartObject();
        json.writeNumberProperty("kong_guard_comparison", 1);
        recording();
        side("base", report.base());
        side("candidate", report.candidate());
        json.writeNumberProperty("events", report.events());
        json.writeArrayPropertyStart("labels");
        report.rows().forEach(this::row);
        json.writeEndArray();
        json.writeObjectPropertyStart("changes");
        for (Change change : Change.values()) {
            changed(change);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void recording() {
        RecordingIndex index = report.source().index();
        Counts counts = report.source().counts();
        json.writeObjectPropertyStart("recording");
        json.writeStringProperty("source", report.source().manifest().source());
        if (index != null) {
            json.writeStringProperty("sha256", index.sha256());
            json.writeNumberProperty("min_timestamp", index.minTimestamp());
            json.writeNumberProperty("max_timestamp", index.maxTimestamp());
        }
        json.writeNumberProperty("records", counts.records());
        json.writeNumberProperty("malformed", counts.malformed());
        json.writeNumberProperty("copies", counts.copies());
        json.writeNumberProperty("events_without_verdict", counts.eventsWithoutVerdict());
        json.writeNumberProperty("verdicts_without_event", counts.verdictsWithoutEvent());
        if (counts.damage() != null) {
            json.writeStringProperty("damage", counts.damage());
        }
        json.writeEndObject();
    }

    private void side(String name, Report.Side side) {
        json.writeObjectPropertyStart(name);
        if (side.detector() instanceof Detector.Judging judging) {
            json.writeStringProperty("detector", "model");
            json.writeStringProperty("model", judging.model().info().label());
            json.writeNumberProperty("block", judging.policy().block());
            json.writeNumberProperty("rate_limit", judging.policy().rateLimit());
            json.writeNumberProperty("monitor", judging.policy().monitor());
        } else if (side.detector() instanceof Detector.Recorded recorded) {
            json.writeStringProperty("detector", "recorded");
            json.writeStringProperty("tier", recorded.tier());
            json.writeArrayPropertyStart("models");
            side.models().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void row(Label label, Row row) {
        json.writeStartObject();
        json.writeStringProperty("label", label.text());
        json.writeBooleanProperty("attack", label.isAttack());
        json.writeNumberProperty("events", row.events());
        json.writeNumberProperty("stopped_by_base", row.baseStopped());
        json.writeNumberProperty("stopped_by_candidate", row.candidateStopped());
        json.writeNumberProperty("other_type", row.otherTypes());
        quantiles("base_score", row.baseScores());
        quantiles("candidate_score", row.candidateScores());
        quantiles("score_shift", row.shift());
        json.writeEndObject();
    }

    private void quantiles(String name, Histogram histogram) {
        json.writeObjectPropertyStart(name);
        for (double share : QUANTILES) {
            json.writeNumberProperty("p" + Math.round(share * 100), rounded(histogram.quantile(share)));
        }
        json.writeEndObject();
    }

    private void changed(Change change) {
        Changed changed = report.changed(change);
        json.writeObjectPropertyStart(change.wireName());
        json.writeNumberProperty("count", changed.count());
        json.writeNumberProperty("not_named", changed.overflow());
        json.writeArrayPropertyStart("events");
        for (Changed.Entry entry : changed.kept()) {
            ComparedEvent event = entry.event();
            json.writeStartObject();
            json.writeStringProperty("event_id", event.eventId());
            json.writeNumberProperty("record", event.record());
            json.writeStringProperty("label", entry.label().text());
            opinion("base", event.base());
            opinion("candidate", event.candidate());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void opinion(String name, Opinion opinion) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("score", rounded(opinion.score()));
        json.writeStringProperty("threat_type", opinion.type().wireName());
        json.writeStringProperty("action", opinion.action().wireName());
        json.writeEndObject();
    }

    /** To a thousandth: the last digits of a score may differ between machines. */
    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
    }

    /** The generator ends; the stream is its owner's. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
