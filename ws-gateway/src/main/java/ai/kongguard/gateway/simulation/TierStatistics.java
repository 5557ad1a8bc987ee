package ai.kongguard.gateway.simulation;

import ai.kongguard.gateway.simulation.RunResults.Results;
import ai.kongguard.gateway.simulation.RunResults.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tiers made of a run, in the rows that existing clients read: numbers, texts, and null for what is not known. */
public final class TierStatistics {

    private TierStatistics() {}

    /** One row for each tier that the run reports. */
    public static List<Map<String, @Nullable Object>> rows(RunView run, Results results) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String tier : RunResults.reported(run.order().tiers(), results.tiers())) {
            Tally tally = results.tiers().getOrDefault(tier, Tally.NOTHING);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("run_id", run.runId());
            row.put("tier", tier);
            row.put("total_requests", tally.requests());
            row.put("attacks_blocked", tally.attacksBlocked());
            row.put("attacks_allowed", tally.attacks() - tally.attacksBlocked());
            row.put("avg_response_time", tally.meanMillis());
            row.put("avg_threat_score", tally.meanScore());
            row.put("avg_confidence", tally.meanConfidence());
            row.put("detection_rate", tally.detectionRate());
            row.put("false_positive_rate", tally.falsePositiveRate());
            row.put("false_negative_rate", tally.falseNegativeRate());
            rows.add(row);
        }
        return rows;
    }
}
