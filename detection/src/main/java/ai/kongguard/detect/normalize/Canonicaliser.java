package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.event.TrafficEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds every value of a request that its sender chose: path, query parameters, headers, cookies, and the leaves of
 * its body. Values that are plain words or numbers are left out, since no detector could find anything in them.
 * Bounded by {@link #MAX_VALUES} and {@link #MAX_LENGTH}, linear in the size of the request, thread-safe.
 */
public final class Canonicaliser {

    /** More values than any honest form has; the rest of a flood of parameters is not looked at. */
    static final int MAX_VALUES = 512;

    /** Characters of one value that are looked at, from its start. */
    static final int MAX_LENGTH = 64 * 1024;

    /** Headers that a client library or proxy writes and that have a grammar of their own. */
    private static final Set<String> STRUCTURAL = Set.of(
            "host",
            "accept",
            "accept-encoding",
            "accept-language",
            "accept-charset",
            "authorization",
            "cache-control",
            "connection",
            "content-length",
            "content-type",
            "content-encoding",
            "cookie",
            "date",
            "etag",
            "if-match",
            "if-none-match",
            "if-modified-since",
            "keep-alive",
            "origin",
            "pragma",
            "proxy-authorization",
            "te",
            "traceparent",
            "tracestate",
            "transfer-encoding",
            "upgrade",
            "upgrade-insecure-requests",
            "via",
            "x-request-id");

    private Canonicaliser() {}

    /** The values of the event that are worth looking at, in the order of the request. */
    public static List<CanonicalValue> values(TrafficEvent event) {
        List<CanonicalValue> values = new ArrayList<>();
        ValueSink sink = new ValueSink(values);
        sink.add(Kind.PATH, "path", event.path(), false);
        FormValues.add(Kind.PARAMETER, "query.", event.query(), '&', true, sink);
        for (Map.Entry<String, String> header : event.headers().entrySet()) {
            String name = header.getKey();
            if (name.equals("cookie")) {
                FormValues.add(Kind.COOKIE, "cookie.", header.getValue(), ';', false, sink);
            } else if (!STRUCTURAL.contains(name) && !name.startsWith("sec-")) {
                sink.add(Kind.HEADER, "header." + name, header.getValue(), false);
            }
        }
        String body = event.body();
        if (body != null && !body.isEmpty()) {
            BodyValues.add(event.headers().getOrDefault("content-type", ""), body, sink);
        }
        return values;
    }
}
