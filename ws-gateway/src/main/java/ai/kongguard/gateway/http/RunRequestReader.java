package ai.kongguard.gateway.http;

import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunOrder.Intensity;
import ai.kongguard.event.RunOrder.Strategy;
import ai.kongguard.event.RunOrder.Via;
import ai.kongguard.event.ThreatType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a run shall do from a JSON body, or from a query; unknown fields are ignored. */
final class RunRequestReader {

    private static final int MAX_BODY = 16 * 1024;
    private static final int MIN_SECONDS = 5;
    private static final int MAX_SECONDS = 300;
    private static final List<String> TIERS = List.of("unprotected", "cloud", "local");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunRequestReader() {}

    /** The body as an object; an empty one when there is none. */
    static JsonNode body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 16 KB");
        }
        try {
            JsonNode body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body is not valid JSON", e);
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body must be a JSON object");
    }

    static RunOrder flood(JsonNode body, LongSupplier newSeed) {
        return flood("body", body, newSeed);
    }

    /** The same from query parameters, those that are not given being null; what JSON calls a number is one. */
    static RunOrder flood(Map<String, @Nullable String> query, LongSupplier newSeed) {
        ObjectNode order = JSON.createObjectNode();
        query.forEach((name, text) -> {
            if (text != null) {
                order.set(name, value(text));
            }
        });
        return flood("query", order, newSeed);
    }

    private static JsonNode value(String text) {
        JsonNode asText = JSON.getNodeFactory().stringNode(text);
        try {
            JsonNode value = JSON.readTree(text);
            return value.isNumber() ? value : asText;
        } catch (JacksonException e) {
            return asText;
        }
    }

    private static RunOrder flood(String where, JsonNode body, LongSupplier newSeed) {
        List<String> missing = new ArrayList<>();
        if (absent(body, "intensity") && absent(body, "rate")) {
            missing.add("intensity");
        }
        if (absent(body, "strategy")) {
            missing.add("strategy");
        }
        if (!missing.isEmpty()) {
            throw new MissingFieldsException(where, missing);
        }
        Intensity intensity = absent(body, "intensity") ? null : named(body, "intensity", Intensity.values());
        Strategy strategy = named(body, "strategy", floods());
        long seed = absent(body, "seed") ? newSeed.getAsLong() : whole(body, "seed", 0, RunOrder.MAX_SEED);
        double rate = absent(body, "rate") ? intensity == null ? 0 : intensity.rate() : rate(body);
        long duration = absent(body, "duration") ? 60 : whole(body, "duration", MIN_SECONDS, MAX_SECONDS);
        Via via = absent(body, "via") ? Via.TOPIC : named(body, "via", Via.values());
        List<String> tiers = absent(body, "targets") ? TIERS : tiers(body);
        Instant startAt = startAt(body);
        try {
            return new RunOrder(
                    strategy,
                    absent(body, "rate") ? intensity : null,
                    rate,
                    duration * 1000,
                    types(body),
                    tiers,
                    texts(body, "endpoints"),
                    seed,
                    startAt,
                    via);
        } catch (IllegalArgumentException e) {
            // What is left to be wrong: each of the others was looked at above.
            throw new InvalidParameterException("endpoints", String.valueOf(e.getMessage()));
        }
    }

    static ThreatType quick(JsonNode body) {
        if (absent(body, "type")) {
            throw new MissingFieldsException("body", List.of("type"));
        }
        return type(body.get("type"), "type");
    }

    private static Strategy[] floods() {
        return Arrays.stream(Strategy.values())
                .filter(s -> s != Strategy.QUICK && s.isGenerated())
                .toArray(Strategy[]::new);
    }

    private static double rate(JsonNode body) {
        JsonNode rate = body.get("rate");
        if (!rate.isNumber() || !(rate.asDouble() > 0) || rate.asDouble() > RunOrder.MAX_RATE) {
            throw new InvalidParameterException("rate", "a number above 0 and at most " + RunOrder.MAX_RATE);
        }
        return rate.asDouble();
    }

    static List<String> tiers(JsonNode body) {
        List<String> tiers = texts(body, "targets");
        if (tiers.isEmpty() || !TIERS.containsAll(tiers)) {
            throw new InvalidParameterException("target", String.join(", ", TIERS));
        }
        return tiers.stream().distinct().toList();
    }

    private static List<ThreatType> types(JsonNode body) {
        List<ThreatType> types = new ArrayList<>();
        if (!absent(body, "types")) {
            JsonNode list = body.get("types");
            if (!list.isArray() || list.size() > ThreatType.values().length) {
                throw new InvalidParameterException("types", "a list of names of attacks");
            }
            list.forEach(name -> types.add(type(name, "types")));
        }
        return types;
    }

    private static ThreatType type(JsonNode name, String field) {
        ThreatType type = name.isString() ? ThreatType.named(name.asString()) : null;
        if (type == null) {
            List<String> names = Arrays.stream(ThreatType.values())
                    .filter(known -> known != ThreatType.UNKNOWN)
                    .map(ThreatType::wireName)
                    .toList();
            throw new InvalidParameterException(field, String.join(", ", names));
        }
        return type;
    }

    private static @Nullable Instant startAt(JsonNode body) {
        if (absent(body, "start_at")) {
            return null;
        }
        long millis = whole(body, "start_at", 0, RunOrder.MAX_SEED);
        return Instant.ofEpochMilli(millis);
    }

    static List<String> texts(JsonNode body, String field) {
        List<String> texts = new ArrayList<>();
        if (!absent(body, field)) {
            JsonNode list = body.get(field);
            if (!list.isArray() || list.size() > 20) {
                throw new InvalidParameterException(field.equals("targets") ? "target" : field, "a list of texts");
            }
            list.forEach(text -> texts.add(text.isString() || text.isIntegralNumber() ? text.asString() : ""));
        }
        return texts;
    }

    static long whole(JsonNode body, String field, long low, long high) {
        JsonNode number = body.get(field);
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw new InvalidParameterException(field, "a whole number from " + low + " to " + high);
        }
        long value = number.asLong();
        if (value < low || value > high) {
            throw new InvalidParameterException(field, "a whole number from " + low + " to " + high);
        }
        return value;
    }

    private static <E extends Enum<E>> E named(JsonNode body, String field, E[] values) {
        String name = body.get(field).isString() ? body.get(field).asString() : "";
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(name)) {
                return value;
            }
        }
        List<String> names = Arrays.stream(values)
                .map(v -> v.name().toLowerCase(Locale.ROOT))
                .toList();
        throw new InvalidParameterException(field, String.join(", ", names));
    }

    static boolean absent(JsonNode body, String field) {
        return !body.hasNonNull(field);
    }
}
