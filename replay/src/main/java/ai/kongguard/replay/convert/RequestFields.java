package ai.kongguard.replay.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.MalformedEntryException;
import ai.kongguard.intake.kong.RequestTarget;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request by named fields, as CSV and JSON lines give it. */
final class RequestFields {

    private RequestFields() {}

    static EventDraft draft(Map<String, ? extends @Nullable Object> fields) {
        EventDraft draft = new EventDraft();
        draft.requestId = JsonObjects.text(fields, "id", "event_id");
        draft.observedAt = Times.parse("timestamp", JsonObjects.text(fields, "timestamp"));
        draft.clientIp = JsonObjects.text(fields, "client_ip");
        draft.method = JsonObjects.text(fields, "method");
        draft.host = JsonObjects.text(fields, "host");
        String path = JsonObjects.text(fields, "path", "uri", "url");
        if (path == null) {
            throw new MalformedEntryException("path: missing");
        }
        target(draft, path);
        String query = JsonObjects.text(fields, "query");
        if (query != null) {
            draft.query = query.startsWith("?") ? query.substring(1) : query;
        }
        draft.body = body(fields);
        draft.status = status(JsonObjects.text(fields, "status"));
        headers(draft, fields.get("headers"));
        if (draft.method == null) {
            draft.method = draft.body == null ? "GET" : "POST";
        }
        return draft;
    }

    /** Splits what stood in a request line. */
    static void target(EventDraft draft, String uri) {
        RequestTarget target = RequestTarget.of(uri);
        draft.path = target.path();
        draft.query = target.query();
        RequestTarget.Origin origin = uri.startsWith("/") ? null : RequestTarget.origin(uri);
        if (origin != null) {
            draft.scheme = origin.scheme();
            draft.host = origin.host();
        }
    }

    /** Null when it is none. */
    static @Nullable Integer status(@Nullable String text) {
        if (text == null || text.length() != 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int status = Integer.parseInt(text);
        return status >= 100 && status <= 599 ? (Integer) status : null;
    }

    private static @Nullable String body(Map<String, ? extends @Nullable Object> fields) {
        String base64 = JsonObjects.text(fields, "body_b64");
        if (base64 == null) {
            return fields.get("body") instanceof String body && !body.isEmpty() ? body : null;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedEntryException("body_b64: not Base64");
        }
    }

    /** An object, an array of pairs, JSON text of either, or lines of {@code Name: value}. */
    private static void headers(EventDraft draft, @Nullable Object headers) {
        if (headers instanceof Map<?, ?> object) {
            object.forEach((name, value) -> header(draft, name, value));
        } else if (headers instanceof List<?> pairs) {
            for (Object pair : pairs) {
                if (!(pair instanceof List<?> both) || both.size() != 2) {
                    throw new MalformedEntryException("headers: must be an object or pairs of a name and a value");
                }
                header(draft, both.get(0), both.get(1));
            }
        } else if (headers instanceof String text && text.startsWith("{")) {
            try {
                JsonObjects.read(text).forEach((name, value) -> header(draft, name, value));
            } catch (MalformedEntryException e) {
                throw new MalformedEntryException("headers: " + e.reason());
            }
        } else if (headers instanceof String text) {
            for (String line : text.split("\r?\n")) {
                int colon = line.indexOf(':', 1);
                if (colon > 0) {
                    header(
                            draft,
                            line.substring(0, colon),
                            line.substring(colon + 1).strip());
                } else if (!line.isBlank()) {
                    throw new MalformedEntryException("headers: a line is no 'Name: value'");
                }
            }
        }
    }

    private static void header(EventDraft draft, @Nullable Object name, @Nullable Object value) {
        if (value instanceof List<?> values) {
            values.forEach(one -> header(draft, name, one));
        } else if (name != null && value != null) {
            String lower = name.toString().strip().toLowerCase(Locale.ROOT);
            draft.header(lower, value.toString());
            if (lower.equals("host") && draft.host == null) {
                draft.host = value.toString();
            }
        }
    }
}
