package ai.kongguard.intake.kong;

import ai.kongguard.event.TrafficEvent.Tls;
import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.MalformedEntryException;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** The fields of one entry, each put where it belongs in the event. Used once. */
final class KongFields {

    private static final double MAX_EPOCH_MILLIS = 4_102_444_800_000.0;

    private final JsonFactory json;
    private final EventDraft draft;
    private final KongRequest request;
    private boolean hasRequest;
    private boolean isStream;
    private @Nullable String correlationId;

    KongFields(JsonFactory json, EventDraft draft) {
        this.json = json;
        this.draft = draft;
        this.request = new KongRequest(draft);
    }

    /** Whether there was an HTTP request. */
    boolean hasRequest() {
        return hasRequest;
    }

    /** Whether it is an entry of a TCP, TLS or UDP route. */
    boolean isStream() {
        return isStream;
    }

    /** Reads the object that the parser is at. */
    void read(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            root(field, parser);
        }
        if (hasRequest) {
            request.finish();
        }
        if (draft.traceId == null) {
            draft.traceId = correlationId;
        } else if (correlationId != null) {
            draft.extra("correlation_id", correlationId);
        }
    }

    private void root(String field, JsonParser parser) {
        switch (field) {
            case "request" -> {
                if (!isObject(parser)) {
                    throw new MalformedEntryException("request: must be an object");
                }
                hasRequest = true;
                each(parser, "request.", request::field);
            }
            case "response" -> each(parser, "response.", this::response);
            case "latencies" -> each(parser, "latencies.", this::latency);
            case "route" -> draft.route = entity(parser, "name", "id");
            case "service" -> draft.service = entity(parser, "name", "id");
            case "consumer" -> draft.consumer = entity(parser, "username", "custom_id", "id");
            case "trace_id" -> draft.traceId = traceId(parser);
            case "correlation_id" -> correlationId = Json.word(parser);
            case "client_ip" -> draft.clientIp = Json.word(parser);
            case "started_at" -> draft.observedAt = instant(parser);
            case "upstream_status" -> draft.upstreamStatus = lastStatus(Json.word(parser));
            case "source" -> draft.decidedBy = Json.word(parser);
            case "session" -> {
                isStream = true;
                parser.skipChildren();
            }
            default -> keep(field, parser);
        }
    }

    private boolean response(String field, JsonParser parser) {
        switch (field) {
            case "status" -> draft.status = status(Json.word(parser));
            case "size" -> draft.bytesOut = size(parser);
            // The answer's headers say nothing about the request, and hold new sessions' cookies.
            case "headers" -> parser.skipChildren();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean latency(String field, JsonParser parser) {
        switch (field) {
            case "request" -> draft.totalMs = millis(parser);
            case "kong" -> draft.gatewayMs = millis(parser);
            case "proxy" -> draft.upstreamMs = millis(parser);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Walks an object; what {@code reader} does not know is kept under its path. Anything but an object is passed over. */
    private void each(JsonParser parser, String prefix, FieldReader reader) {
        if (!isObject(parser)) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (!reader.read(field, parser)) {
                keep(prefix + field, parser);
            }
        }
    }

    /** Knows a field, or answers false and leaves the parser where it is. */
    private interface FieldReader {
        boolean read(String field, JsonParser parser);
    }

    private void keep(String name, JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            String text = Json.compact(json, parser);
            if (text.length() > 2) {
                draft.extra(name, text);
            }
            return;
        }
        String text = Json.word(parser);
        if (text != null) {
            draft.extra(name, text);
        }
    }

    /** The first of these fields that an entity has. */
    private static @Nullable String entity(JsonParser parser, String... names) {
        if (!isObject(parser)) {
            return Json.word(parser);
        }
        String[] found = new String[names.length];
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            int at = java.util.List.of(names).indexOf(field);
            String value = Json.word(parser);
            if (at >= 0) {
                found[at] = value;
            }
        }
        for (String value : found) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** {@code w3c} of several notations, else any. */
    private static @Nullable String traceId(JsonParser parser) {
        if (!isObject(parser)) {
            return Json.word(parser);
        }
        String any = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean preferred = parser.currentName().equals("w3c");
            parser.nextToken();
            String value = Json.word(parser);
            any = preferred || any == null ? value : any;
            if (preferred && value != null) {
                skipRest(parser);
                return value;
            }
        }
        return any;
    }

    private static void skipRest(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private @Nullable Instant instant(JsonParser parser) {
        OptionalDouble millis = Json.number(parser);
        if (millis.isEmpty() || millis.getAsDouble() <= 0 || millis.getAsDouble() > MAX_EPOCH_MILLIS) {
            return null;
        }
        return Instant.ofEpochMilli((long) millis.getAsDouble());
    }

    /** Of {@code "502, 200"} after retries, the last; null for {@code "-"} and for what is no status. */
    private static @Nullable Integer lastStatus(@Nullable String text) {
        return text == null ? null : status(text.substring(text.lastIndexOf(',') + 1));
    }

    private static @Nullable Integer status(@Nullable String text) {
        OptionalDouble number = Json.number(text);
        boolean valid = number.isPresent() && number.getAsDouble() >= 100 && number.getAsDouble() <= 599;
        return valid ? (Integer) (int) number.getAsDouble() : null;
    }

    /** Kong says -1 where nothing was measured. */
    private static @Nullable Double millis(JsonParser parser) {
        OptionalDouble number = Json.number(parser);
        return number.isPresent() && number.getAsDouble() >= 0 ? (Double) number.getAsDouble() : null;
    }

    static @Nullable Long size(JsonParser parser) {
        OptionalLong size = Json.whole(parser);
        return size.isPresent() && size.getAsLong() >= 0 ? (Long) size.getAsLong() : null;
    }

    static @Nullable Tls tls(JsonParser parser, EventDraft draft) {
        if (!isObject(parser)) {
            parser.skipChildren();
            return null;
        }
        String version = null;
        String cipher = null;
        String sni = null;
        String ja3 = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            String value = Json.word(parser);
            switch (field) {
                case "version" -> version = value;
                case "cipher" -> cipher = value;
                case "sni" -> sni = value;
                case "ja3" -> ja3 = value;
                default -> {
                    if (value != null) {
                        draft.extra("request.tls." + field, value);
                    }
                }
            }
        }
        return version == null && cipher == null && sni == null && ja3 == null
                ? null
                : new Tls(version, cipher, sni, ja3);
    }

    private static boolean isObject(JsonParser parser) {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }
}
