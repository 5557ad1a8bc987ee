package ai.kongguard.testkit.llm;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a server does with one question. Immutable.
 *
 * @param status HTTP status
 * @param headers beside content type and length
 * @param contentType of the body
 * @param body sent as UTF-8
 * @param delay before the first byte
 * @param end how the connection ends
 */
public record Reply(int status, Map<String, String> headers, String contentType, String body, Duration delay, End end) {

    /** How a connection ends. */
    public enum End {
        /** After the whole response. */
        WHOLE,
        /** In the middle of the body. */
        TRUNCATED,
        /** Before the first byte. */
        CLOSED,
        /** Before the first byte; the server shuts down what it sends, and goes on reading. */
        HALF_CLOSED
    }

    /** A JSON response without delay. */
    public static Reply json(int status, String body) {
        return new Reply(status, Map.of(), "application/json", body, Duration.ZERO, End.WHOLE);
    }

    /** A page, as a proxy between us and the API would send it. */
    public static Reply html(int status) {
        String page = "<!DOCTYPE html><html><body><h1>Bad gateway</h1></body></html>";
        return new Reply(status, Map.of(), "text/html; charset=utf-8", page, Duration.ZERO, End.WHOLE);
    }

    /** The same with one header more. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, Map.copyOf(more), contentType, body, delay, end);
    }

    /** The same, later. */
    public Reply after(Duration wait) {
        return new Reply(status, headers, contentType, body, wait, end);
    }

    /** The same with another end. */
    public Reply ending(End other) {
        return new Reply(status, headers, contentType, body, delay, other);
    }
}
