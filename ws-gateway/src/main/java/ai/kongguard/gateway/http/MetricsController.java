package ai.kongguard.gateway.http;

import ai.kongguard.event.Incident;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.gateway.IncidentList;
import ai.kongguard.gateway.Step;
import ai.kongguard.gateway.WindowHistory;
import ai.kongguard.gateway.WindowJson;
import ai.kongguard.gateway.simulation.RunWindows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/metrics}: windows of the past, so that a page that is just opened has its charts filled;
 * {@code GET /api/metrics/runs/RUN}: what each tier made of a run; {@code GET /api/incidents}: campaigns.
 */
@RestController
public final class MetricsController {

    private static final Duration DEFAULT_SPAN = Duration.ofMinutes(15);
    private static final Duration DEFAULT_STEP = Duration.ofSeconds(10);
    private static final int MAX_POINTS = 1_500;
    private static final int MAX_INCIDENTS = 1_000;

    private final WindowHistory history;
    private final RunWindows runs;
    private final IncidentList incidents;
    private final InstantSource clock;

    public MetricsController(WindowHistory history, RunWindows runs, IncidentList incidents, InstantSource clock) {
        this.history = history;
        this.runs = runs;
        this.incidents = incidents;
        this.clock = clock;
    }

    @GetMapping("/api/metrics")
    Map<String, @Nullable Object> metrics(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String fields) {
        Set<String> names = fields == null ? null : fields(fields);
        Duration asked = step == null ? DEFAULT_STEP : QueryText.duration("step", step);
        Step windows = Step.of(asked);
        if (windows == null) {
            throw new BadQueryException("step", "must be at least 1s");
        }
        Instant end = to == null ? clock.instant() : QueryText.instant("to", to);
        Instant begin = from == null ? end.minus(DEFAULT_SPAN) : QueryText.instant("from", from);
        if (!begin.isBefore(end)) {
            throw new BadQueryException("from", "must be before to");
        }
        long advanceMs = Math.min(windows.size().toMillis(), Step.MINUTE.size().toMillis());
        if (Duration.between(begin, end).toMillis() / advanceMs > MAX_POINTS) {
            throw new BadQueryException(
                    "step", "is too short for this time: at most " + MAX_POINTS + " windows of one tier are answered");
        }
        List<String> tiers = tier == null ? history.tiers() : List.of(tier);
        Map<String, Object> series = new TreeMap<>();
        for (String name : tiers) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            byte[] total = history.total(name);
            one.put("total", total == null ? null : json(total));
            one.put(
                    "windows",
                    history.windows(name, windows, begin, end).stream()
                            .map(window -> names == null ? json(window) : json(window, names))
                            .toList());
            series.put(name, one);
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("from", begin.toString());
        answer.put("to", end.toString());
        answer.put("step_ms", asked.toMillis());
        answer.put("window_ms", windows.size().toMillis());
        answer.put("advance_ms", advanceMs);
        answer.put("kept_ms", windows.kept().toMillis());
        answer.put("tiers", series);
        return answer;
    }

    @GetMapping("/api/metrics/runs/{run}")
    ResponseEntity<Object> run(@PathVariable String run) {
        Map<String, Object> tiers = new TreeMap<>();
        runs.windows(run).forEach(window -> tiers.put(window.tier(), WindowJson.of(window)));
        return tiers.isEmpty()
                ? ResponseEntity.status(404).body(new Problem("No event of run " + run + " was counted"))
                : ResponseEntity.ok(Map.of("run", run, "tiers", tiers));
    }

    @GetMapping("/api/incidents")
    Map<String, Object> incidents(@RequestParam(required = false) @Nullable String limit) {
        int most = limit == null ? 100 : QueryText.number("limit", limit, 1, MAX_INCIDENTS);
        List<Map<String, Object>> newest =
                incidents.newest(most).stream().map(MetricsController::json).toList();
        return Map.of("incidents", newest);
    }

    private static Set<String> fields(String text) {
        Set<String> names = new HashSet<>(List.of(text.split(",", -1)));
        if (!WindowJson.names().containsAll(names)) {
            throw new BadQueryException("fields", "must be some of " + String.join(",", WindowJson.names()));
        }
        return names;
    }

    private static Map<String, @Nullable Object> json(byte[] window) {
        return WindowJson.of(RecordCodec.METRICS_WINDOW.decode(window));
    }

    private static Map<String, @Nullable Object> json(byte[] window, Set<String> names) {
        return WindowJson.of(RecordCodec.METRICS_WINDOW.decode(window), names);
    }

    private static Map<String, Object> json(Incident incident) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", incident.id());
        json.put("kind", incident.kind().wireName());
        json.put("campaign", incident.campaign());
        json.put("alerts", incident.alerts());
        json.put("first_seen", incident.firstSeen().toString());
        json.put("last_seen", incident.lastSeen().toString());
        Map<String, Long> types = new TreeMap<>();
        incident.threatTypes().forEach((type, count) -> types.put(type.wireName(), count));
        json.put("threat_types", types);
        json.put("sources", incident.sources());
        json.put("source_count", incident.sourceCount());
        json.put("more_sources", incident.moreSources());
        json.put("event_ids", incident.eventIds());
        json.put("max_score", incident.maxScore());
        json.put("updated_at", incident.updatedAt().toString());
        return json;
    }

    /** What is wrong, in words. */
    record Problem(String detail) {}
}
