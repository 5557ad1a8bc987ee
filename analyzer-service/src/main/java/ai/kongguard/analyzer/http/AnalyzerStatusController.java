package ai.kongguard.analyzer.http;

import ai.kongguard.event.TierStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who this analyzer is and how it is, in the shapes that existing clients and the Kong plugin's probe read. */
@RestController
public final class AnalyzerStatusController {

    private static final String SERVICE = "Kong Guard AI";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final String tier;
    private final Supplier<String> model;
    private final Supplier<TierStatus> reviewing;
    private final HealthEndpoint health;
    private final PrometheusMeterRegistry registry;
    private final InstantSource clock;

    /** {@code model} tells the label of what judges now, {@code reviewing} how second opinions go. */
    public AnalyzerStatusController(
            String tier,
            Supplier<String> model,
            Supplier<TierStatus> reviewing,
            HealthEndpoint health,
            PrometheusMeterRegistry registry,
            InstantSource clock) {
        this.tier = tier;
        this.model = model;
        this.reviewing = reviewing;
        this.health = health;
        this.registry = registry;
        this.clock = clock;
    }

    @GetMapping("/")
    Map<String, Object> root() {
        String label = model.get();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("service", SERVICE);
        json.put("status", "operational");
        json.put("version", "2.0.0");
        TierStatus reviews = reviewing.get();
        json.put("ai_provider", provider(reviews));
        json.put("model", label);
        json.put("features", List.of("analyze", "traffic_topic", "client_behaviour"));
        json.put("cache_enabled", reviews.configured());
        json.put("rate_limiter_enabled", reviews.configured());
        if (label.startsWith("local/") && reviews.models().stream().allMatch(AnalyzerStatusController::isLocal)) {
            json.put("privacy", "fully_local");
        }
        return json;
    }

    /** 503 when a dependency is down, so that a probe that reads no body notices too. */
    @GetMapping("/health")
    ResponseEntity<Map<String, @Nullable Object>> health() {
        boolean up = Status.UP.equals(health.health().getStatus());
        TierStatus reviews = reviewing.get();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("status", up ? "healthy" : "degraded");
        json.put("service", SERVICE);
        json.put("tier", tier);
        json.put("ai_provider", provider(reviews));
        json.put("model", model.get());
        json.put("ml_enabled", true);
        json.put("rate_limiter_enabled", reviews.configured());
        json.put("cache_enabled", reviews.configured());
        json.put("redis_connected", false);
        json.put("ollama_available", reviews.models().stream().anyMatch(m -> isLocal(m) && answers(m)));
        json.put(
                "fallback_mode",
                reviews.configured() && reviews.models().stream().noneMatch(m -> answers(m)));
        json.put("judges", reviews.judges());
        json.put(
                "reviewer",
                reviews.models().isEmpty() ? null : reviews.models().get(0).model());
        json.put("reviewer_reason", reviews.reason());
        json.put("timestamp", clock.instant().toString());
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(json);
    }

    /** With and without the slash to which others redirect. */
    @GetMapping({"/metrics", "/metrics/"})
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, TEXT).body(registry.scrape(TEXT));
    }

    @GetMapping("/stats")
    ResponseEntity<Map<String, String>> stats() {
        return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED)
                .body(Map.of("detail", "An analyzer keeps no totals: ask ws-gateway for GET /stats"));
    }

    /** Who is asked first; the tier's own name when nobody is. */
    private String provider(TierStatus reviews) {
        return reviews.models().isEmpty() ? tier : reviews.models().get(0).provider();
    }

    private static boolean isLocal(TierStatus.Model model) {
        return model.provider().equals("ollama");
    }

    /** As far as is known: its breaker lets calls through. */
    private static boolean answers(TierStatus.Model model) {
        return !model.breaker().equals("open");
    }
}
