package ai.kongguard.gateway.http;

import ai.kongguard.analyze.AnalyzeRequestReader;
import ai.kongguard.analyze.AnalyzeResponse;
import ai.kongguard.analyze.InvalidRequestException;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.analysis.Analyses;
import ai.kongguard.gateway.analysis.EventNotStoredException;
import ai.kongguard.gateway.analysis.TooManyAnalysesException;
import ai.kongguard.gateway.tiers.TierBoard;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.redact.Redactor;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code POST /analyze}: one request through the traffic topic, and the verdict of one tier as the answer. */
@RestController
public final class AnalysisController {

    private static final Pattern TIER = Pattern.compile("[a-z][a-z0-9_-]{0,31}");
    private static final String SOON = "1";

    private final AnalyzeRequestReader reader;
    private final Analyses analyses;
    private final TierBoard tiers;
    private final String primaryTier;
    private final int maxBodyBytes;
    private final Bounds bounds;
    private final Redactor redactor;

    /** {@code bounds} and {@code redactor} are what every event goes through before it is stored. */
    public AnalysisController(
            AnalyzeRequestReader reader,
            Analyses analyses,
            TierBoard tiers,
            String primaryTier,
            int maxBodyBytes,
            Bounds bounds,
            Redactor redactor) {
        this.reader = reader;
        this.analyses = analyses;
        this.tiers = tiers;
        this.primaryTier = primaryTier;
        this.maxBodyBytes = maxBodyBytes;
        this.bounds = bounds;
        this.redactor = redactor;
    }

    @PostMapping("/analyze")
    CompletableFuture<ResponseEntity<Object>> analyze(
            HttpServletRequest request, @RequestParam(required = false) @Nullable String tier) throws IOException {
        String asked = tier == null ? primaryTier : tier;
        if (!TIER.matcher(asked).matches() || asked.equals(MetricsWindow.UNPROTECTED)) {
            throw new InvalidParameterException("tier", "the name of a tier whose analyzer runs, such as local");
        }
        String silent = tiers.whyItJudgesNothing(asked);
        if (silent != null) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "Tier " + asked + " judges nothing: " + silent);
        }
        byte[] body = request.getInputStream().readNBytes(maxBodyBytes + 1);
        if (body.length > maxBodyBytes) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is larger than " + maxBodyBytes
                            + " bytes: shorten it, or raise kongguard.gateway.analyze.max-body-size");
        }
        TrafficEvent described = reader.read(body);
        TrafficEvent event =
                EventDraft.ofCall(described).toEvent(TrafficEvent.ANALYZE, described.receivedAt(), bounds, redactor);
        return analyses.judge(event, asked).handle((verdict, failure) -> answer(event, asked, verdict, failure));
    }

    private ResponseEntity<Object> answer(
            TrafficEvent event, String tier, @Nullable Verdict verdict, @Nullable Throwable failure) {
        if (verdict != null) {
            return ResponseEntity.ok(AnalyzeResponse.of(verdict));
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        if (failure instanceof EventNotStoredException) {
            problem.put("detail", String.valueOf(failure.getMessage()));
            problem.put("event_id", event.eventId());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, SOON)
                    .body(problem);
        }
        problem.put(
                "detail",
                "Tier " + tier + " gave no verdict within "
                        + analyses.timeout().toMillis()
                        + " ms; when it does, it is on the socket");
        problem.put("event_id", event.eventId());
        return ResponseEntity.status(HttpStatus.GATEWAY_TIMEOUT).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<InvalidRequestException.Body> invalid(InvalidRequestException e) {
        return ResponseEntity.unprocessableContent().body(e.body());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooMany(TooManyAnalysesException e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .body(Map.of("detail", String.valueOf(e.getMessage())));
    }
}
