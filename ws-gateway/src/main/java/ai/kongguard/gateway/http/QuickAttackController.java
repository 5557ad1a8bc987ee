package ai.kongguard.gateway.http;

import ai.kongguard.analyze.AnalyzeResponse;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.simulation.AwaitedVerdicts;
import ai.kongguard.gateway.simulation.Runs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Single requests through the whole pipeline. */
@RestController
public final class QuickAttackController {

    private static final long PATIENCE_SECONDS = 10;

    private final Runs runs;
    private final AwaitedVerdicts awaited;

    public QuickAttackController(Runs runs, AwaitedVerdicts awaited) {
        this.runs = runs;
        this.awaited = awaited;
    }

    /** Sends one request of a type; its verdicts come on the socket. */
    @PostMapping("/api/attack/quick")
    Map<String, Object> quick(HttpServletRequest request) throws IOException {
        ThreatType type = RunRequestReader.quick(RunRequestReader.body(request));
        Runs.Quick quick = runs.quick(type);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run_id", quick.runId());
        json.put("event_id", quick.eventId());
        json.put("type", type.wireName());
        json.put("status", "launched");
        return json;
    }

    /** Sends three, and answers when the primary tier has judged them. */
    @PostMapping("/simulate-attacks")
    Map<String, Object> simulate() {
        List<Map<String, Object>> simulations = new ArrayList<>();
        simulations.add(simulate("SQL Injection", ThreatType.SQL_INJECTION));
        simulations.add(simulate("XSS Attack", ThreatType.XSS));
        simulations.add(simulate("Normal Request", ThreatType.NONE));
        return Map.of("simulations", simulations);
    }

    private Map<String, Object> simulate(String name, ThreatType type) {
        Runs.Quick quick = runs.prepare(type);
        CompletableFuture<Verdict> verdict = awaited.expect(quick.eventId());
        try {
            runs.send(quick);
            return Map.of(
                    "attack", name, "result", AnalyzeResponse.of(verdict.get(PATIENCE_SECONDS, TimeUnit.SECONDS)));
        } catch (TimeoutException | ExecutionException e) {
            throw new ResponseStatusException(
                    HttpStatus.GATEWAY_TIMEOUT, "No verdict within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "The gateway shuts down", e);
        } finally {
            awaited.forget(quick.eventId());
        }
    }
}
