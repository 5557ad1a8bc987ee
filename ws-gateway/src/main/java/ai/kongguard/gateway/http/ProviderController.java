package ai.kongguard.gateway.http;

import ai.kongguard.event.TierStatus;
import ai.kongguard.gateway.tiers.ProviderUse;
import ai.kongguard.gateway.tiers.TierBoard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /providers/**}: what existing clients ask about models; null where nobody knows. */
@RestController
public final class ProviderController {

    private static final List<String> KNOWN = List.of("openai", "groq", "gemini", "ollama", "anthropic");
    private static final String KEYLESS = "ollama";
    private static final int MAX_HOURS = 24;
    private static final double PERCENT = 100;

    private final TierBoard board;
    private final InstantSource clock;

    public ProviderController(TierBoard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    /** Whether a key is set that nobody uses is not told by anybody. */
    @GetMapping("/providers/health")
    Map<String, Object> health() {
        Map<String, Object> checks = new LinkedHashMap<>();
        KNOWN.forEach(provider -> checks.put(provider, notConfigured()));
        for (TierStatus status : board.asking()) {
            for (TierStatus.Model model : status.models()) {
                Map<String, @Nullable Object> check = new LinkedHashMap<>();
                check.put("status", "configured");
                check.put("api_key_set", !model.provider().equals(KEYLESS));
                check.put("tier", status.tier());
                check.put("model", model.model());
                check.put("breaker", model.breaker());
                check.put("last_error", model.lastError());
                checks.put(model.provider(), check);
            }
        }
        return answer("health_check", checks);
    }

    @GetMapping("/providers/stats")
    Map<String, Object> stats() {
        Map<String, Object> providers = new TreeMap<>();
        Map<String, Object> queues = new TreeMap<>();
        Map<String, Boolean> backpressure = new TreeMap<>();
        long queued = 0;
        double utilization = 0;
        int counted = 0;
        for (TierStatus status : board.asking()) {
            for (TierStatus.Model model : status.models()) {
                double used = model.capacity() == 0 ? 0 : (double) model.inFlight() / model.capacity();
                String name = model.provider();
                providers.put(name, counts(status, model));
                queues.put(
                        name,
                        Map.of(
                                "queued", model.queued(),
                                "in_flight", model.inFlight(),
                                "capacity", model.capacity(),
                                "utilization", used));
                backpressure.merge(name, model.queued() > 0, Boolean::logicalOr);
                queued += model.queued();
                utilization += used;
                counted++;
            }
        }
        Map<String, @Nullable Object> system = new LinkedHashMap<>();
        system.put("total_queued_requests", queued);
        system.put(
                "providers_under_backpressure",
                backpressure.values().stream().filter(full -> full).count());
        system.put("avg_queue_utilization", counted == 0 ? null : Double.valueOf(utilization / counted));
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("providers", providers);
        stats.put("queues", queues);
        stats.put("backpressure", backpressure);
        stats.put("system_health", system);
        return answer("stats", stats);
    }

    @GetMapping("/providers/analytics")
    Map<String, Object> analytics(@RequestParam(defaultValue = "1") String hours) {
        Instant now = clock.instant();
        Instant from = now.minus(Duration.ofHours(hours(hours)));
        Map<String, ProviderUse> uses = ProviderUse.of(board.since(from), from);
        Map<String, Object> analytics = new TreeMap<>();
        long calls = 0;
        long succeeded = 0;
        String best = null;
        double bestRate = -1;
        for (Map.Entry<String, ProviderUse> entry : uses.entrySet()) {
            ProviderUse use = entry.getValue();
            analytics.put(entry.getKey(), use(use, now));
            calls += use.calls();
            succeeded += use.succeeded();
            double rate = use.calls() == 0 ? -1 : (double) use.succeeded() / use.calls();
            if (rate > bestRate) {
                best = entry.getKey();
                bestRate = rate;
            }
        }
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("best_performer", best);
        summary.put("total_requests_all_providers", calls);
        summary.put("overall_success_rate", rate(succeeded, calls));
        Map<String, Object> json = answer("analytics", analytics);
        json.put("summary", summary);
        json.put(
                "note",
                "time_window_hours is what is known of the time that was asked about; efficiency_score has no definition");
        return json;
    }

    private static int hours(String text) {
        int hours;
        try {
            hours = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            hours = 0;
        }
        if (hours < 1 || hours > MAX_HOURS) {
            throw new InvalidParameterException("hours", "a whole number from 1 to " + MAX_HOURS);
        }
        return hours;
    }

    private static Map<String, @Nullable Object> use(ProviderUse use, Instant now) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("time_window_hours", Duration.between(use.since(), now).toMillis() / 3.6e6);
        json.put("total_requests", use.calls());
        json.put("successful_requests", use.succeeded());
        json.put("failed_requests", use.failures());
        json.put("failures", use.failed());
        json.put("success_rate", rate(use.succeeded(), use.calls()));
        json.put("avg_latency_ms", use.meanLatencyMillis());
        json.put(
                "avg_tokens_per_request",
                use.calls() == 0 ? null : Double.valueOf((double) use.tokens() / use.calls()));
        Double cost = use.costUsd();
        json.put("estimated_cost", cost);
        json.put("cost_per_request", cost == null || use.calls() == 0 ? null : Double.valueOf(cost / use.calls()));
        json.put("efficiency_score", null);
        return json;
    }

    private static Map<String, @Nullable Object> counts(TierStatus status, TierStatus.Model model) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("tier", status.tier());
        json.put("model", model.model());
        json.put("breaker", model.breaker());
        json.put("calls", model.calls());
        json.put("succeeded", model.succeeded());
        json.put("failed", model.failed());
        json.put("cost_usd", model.costUsd());
        json.put("since", status.since().toString());
        return json;
    }

    private static Map<String, @Nullable Object> notConfigured() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("status", "not_configured");
        json.put("api_key_set", null);
        json.put("note", "No analyzer asks it; whether its key is set somewhere is not known here");
        return json;
    }

    private static @Nullable Double rate(long part, long all) {
        return all == 0 ? null : Double.valueOf(PERCENT * part / all);
    }

    private Map<String, Object> answer(String name, Object content) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(name, content);
        json.put("timestamp", clock.instant().toString());
        return json;
    }
}
