package ai.kongguard.review;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.traffic.GeneratedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where in a request a text is put beside what is there. */
enum Place {
    QUERY,
    /** Over two parameters, between two words. */
    SPLIT,
    HEADER,
    COOKIE,
    BODY,
    PATH,
    /** In the same value of the query as what is there. */
    SAME_VALUE;

    /** The request with the text. */
    TrafficEvent put(GeneratedRequest r, String text) {
        String encoded = Reviews.encode(text);
        return switch (this) {
            case QUERY -> event(r, r.path(), query(r, "note=" + encoded), r.headers(), r.body());
            case SPLIT -> {
                int blank = text.indexOf(' ', text.length() / 2);
                int half = blank < 0 ? text.length() : blank;
                String halves =
                        "a=" + Reviews.encode(text.substring(0, half)) + "&b=" + Reviews.encode(text.substring(half));
                yield event(r, r.path(), query(r, halves), r.headers(), r.body());
            }
            case HEADER -> event(r, r.path(), r.query(), with(r.headers(), "x-note", text), r.body());
            case COOKIE -> {
                String cookies = r.headers().getOrDefault("cookie", "a=1");
                yield event(
                        r, r.path(), r.query(), with(r.headers(), "cookie", cookies + "; note=" + encoded), r.body());
            }
            case BODY -> body(r, text);
            case PATH -> event(r, r.path() + "/" + encoded, r.query(), r.headers(), r.body());
            case SAME_VALUE -> {
                int value = r.query().indexOf('=') + 1;
                String query = value == 0
                        ? query(r, "note=" + encoded)
                        : r.query().substring(0, value) + encoded + "%20"
                                + r.query().substring(value);
                yield event(r, r.path(), query, r.headers(), r.body());
            }
        };
    }

    /** Whether the values that were there are what they were. */
    boolean leavesTheRest() {
        return this != PATH && this != SAME_VALUE;
    }

    private static TrafficEvent body(GeneratedRequest r, String text) {
        String note = "\"note\":" + JsonMapper.shared().writeValueAsString(text);
        String body = r.body();
        if (body == null || body.isEmpty()) {
            return event(
                    r, r.path(), r.query(), with(r.headers(), "content-type", "application/json"), "{" + note + "}");
        }
        String type = r.headers().getOrDefault("content-type", "");
        if (type.contains("json") && body.startsWith("{\"")) {
            return event(r, r.path(), r.query(), r.headers(), "{" + note + "," + body.substring(1));
        }
        boolean form = type.contains("x-www-form-urlencoded");
        return form
                ? event(r, r.path(), r.query(), r.headers(), body + "&note=" + Reviews.encode(text))
                : QUERY.put(r, text);
    }

    private static String query(GeneratedRequest r, String pair) {
        return r.query().isEmpty() ? pair : r.query() + "&" + pair;
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static TrafficEvent event(
            GeneratedRequest r, String path, String query, Map<String, String> headers, @Nullable String body) {
        return TrafficEvent.ofRequest("test", Objects.requireNonNull(r.method()), path, query, headers, body);
    }
}
