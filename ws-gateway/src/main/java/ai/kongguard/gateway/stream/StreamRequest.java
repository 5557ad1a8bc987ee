package ai.kongguard.gateway.stream;

import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for when it connects, or later. Immutable.
 *
 * @param filter which verdicts
 * @param rate at most so many each second, those of the highest score first; null for as many as the gateway allows
 * @param cursor where to go on; null for what comes from now on
 * @param history so many of the newest before now come first, 0-500; not looked at when there is a cursor
 */
public record StreamRequest(StreamFilter filter, @Nullable Integer rate, @Nullable Cursor cursor, int history) {

    /** Everything from now on. */
    public static final StreamRequest ALL = new StreamRequest(StreamFilter.ALL, null, null, 0);

    private static final Set<String> NAMES =
            Set.of("tier", "min_score", "type", "action", "source", "path", "rate", "cursor", "history");

    private static final int MAX_VALUES = 32;
    private static final int MAX_LENGTH = 1_024;
    private static final int MAX_RATE = 1_000_000;
    private static final int MAX_HISTORY = 500;

    /**
     * Reads the parameters of a query: a list is given by commas or by naming the parameter again.
     *
     * @throws InvalidParameterException if one is unknown or cannot be used
     */
    public static StreamRequest of(Map<String, List<String>> parameters) {
        for (String name : parameters.keySet()) {
            if (!NAMES.contains(name)) {
                String shown = name.length() > 40 ? name.substring(0, 40) : name;
                throw new InvalidParameterException(
                        shown, "is unknown: there are " + String.join(", ", new TreeSet<>(NAMES)));
            }
        }
        StreamFilter filter = new StreamFilter(
                texts(parameters, "tier"),
                score(single(parameters, "min_score")),
                named(parameters, "type", StreamRequest::type, ThreatType.values(), ThreatType::wireName),
                named(parameters, "action", StreamRequest::action, Action.values(), Action::wireName),
                texts(parameters, "source"),
                orEmpty(single(parameters, "path")));
        String cursor = single(parameters, "cursor");
        Integer history = number(parameters, "history", 0, MAX_HISTORY);
        return new StreamRequest(
                filter,
                number(parameters, "rate", 1, MAX_RATE),
                cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor),
                history == null ? 0 : history);
    }

    private static Set<String> texts(Map<String, List<String>> parameters, String name) {
        Set<String> texts = new LinkedHashSet<>();
        for (String value : parameters.getOrDefault(name, List.of())) {
            if (value.length() > MAX_LENGTH) {
                throw new InvalidParameterException(name, "must be at most " + MAX_LENGTH + " characters long");
            }
            Arrays.stream(value.split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .forEach(texts::add);
        }
        if (texts.size() > MAX_VALUES) {
            throw new InvalidParameterException(name, "must be at most " + MAX_VALUES + " values");
        }
        return texts;
    }

    private static <T> Set<T> named(
            Map<String, List<String>> parameters,
            String name,
            Function<String, @Nullable T> find,
            T[] all,
            Function<T, String> wireName) {
        Set<T> found = new LinkedHashSet<>();
        for (String text : texts(parameters, name)) {
            T one = find.apply(text);
            if (one == null) {
                throw new InvalidParameterException(
                        name, "must be of " + Arrays.stream(all).map(wireName).collect(Collectors.joining(", ")));
            }
            found.add(one);
        }
        return found;
    }

    private static @Nullable ThreatType type(String text) {
        return ThreatType.named(text);
    }

    private static @Nullable Action action(String text) {
        return Arrays.stream(Action.values())
                .filter(action -> action.wireName().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new InvalidParameterException(name, "must be given once");
        }
        String value = values.isEmpty() ? null : values.get(0);
        if (value != null && !name.equals("cursor") && value.length() > MAX_LENGTH) {
            throw new InvalidParameterException(name, "must be at most " + MAX_LENGTH + " characters long");
        }
        return value;
    }

    private static double score(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        try {
            double score = Double.parseDouble(text);
            if (score >= 0 && score <= 1) {
                return score;
            }
        } catch (NumberFormatException e) {
            throw new InvalidParameterException("min_score", "must be a number from 0 to 1");
        }
        throw new InvalidParameterException("min_score", "must be a number from 0 to 1");
    }

    private static @Nullable Integer number(Map<String, List<String>> parameters, String name, int least, int most) {
        String text = single(parameters, name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        String rule = "must be a number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InvalidParameterException(name, rule);
        }
        throw new InvalidParameterException(name, rule);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
