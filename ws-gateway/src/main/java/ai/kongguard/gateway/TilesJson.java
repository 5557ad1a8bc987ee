package ai.kongguard.gateway;

import ai.kongguard.gateway.Tiles.Percentiles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The tiles on the wire. What existing clients read is always a number; what we add is null when it is not known. */
public final class TilesJson {

    private TilesJson() {}

    /** One object. */
    public static void write(JsonGenerator json, Tiles tiles) {
        Percentiles recent = tiles.recent();
        json.writeStartObject();
        json.writeNumberProperty("total_requests", tiles.totalRequests());
        json.writeNumberProperty("threats_blocked", tiles.threatsBlocked());
        json.writeNumberProperty("threats_allowed", tiles.threatsAllowed());
        json.writeNumberProperty("avg_latency", tiles.avgLatencyMs());
        json.writeNumberProperty("current_rps", tiles.currentRps());
        number(json, "ai_accuracy", tiles.aiAccuracy());
        number(json, "latency_p50", recent == null ? null : recent.p50Ms());
        number(json, "latency_p95", recent == null ? null : recent.p95Ms());
        number(json, "latency_p99", recent == null ? null : recent.p99Ms());
        if (tiles.lag() == null) {
            json.writeNullProperty("lag");
        } else {
            json.writeNumberProperty("lag", tiles.lag().longValue());
        }
        VerdictJson.text(
                json,
                "last_event_at",
                tiles.lastEventAt() == null ? null : tiles.lastEventAt().toString());
        names(json, "silent_tiers", tiles.silentTiers());
        names(json, "lagging_tiers", tiles.laggingTiers());
        names(json, "silent_sources", tiles.silentSources());
        json.writeStringProperty("tier", tiles.tier());
        VerdictJson.text(
                json, "as_of", tiles.asOf() == null ? null : tiles.asOf().toString());
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String name, List<String> names) {
        json.writeArrayPropertyStart(name);
        names.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value.doubleValue());
        }
    }
}
