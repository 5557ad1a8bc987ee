package ai.kongguard.analyze;

import ai.kongguard.analyze.InvalidRequestException.Detail;
import ai.kongguard.event.TrafficEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body that the original's clients and its Kong plugin send: {@code features} and {@code context}, some of
 * them required, unknown keys welcome, a header value a string or an array. What the caller says of the client's
 * behaviour (request rate, failed attempts) is required for compatibility and not believed. Thread-safe.
 */
public final class AnalyzeRequestReader {

    private static final int MAX_DEPTH = 32;

    /** Beyond it a number of JSON may not be the one that was meant. */
    private static final double MAX_INT = 1L << 53;

    /** No request is as long, and sums of longer ones might not fit a long. */
    private static final long MAX_LENGTH = 1L << 40;

    private static final List<String> REQUIRED_TEXTS = List.of("method", "path", "client_ip", "user_agent");
    private static final List<String> REQUIRED_NUMBERS =
            List.of("requests_per_minute", "content_length", "query_param_count", "header_count", "hour_of_day");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    private final InstantSource clock;

    /** {@code clock} tells when a request was received. */
    public AnalyzeRequestReader(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The request as an event with an id of its own, neither bounded nor redacted.
     *
     * @throws InvalidRequestException if it is no such body; it names every field that is wrong
     */
    public TrafficEvent read(byte[] body) {
        List<Detail> faults = new ArrayList<>();
        JsonNode root = object(parse(body), List.of("body"), faults);
        JsonNode features = section(root, "features", faults);
        section(root, "context", faults);
        if (features != null) {
            REQUIRED_TEXTS.forEach(name -> checkText(features, name, faults));
            REQUIRED_NUMBERS.forEach(name -> checkInt(features, name, faults));
        }
        if (features == null || !faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        return event(features);
    }

    private TrafficEvent event(JsonNode features) {
        Instant now = clock.instant();
        Map<String, String> headers = headers(features.path("headers"));
        String userAgent = text(features, "user_agent");
        headers.putIfAbsent("user-agent", userAgent);
        String path = text(features, "path");
        String query = text(features, "query");
        int mark = path.indexOf('?');
        if (mark >= 0 && query.isEmpty()) {
            query = path.substring(mark + 1);
            path = path.substring(0, mark);
        }
        // JSON where text is expected is looked at as the text it would be.
        JsonNode given = features.path("body");
        String body = given.isContainer() ? given.toString() : given.asString("");
        long length = features.path("content_length").asLong(0);
        return new TrafficEvent(
                TrafficEvent.SCHEMA,
                UUID.randomUUID().toString(),
                TrafficEvent.ANALYZE,
                now,
                now,
                text(features, "method"),
                null,
                headers.get("host"),
                path,
                query,
                null,
                text(features, "client_ip"),
                headers.get("x-forwarded-for"),
                userAgent,
                headers.get("referer"),
                headers,
                body.isEmpty() ? null : body,
                false,
                null,
                null,
                length < 0 || length > MAX_LENGTH ? null : length,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    private static Map<String, String> headers(JsonNode node) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : node.properties()) {
            JsonNode value = header.getValue();
            List<String> values = new ArrayList<>();
            if (value.isArray()) {
                value.forEach(one -> values.add(one.asString("")));
            } else {
                values.add(value.asString(""));
            }
            headers.put(header.getKey().toLowerCase(Locale.ROOT), String.join(", ", values));
        }
        return headers;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            // A broken bound, unlike a broken token, has no location.
            TokenStreamLocation location = e.getLocation();
            String where = location == null ? "0" : Long.toString(Math.max(0, location.getByteOffset()));
            throw new InvalidRequestException(
                    List.of(new Detail("json_invalid", List.of("body", where), "JSON decode error at byte " + where)));
        }
    }

    private static @Nullable JsonNode section(@Nullable JsonNode root, String name, List<Detail> faults) {
        if (root == null) {
            return null;
        }
        JsonNode section = root.get(name);
        List<String> place = List.of("body", name);
        if (section == null) {
            faults.add(new Detail("missing", place, "Field required"));
            return null;
        }
        return object(section, place, faults);
    }

    private static @Nullable JsonNode object(JsonNode node, List<String> place, List<Detail> faults) {
        if (node.isObject()) {
            return node;
        }
        faults.add(new Detail("dict_type", place, "Input should be an object"));
        return null;
    }

    private static void checkText(JsonNode features, String name, List<Detail> faults) {
        JsonNode value = features.get(name);
        if (value == null) {
            faults.add(new Detail("missing", List.of("body", "features", name), "Field required"));
        } else if (!value.isString()) {
            faults.add(new Detail("string_type", List.of("body", "features", name), "Input should be a valid string"));
        }
    }

    private static void checkInt(JsonNode features, String name, List<Detail> faults) {
        JsonNode value = features.get(name);
        if (value == null) {
            faults.add(new Detail("missing", List.of("body", "features", name), "Field required"));
        } else if (!isInt(value)) {
            faults.add(new Detail("int_parsing", List.of("body", "features", name), "Input should be a valid integer"));
        }
    }

    private static boolean isInt(JsonNode value) {
        if (value.isNumber()) {
            double number = value.asDouble();
            return Math.abs(number) <= MAX_INT && number == Math.rint(number);
        }
        return value.isString() && value.asString().strip().matches("-?[0-9]{1,18}");
    }

    private static String text(JsonNode features, String name) {
        return features.path(name).asString("");
    }
}
