package ai.kongguard.gateway.http;

import ai.kongguard.gateway.events.EventLogUnavailableException;
import ai.kongguard.gateway.events.EventLookups;
import ai.kongguard.gateway.events.EventQuery;
import ai.kongguard.gateway.events.FoundEvent;
import ai.kongguard.gateway.events.TooManyLookupsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code GET /api/events/ID}: an event as it is stored, and every verdict on it. */
@RestController
public final class EventController {

    /** What ingest keeps of any word. */
    private static final int MAX_TEXT = 256;

    private static final String SOON = "1";

    private final EventLookups lookups;

    public EventController(EventLookups lookups) {
        this.lookups = lookups;
    }

    @GetMapping("/api/events/{event_id}")
    ResponseEntity<byte[]> event(
            @PathVariable("event_id") String eventId,
            @RequestParam(name = "client_ip", required = false) @Nullable String clientIp,
            @RequestParam(name = "observed_at", required = false) @Nullable String observedAt) {
        EventQuery query = query(eventId, clientIp, observedAt);
        FoundEvent found = lookups.find(query);
        if (found.isNothing()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, nothing(query, found));
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(EventJson.of(found));
    }

    private static EventQuery query(String eventId, @Nullable String clientIp, @Nullable String observedAt) {
        List<String> missing = new ArrayList<>();
        String client = given("client_ip", clientIp, missing);
        String time = given("observed_at", observedAt, missing);
        if (!missing.isEmpty()) {
            throw new MissingFieldsException("query", missing);
        }
        Instant instant = QueryText.instant("observed_at", time);
        return new EventQuery(bounded("event_id", eventId), bounded("client_ip", client), instant);
    }

    /** The text; empty, and put among the missing ones, when there is none. */
    private static String given(String name, @Nullable String text, List<String> missing) {
        if (text == null || text.isBlank()) {
            missing.add(name);
            return "";
        }
        return text;
    }

    private static String bounded(String name, String text) {
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw new BadQueryException(name, "must have 1 to " + MAX_TEXT + " characters");
        }
        return text;
    }

    private static String nothing(EventQuery query, FoundEvent found) {
        return "Neither event " + query.eventId() + " of client " + query.clientIp() + " at " + query.observedAt()
                + " nor a verdict on it is among the "
                + (found.complete()
                        ? found.searched() + " records since then that may be it"
                        : found.searched() + " records that were looked at, and there are more"
                                + " (kongguard.gateway.events.max-records, .timeout)");
    }

    @ExceptionHandler
    ResponseEntity<Object> tooMany(TooManyLookupsException e) {
        return later(HttpStatus.TOO_MANY_REQUESTS, e);
    }

    @ExceptionHandler
    ResponseEntity<Object> unavailable(EventLogUnavailableException e) {
        return later(HttpStatus.SERVICE_UNAVAILABLE, e);
    }

    private static ResponseEntity<Object> later(HttpStatus status, Exception e) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("detail", String.valueOf(e.getMessage())));
    }
}
