package ai.kongguard.gateway.http;

import ai.kongguard.event.PlaybackOrder;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.RunStatus.State;
import ai.kongguard.gateway.simulation.RunResults;
import ai.kongguard.gateway.simulation.RunResults.Results;
import ai.kongguard.gateway.simulation.RunResults.Tally;
import ai.kongguard.gateway.simulation.RunView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs and their results in the names that existing clients read. */
final class RunJson {

    private RunJson() {}

    static Map<String, Object> config(RunOrder order) {
        Map<String, Object> json = new LinkedHashMap<>();
        RunOrder.Intensity intensity = order.intensity();
        json.put("intensity", intensity == null ? "custom" : intensity.wireName());
        json.put("strategy", order.strategy().wireName());
        json.put("duration", order.durationMs() / 1000);
        json.put("targets", order.tiers());
        json.put("record_metrics", true);
        json.put("rate", order.rate());
        json.put("types", order.types().stream().map(t -> t.wireName()).toList());
        json.put("endpoints", order.endpoints());
        json.put("seed", order.seed());
        json.put("via", order.via().wireName());
        PlaybackOrder playback = order.playback();
        if (playback != null) {
            json.put("recording", playback.recording());
        }
        return json;
    }

    /** {@code status} has the words of existing clients; {@code state} is ours. */
    static Map<String, @Nullable Object> status(RunView run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("run_id", run.runId());
        json.put("status", run.state() == State.QUEUED ? "running" : run.state().wireName());
        json.put(
                "return_code",
                run.state() == State.FAILED ? Integer.valueOf(1) : run.state().isEnd() ? 0 : null);
        json.put("state", run.state().wireName());
        counts(json, run);
        return json;
    }

    static Map<String, @Nullable Object> run(RunView run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        RunStatus status = run.status();
        Instant started = status == null ? null : status.startedAt();
        Instant ended = status == null ? null : status.endedAt();
        RunOrder order = run.order();
        RunOrder.Intensity intensity = order.intensity();
        String level = intensity == null ? "custom" : intensity.wireName();
        json.put("run_id", run.runId());
        json.put("start_time", (started == null ? run.issuedAt() : started).toString());
        json.put("end_time", ended == null ? null : ended.toString());
        json.put("total_attacks", status == null ? 0 : status.attacks());
        json.put("total_requests", run.sent());
        json.put("intensity", level);
        json.put("intensity_level", level);
        json.put("strategy", order.strategy().wireName());
        json.put("duration", order.durationMs() / 1000);
        json.put("status", run.state().wireName());
        counts(json, run);
        json.put("start_at", started == null ? null : started.toEpochMilli());
        json.put("config", config(order));
        return json;
    }

    static Map<String, @Nullable Object> results(RunView run, Results results) {
        Map<String, @Nullable Object> tiers = new LinkedHashMap<>();
        for (String tier : RunResults.reported(run.order().tiers(), results.tiers())) {
            Tally tally = results.tiers().getOrDefault(tier, Tally.NOTHING);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("total_requests", tally.requests());
            row.put("attacks", tally.attacks());
            row.put("attacks_blocked", tally.attacksBlocked());
            row.put("benign_blocked", tally.benignBlocked());
            row.put("detection_rate", tally.detectionRate());
            row.put("false_positive_rate", tally.falsePositiveRate());
            row.put("avg_response_time", tally.meanMillis());
            tiers.put(tier, row);
        }
        Map<String, @Nullable Object> types = new LinkedHashMap<>();
        results.types().forEach((type, tally) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("count", tally.requests());
            row.put("avg_threat_score", tally.meanScore());
            row.put("blocked_count", tally.blocked());
            types.put(type, row);
        });
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("tier_performance", tiers);
        summary.put("attack_breakdown", types);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("run_id", run.runId());
        json.put("status", run.state().wireName());
        json.put("total_attacks", results.attacks());
        json.put("total_requests", results.requests());
        json.put("duration", run.order().durationMs() / 1000);
        json.put("results_summary", summary);
        return json;
    }

    private static void counts(Map<String, @Nullable Object> json, RunView run) {
        RunStatus status = run.status();
        json.put("planned", status == null ? null : status.planned());
        json.put("sent", run.sent());
        json.put("errors", status == null ? 0 : status.errors());
        json.put("refused", status == null ? 0 : status.refused());
        json.put("late", status == null ? 0 : status.late());
        json.put("behind_ms", status == null ? 0 : status.behindMs());
        json.put("current_rps", status == null ? 0 : status.currentRate());
        json.put("saturated", status != null && status.saturated());
        json.put("reason", run.reason());
    }
}
