package ai.kongguard.gateway.http;

import ai.kongguard.event.TierStatus;
import ai.kongguard.gateway.tiers.TierBoard;
import ai.kongguard.gateway.tiers.TierJson;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/tiers} and {@code /cache/stats}: how tiers are reviewed, and what is remembered of it. */
@RestController
public final class TierController {

    private static final double PERCENT = 100;

    private final TierBoard board;
    private final InstantSource clock;

    public TierController(TierBoard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    @GetMapping("/api/tiers")
    Map<String, Object> tiers() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "tiers",
                board.newest().stream()
                        .map(status -> TierJson.of(status, board.isGone(status)))
                        .toList());
        json.put("timestamp", clock.instant().toString());
        return json;
    }

    /** What is remembered are answers of models, by the skeleton of the payload; there is no other cache. */
    @GetMapping("/cache/stats")
    Map<String, @Nullable Object> cache() {
        List<TierStatus> asking = board.asking();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (asking.isEmpty()) {
            json.put("error", "Intelligent cache not available");
            json.put("cache_stats", null);
        } else {
            json.put("cache_stats", counts(asking));
        }
        json.put("cache_enabled", !asking.isEmpty());
        json.put("redis_connected", false);
        json.put("timestamp", clock.instant().toString());
        return json;
    }

    private static Map<String, @Nullable Object> counts(List<TierStatus> asking) {
        long hits = 0;
        long asked = 0;
        long answers = 0;
        Double cost = 0.0;
        for (TierStatus status : asking) {
            TierStatus.Memory memory = status.memory();
            if (memory != null) {
                hits += memory.remembered() + memory.waited();
                asked += memory.asked();
                // Each analyzer remembers what all were answered.
                answers = Math.max(answers, memory.answers());
            }
            for (TierStatus.Model model : status.models()) {
                Double spent = model.costUsd();
                cost = cost == null || spent == null ? null : Double.valueOf(cost + spent);
            }
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("cache_hit_rate", hits + asked == 0 ? null : Double.valueOf(PERCENT * hits / (hits + asked)));
        json.put("total_requests", hits + asked);
        json.put("signature_hits", hits);
        json.put("behavioral_hits", 0);
        json.put("response_hits", 0);
        json.put("negative_hits", null);
        json.put("estimated_cost_savings_usd", cost == null || asked == 0 ? null : Double.valueOf(cost / asked * hits));
        json.put("cache_sizes", Map.of("answers", answers));
        json.put(
                "note",
                "Hits are events whose payload skeleton had been asked about, or was being; they include failures that are"
                        + " remembered shortly, which are not told apart");
        return json;
    }
}
