package ai.kongguard.gateway.http;

import ai.kongguard.event.Incident;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.gateway.IncidentList;
import ai.kongguard.gateway.Overview;
import ai.kongguard.gateway.tiers.TierBoard;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the system is, in the shapes that existing clients read; null where nothing is known. */
@RestController
public final class StatusController {

    private static final int TRIAGED = 10;

    private final Overview overview;
    private final IncidentList incidents;
    private final TierBoard tiers;
    private final IntSupplier sessions;
    private final HealthEndpoint health;
    private final InstantSource clock;

    /** {@code sessions} tells how many sockets are open. */
    public StatusController(
            Overview overview,
            IncidentList incidents,
            TierBoard tiers,
            IntSupplier sessions,
            HealthEndpoint health,
            InstantSource clock) {
        this.overview = overview;
        this.incidents = incidents;
        this.tiers = tiers;
        this.sessions = sessions;
        this.health = health;
        this.clock = clock;
    }

    @GetMapping("/stats")
    Map<String, @Nullable Object> stats() {
        Map<String, @Nullable Object> json = counts();
        json.put("ai_provider", tiers.provider());
        json.put("websocket_clients", sessions.getAsInt());
        json.put("ml_models", overview.models());
        return json;
    }

    /** 503 when a dependency is down, so that a probe that reads no body notices too. */
    @GetMapping("/health")
    ResponseEntity<Map<String, @Nullable Object>> health() {
        boolean up = Status.UP.equals(health.health().getStatus());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("status", up ? "healthy" : "degraded");
        json.put("service", "Kong Guard AI");
        json.put("ai_provider", tiers.provider());
        json.put("ml_enabled", overview.models().isEmpty() ? null : Boolean.TRUE);
        boolean asks = !tiers.asking().isEmpty();
        json.put("rate_limiter_enabled", asks);
        json.put("cache_enabled", asks);
        json.put("redis_connected", false);
        json.put("timestamp", now());
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(json);
    }

    @GetMapping("/ml/status")
    Map<String, @Nullable Object> ml() {
        Set<String> models = overview.models();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("ml_enabled", models.isEmpty() ? null : Boolean.TRUE);
        json.put("tier", overview.tier());
        json.put(
                "model",
                models.isEmpty() ? null : ModelJson.of(models.iterator().next()));
        json.put("models", models.stream().map(ModelJson::of).toList());
        Instant newest = overview.newestVerdictAt();
        json.put("last_verdict_at", newest == null ? null : newest.toString());
        json.put("timestamp", now());
        return json;
    }

    @GetMapping("/models")
    Map<String, @Nullable Object> models() {
        List<Map<String, Object>> models = overview.models().stream()
                .map(label -> Map.<String, Object>of("name", label, "model", label))
                .toList();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("models", models);
        if (models.isEmpty()) {
            json.put("error", "No verdict was seen yet, and they tell what decided them");
        }
        return json;
    }

    /** The newest incidents are what there is to look at first; no agent makes suggestions. */
    @GetMapping("/api/agents/triage")
    Map<String, @Nullable Object> triage() {
        Map<String, @Nullable Object> summary = counts();
        summary.put(
                "newest_incidents",
                incidents.newest(TRIAGED).stream().map(Incident::id).toList());
        summary.put("timestamp", now());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("summary", summary);
        json.put("agent_suggestions", null);
        return json;
    }

    @GetMapping("/test")
    Map<String, Object> test() {
        return Map.of("message", "Kong Guard AI answers", "timestamp", now());
    }

    private Map<String, @Nullable Object> counts() {
        MetricsWindow total = overview.total();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("total_threats", total == null ? null : Overview.threats(total));
        json.put("threat_types", total == null ? Map.of() : Overview.threatTypes(total));
        // Nothing is enforced by address, so there is no list to be on.
        json.put("blocked_ips", 0);
        json.put("false_positives", total == null ? null : Overview.falsePositives(total));
        return json;
    }

    private String now() {
        return clock.instant().toString();
    }
}
