package ai.kongguard.gateway.http;

import ai.kongguard.event.Feedback;
import ai.kongguard.gateway.FeedbackNotStoredException;
import ai.kongguard.gateway.FeedbackSink;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /feedback}: an operator says that an event was, or was not, a threat. The fields come as query parameters,
 * as existing clients send them, or as a JSON object; a field of the query counts before the same one of the body.
 */
@RestController
public final class FeedbackController {

    private static final int MAX_BODY = 16 * 1024;
    private static final int MAX_ID = 200;
    private static final String THREAT_ID = "threat_id";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FeedbackSink sink;
    private final InstantSource clock;

    public FeedbackController(FeedbackSink sink, InstantSource clock) {
        this.sink = sink;
        this.clock = clock;
    }

    @PostMapping("/feedback")
    ResponseEntity<Object> feedback(
            HttpServletRequest request,
            @RequestParam(name = THREAT_ID, required = false) @Nullable String threatId,
            @RequestParam(name = "false_positive", required = false) @Nullable String falsePositive,
            @RequestParam(name = "confirmed_threat", required = false) @Nullable String confirmedThreat)
            throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MAX_BODY + 1);
        JsonNode body = body(bytes);
        if (body == null) {
            return invalid("json_invalid", "body", "", "The body must be a JSON object of at most 16 kB");
        }
        String where = threatId == null && bytes.length > 0 ? "body" : "query";
        String id = threatId == null ? body.path(THREAT_ID).asString("") : threatId;
        if (id.isBlank()) {
            return invalid("missing", where, THREAT_ID, "Field required");
        }
        if (id.length() > MAX_ID) {
            return invalid("string_too_long", where, THREAT_ID, "At most " + MAX_ID + " characters");
        }
        Boolean wrong = flag(falsePositive, body, "false_positive");
        if (wrong == null) {
            return invalid("bool_parsing", where, "false_positive", "Must be true or false");
        }
        Boolean right = flag(confirmedThreat, body, "confirmed_threat");
        if (right == null) {
            return invalid("bool_parsing", where, "confirmed_threat", "Must be true or false");
        }
        if (wrong && right) {
            return ResponseEntity.badRequest()
                    .body(Map.of("detail", "false_positive and confirmed_threat exclude each other"));
        }
        if (!wrong && !right) {
            return ResponseEntity.ok(Map.of("status", "no_action"));
        }
        try {
            sink.publish(new Feedback(Feedback.SCHEMA, id, right, clock.instant()));
        } catch (FeedbackNotStoredException e) {
            return ResponseEntity.status(503).body(Map.of("detail", String.valueOf(e.getMessage())));
        }
        return ResponseEntity.ok(
                Map.of("status", "recorded", "action", right ? "threat_confirmed" : "false_positive_noted"));
    }

    /** Null when it is no object; empty when there is none. */
    private static @Nullable JsonNode body(byte[] bytes) {
        if (bytes.length == 0) {
            return JSON.createObjectNode();
        }
        if (bytes.length > MAX_BODY) {
            return null;
        }
        try {
            JsonNode body = JSON.readTree(bytes);
            return body.isObject() ? body : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Null when it is neither yes nor no; no when it is absent. */
    private static @Nullable Boolean flag(@Nullable String query, JsonNode body, String name) {
        if (query != null) {
            return QueryText.yesOrNo(query);
        }
        JsonNode field = body.path(name);
        return (field.isMissingNode() || field.isNull()) ? Boolean.FALSE : QueryText.yesOrNo(field.asString("?"));
    }

    private static ResponseEntity<Object> invalid(String type, String where, String field, String message) {
        List<String> loc = field.isEmpty() ? List.of(where) : List.of(where, field);
        return ResponseEntity.unprocessableContent()
                .body(Map.of("detail", List.of(Map.of("type", type, "loc", loc, "msg", message))));
    }
}
