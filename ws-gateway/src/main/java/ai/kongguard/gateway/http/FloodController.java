package ai.kongguard.gateway.http;

import ai.kongguard.event.RunOrder;
import ai.kongguard.gateway.simulation.RunResults;
import ai.kongguard.gateway.simulation.RunView;
import ai.kongguard.gateway.simulation.Runs;
import ai.kongguard.gateway.simulation.TierStatistics;
import ai.kongguard.traffic.RunPlan;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/attack/flood} and {@code /api/attack/runs}: starts, stops and follows runs of the simulator. */
@RestController
public final class FloodController {

    private static final int LISTED = 20;
    private static final int RUNS = 100;

    private final Runs runs;
    private final RunResults results;

    public FloodController(Runs runs, RunResults results) {
        this.runs = runs;
        this.results = results;
    }

    @PostMapping("/api/attack/flood")
    Map<String, Object> launch(HttpServletRequest request) throws IOException {
        RunOrder order = RunRequestReader.flood(RunRequestReader.body(request), runs::newSeed);
        long runId = runs.start(order);
        Map<String, Object> config = RunJson.config(order);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run_id", runId);
        json.put("status", "launched");
        json.put("message", "Attack flood simulation launched with " + config.get("intensity") + " intensity");
        json.put("config", config);
        return json;
    }

    /** Changes nothing, and so is a GET: a token or a limit for what changes something would be in the way. */
    @GetMapping("/api/attack/flood/preview")
    Map<String, Object> preview(
            @RequestParam(required = false) @Nullable String intensity,
            @RequestParam(required = false) @Nullable String rate,
            @RequestParam(required = false) @Nullable String strategy,
            @RequestParam(required = false) @Nullable String duration,
            @RequestParam(required = false) @Nullable String seed) {
        Map<String, @Nullable String> query = new LinkedHashMap<>();
        query.put("intensity", intensity);
        query.put("rate", rate);
        query.put("strategy", strategy);
        query.put("duration", duration);
        query.put("seed", seed);
        RunOrder order = RunRequestReader.flood(query, () -> 0);
        RunPlan plan = new RunPlan(order);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("duration", order.durationMs() / 1000);
        json.put("planned", plan.requests());
        json.put("rates", plan.perSecond());
        return json;
    }

    @PostMapping("/api/attack/flood/stop/{id}")
    Map<String, Object> stop(@PathVariable("id") String id) {
        long runId = number(id);
        if (!runs.stop(runId)) {
            throw unknown(id);
        }
        return Map.of("status", "stopped", "run_id", runId);
    }

    @GetMapping("/api/attack/flood/status/{id}")
    Map<String, @Nullable Object> status(@PathVariable("id") String id) {
        RunView run = runs.find(number(id));
        if (run != null) {
            return RunJson.status(run);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("run_id", number(id) > 0 ? number(id) : id);
        json.put("status", "not_found");
        json.put("return_code", null);
        return json;
    }

    @GetMapping("/api/attack/flood/results/{id}")
    Map<String, @Nullable Object> results(@PathVariable("id") String id) {
        RunView run = find(id);
        return RunJson.results(run, results.of(run.runId()));
    }

    @GetMapping("/api/attack/flood/list")
    Map<String, Object> list() {
        return Map.of("runs", runs.floods(LISTED).stream().map(RunJson::run).toList());
    }

    @GetMapping("/api/attack/runs")
    List<Map<String, @Nullable Object>> runs() {
        return runs.floods(RUNS).stream().map(RunJson::run).toList();
    }

    @GetMapping("/api/attack/runs/{id}/stats")
    Map<String, @Nullable Object> stats(@PathVariable("id") String id) {
        RunView run = find(id);
        Map<String, @Nullable Object> json = RunJson.run(run);
        json.put("tierStatistics", TierStatistics.rows(run, results.of(run.runId())));
        return json;
    }

    private RunView find(String id) {
        RunView run = runs.find(number(id));
        if (run == null) {
            throw unknown(id);
        }
        return run;
    }

    /** 0, which no run has, for what is no number. */
    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static ResponseStatusException unknown(String id) {
        String shown = number(id) > 0 ? " " + number(id) : "";
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Run" + shown + " not found");
    }
}
