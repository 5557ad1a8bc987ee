package ai.kongguard.traffic;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request while it is being composed. Not thread-safe. */
public final class RequestDraft {

    final Map<String, String> headers = new LinkedHashMap<>();
    String method = "GET";
    String path = "/";
    String query = "";
    String route = "shop";
    int status = 200;

    @Nullable String body;

    /** Begins a request for a raw, percent-encoded path. */
    public static RequestDraft of(String method, String path, String route) {
        RequestDraft draft = new RequestDraft();
        draft.method = method;
        draft.path = path;
        draft.route = route;
        return draft;
    }

    /** Adds a query parameter whose value is already encoded. */
    public RequestDraft param(String name, String encodedValue) {
        query = (query.isEmpty() ? "" : query + "&") + name + "=" + encodedValue;
        return this;
    }

    /** Sets the whole query, raw and percent-encoded. */
    public RequestDraft query(String raw) {
        query = raw;
        return this;
    }

    /** Sets a header; the name in lower case. */
    public RequestDraft header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sets the body and its type. */
    public RequestDraft body(String contentType, String text) {
        headers.put("content-type", contentType);
        body = text;
        return this;
    }

    /** Sets what the upstream answers, 100-599. */
    public RequestDraft status(int answered) {
        status = answered;
        return this;
    }
}
