package ai.kongguard.standalone.observability;

import java.util.Map;
import java.util.regex.Pattern;

/** A condition on one label, such as {@code action!="allow"}. A label that is absent is an empty one, as in PromQL. */
record Matcher(String label, String operator, String value) {

    boolean matches(Map<String, String> labels) {
        String actual = labels.getOrDefault(label, "");
        return switch (operator) {
            case "=" -> actual.equals(value);
            case "!=" -> !actual.equals(value);
            case "=~" -> Pattern.matches(value, actual);
            case "!~" -> !Pattern.matches(value, actual);
            default -> throw new IllegalStateException(operator);
        };
    }
}
