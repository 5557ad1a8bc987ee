package ai.kongguard.gateway.tiers;

import ai.kongguard.event.TierStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tier's status as our own pages read it. */
public final class TierJson {

    private TierJson() {}

    /** All of it; {@code gone} tells whether its analyzer has fallen silent. */
    public static Map<String, @Nullable Object> of(TierStatus status, boolean gone) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("tier", status.tier());
        json.put("instance", status.instance());
        json.put("configured", status.configured());
        json.put("reason", status.reason());
        json.put("judges", status.judges());
        json.put("gone", gone);
        json.put("models", status.models().stream().map(TierJson::model).toList());
        json.put("budget", budget(status.budget()));
        json.put("memory", memory(status.memory()));
        json.put("held", status.held());
        json.put("since", status.since().toString());
        json.put("at", status.at().toString());
        return json;
    }

    private static Map<String, @Nullable Object> model(TierStatus.Model model) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("provider", model.provider());
        json.put("model", model.model());
        json.put("breaker", model.breaker());
        json.put("calls", model.calls());
        json.put("succeeded", model.succeeded());
        json.put("failed", model.failed());
        json.put("in_flight", model.inFlight());
        json.put("queued", model.queued());
        json.put("capacity", model.capacity());
        json.put("input_tokens", model.inputTokens());
        json.put("output_tokens", model.outputTokens());
        json.put("cost_usd", model.costUsd());
        json.put("latency_ms", model.latencyMillis());
        json.put("last_error", model.lastError());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> budget(TierStatus.@Nullable Budget budget) {
        if (budget == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("calls_this_minute", budget.callsThisMinute());
        json.put("calls_per_minute", budget.callsPerMinute());
        json.put("calls_today", budget.callsToday());
        json.put("calls_per_day", budget.callsPerDay());
        json.put("cost_today", budget.costToday());
        json.put("cost_per_day", budget.costPerDay());
        return json;
    }

    private static @Nullable Map<String, Object> memory(TierStatus.@Nullable Memory memory) {
        if (memory == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answers", memory.answers());
        json.put("asked", memory.asked());
        json.put("remembered", memory.remembered());
        json.put("waited", memory.waited());
        return json;
    }
}
