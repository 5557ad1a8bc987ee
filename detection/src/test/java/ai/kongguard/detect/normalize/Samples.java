package ai.kongguard.detect.normalize;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.util.List;
import java.util.Map;

/** Requests with one thing in them, and their values. */
final class Samples {

    private Samples() {}

    static List<CanonicalValue> path(String path) {
        return Canonicaliser.values(TestEvents.event("e", "c", path, ""));
    }

    static List<CanonicalValue> query(String query) {
        return Canonicaliser.values(TestEvents.event("e", "c", "/", query));
    }

    static List<CanonicalValue> header(String name, String value) {
        return Canonicaliser.values(request(Map.of(name, value), ""));
    }

    static List<CanonicalValue> body(String type, String body) {
        return Canonicaliser.values(request(Map.of("content-type", type), body));
    }

    static TrafficEvent request(Map<String, String> headers, String body) {
        return TestEvents.with(TestEvents.event("e", "c", "/", ""), headers, body);
    }

    /** The part of the request that {@link CanonicalValue#rawOffset} counts in. */
    static String partOf(TrafficEvent event, CanonicalValue value) {
        String field = value.field();
        if (field.equals("path")) {
            return event.path();
        }
        if (field.startsWith("query.")) {
            return event.query();
        }
        if (field.startsWith("cookie.")) {
            return event.headers().getOrDefault("cookie", "");
        }
        if (field.startsWith("header.")) {
            return event.headers().getOrDefault(field.substring("header.".length()), "");
        }
        String body = event.body();
        return body == null ? "" : body;
    }
}
