package ai.kongguard.detect.normalize;

import ai.kongguard.detect.normalize.CanonicalValue.Kind;
import ai.kongguard.detect.normalize.Decoder.Syntax;
import ai.kongguard.event.TrafficEvent;
import java.util.List;
import java.util.Map;

/**
 * Finds every value of a request that its sender chose: the path and its segments, query parameters, headers, cookies,
 * and the leaves of its body, also of documents inside values. Values that are plain words or numbers are left out,
 * since no detector could find anything in them. Throws nothing, whatever the event holds; bounded, linear in the size
 * of the request, thread-safe.
 */
public final class Canonicaliser {

    /** More values than any honest form has; each part of the request has a share, and the rest is one value. */
    static final int MAX_VALUES = 512;

    /** Characters of one value that are looked at, from its start. */
    static final int MAX_LENGTH = 64 * 1024;

    /** Decoded characters of one request, all values together: a document, its leaves, and as much again. */
    static final int MAX_CHARACTERS = 256 * 1024;

    /** Characters of each part's share that are kept for its rest. */
    static final int REST = 8 * 1024;

    /** Documents inside values inside documents. */
    static final int MAX_DEPTH = 3;

    private Canonicaliser() {}

    /** The values of the event that are worth looking at, in the order of the request. */
    public static List<CanonicalValue> values(TrafficEvent event) {
        ValueSink sink = new ValueSink();
        // Up to where each part may fill the sink: 64 values of the path, 160 more of the query, and so on.
        sink.begin(64, 40 * 1024);
        PathValues.add(event.path(), sink);
        sink.end("path", event.path(), Syntax.URL);
        sink.begin(224, 120 * 1024);
        FormValues.add(Kind.PARAMETER, "query.", Excerpt.whole(event.query()), '&', Syntax.FORM, sink);
        sink.end("query.-", event.query(), Syntax.FORM);
        String cookies = event.headers().getOrDefault("cookie", "");
        sink.begin(288, 144 * 1024);
        HeaderValues.add("cookie", cookies, sink);
        sink.end("cookie.-", cookies, Syntax.URL);
        sink.begin(352, 176 * 1024);
        for (Map.Entry<String, String> header : event.headers().entrySet()) {
            if (!header.getKey().equals("cookie")) {
                HeaderValues.add(header.getKey(), header.getValue(), sink);
            }
        }
        String body = event.body();
        if (body != null && !body.isEmpty()) {
            sink.begin(MAX_VALUES, MAX_CHARACTERS);
            BodyValues.add(event.headers().getOrDefault("content-type", ""), Excerpt.whole(body), "body", sink);
            sink.end("body", body, Syntax.TEXT);
        }
        return sink.values();
    }
}
