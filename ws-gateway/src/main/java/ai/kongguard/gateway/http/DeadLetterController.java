package ai.kongguard.gateway.http;

import ai.kongguard.gateway.deadletters.DeadLetters;
import ai.kongguard.gateway.deadletters.DeadLetters.Reason;
import ai.kongguard.gateway.deadletters.DeadLetters.Report;
import ai.kongguard.gateway.deadletters.Letter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/dead-letters}: what could not be read and why, without a byte of it. */
@RestController
public final class DeadLetterController {

    private static final int LISTED = 50;

    private final DeadLetters letters;

    public DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping("/api/dead-letters")
    Map<String, Object> deadLetters(@RequestParam(required = false) @Nullable String limit) {
        int most = limit == null ? LISTED : QueryText.number("limit", limit, 1, DeadLetters.NEWEST);
        Report report = letters.report(most);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("since", report.since().toString());
        json.put("count", report.count());
        json.put(
                "reasons",
                report.reasons().stream().map(DeadLetterController::json).toList());
        json.put(
                "dead_letters",
                report.newest().stream().map(DeadLetterController::json).toList());
        return json;
    }

    private static Map<String, Object> json(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", reason.source());
        json.put("reason", reason.reason());
        json.put("count", reason.count());
        json.put("last_at", reason.lastAt().toString());
        return json;
    }

    private static Map<String, Object> json(Letter letter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", letter.at().toString());
        json.put("source", letter.source());
        json.put("reason", letter.reason());
        json.put("position", letter.position());
        json.put("truncated", letter.truncated());
        json.put("bytes", letter.bytes());
        json.put("partition", letter.partition());
        json.put("offset", letter.offset());
        return json;
    }
}
