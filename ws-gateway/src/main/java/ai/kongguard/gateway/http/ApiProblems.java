package ai.kongguard.gateway.http;

import ai.kongguard.gateway.simulation.CommandNotSentException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** What is wrong with a request, as existing clients read it. */
@RestControllerAdvice
public final class ApiProblems {

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidParameterException e) {
        return json(
                HttpStatus.BAD_REQUEST,
                Map.of("detail", String.valueOf(e.getMessage()), "field", e.field(), "allowed", e.allowed()));
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingFieldsException e) {
        List<Map<String, Object>> problems = e.fields().stream()
                .map(field -> Map.<String, Object>of(
                        "type", "missing", "loc", List.of(e.where(), field), "msg", "Field required"))
                .toList();
        return json(HttpStatus.UNPROCESSABLE_CONTENT, Map.of("detail", problems));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(BadQueryException e) {
        return json(HttpStatus.BAD_REQUEST, Map.of("detail", String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Object> unavailable(CommandNotSentException e) {
        return json(HttpStatus.SERVICE_UNAVAILABLE, Map.of("detail", String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Object> other(ResponseStatusException e) {
        HttpStatus status = HttpStatus.valueOf(e.getStatusCode().value());
        String reason = e.getReason();
        return json(status, Map.of("detail", reason == null ? status.getReasonPhrase() : reason));
    }

    private static ResponseEntity<Object> json(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
