package ai.kongguard.standalone.observability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the part of PromQL that our dashboards and alerts use, and refuses the rest, so that nothing is overlooked. There is
 * no library for this on Maven Central. What comes out are the metrics that an expression reads; nothing is computed.
 */
final class PromQl {

    private static final Set<String> AGGREGATIONS = Set.of("sum", "max", "min", "avg", "count");
    private static final Set<String> FUNCTIONS = Set.of("rate", "increase", "deriv", "histogram_quantile", "absent");
    private static final Set<String> OPERATORS =
            Set.of("+", "-", "*", "/", "==", "!=", ">", "<", ">=", "<=", "and", "or", "unless");

    private final PromTokens tokens;
    private final List<Selector> selectors = new ArrayList<>();

    private PromQl(String expression) {
        tokens = new PromTokens(expression);
    }

    /**
     * The metrics that an expression reads.
     *
     * @throws IllegalArgumentException if it is no PromQL, or of a kind that is not read here
     */
    static List<Selector> selectors(String expression) {
        PromQl parser = new PromQl(expression);
        parser.expression(Set.of());
        if (!parser.tokens.peek().isEmpty()) {
            throw parser.tokens.refused("an operator instead of " + parser.tokens.peek());
        }
        return List.copyOf(parser.selectors);
    }

    private void expression(Set<String> grouping) {
        operand(grouping);
        while (OPERATORS.contains(tokens.peek())) {
            tokens.take();
            operand(grouping);
        }
    }

    private void operand(Set<String> grouping) {
        String token = tokens.take();
        if (token.equals("(")) {
            expression(grouping);
            tokens.expect(")");
        } else if (AGGREGATIONS.contains(token)) {
            aggregation(grouping);
        } else if (FUNCTIONS.contains(token)) {
            arguments(grouping);
        } else if (isName(token)) {
            selector(token, grouping);
        } else if (!isNumber(token)) {
            throw tokens.refused("a metric, a function or a number instead of " + token);
        }
    }

    /** What is grouped by inside has to be there for what is grouped by outside. */
    private void aggregation(Set<String> grouping) {
        Set<String> all = new HashSet<>(grouping);
        if (tokens.takes("by")) {
            tokens.expect("(");
            do {
                all.add(name());
            } while (tokens.takes(","));
            tokens.expect(")");
        }
        arguments(all);
    }

    private void arguments(Set<String> grouping) {
        tokens.expect("(");
        do {
            expression(grouping);
        } while (tokens.takes(","));
        tokens.expect(")");
    }

    private void selector(String metric, Set<String> grouping) {
        List<Matcher> matchers = new ArrayList<>();
        if (tokens.takes("{")) {
            do {
                String label = name();
                String operator = tokens.take();
                if (!Set.of("=", "!=", "=~", "!~").contains(operator)) {
                    throw tokens.refused("a comparison of " + label + " instead of " + operator);
                }
                matchers.add(new Matcher(label, operator, text()));
            } while (tokens.takes(","));
            tokens.expect("}");
        }
        if (tokens.takes("[")) {
            String range = tokens.take();
            if (!range.matches("\\d+[smhd]")) {
                throw tokens.refused("a duration instead of " + range);
            }
            tokens.expect("]");
        }
        selectors.add(new Selector(metric, List.copyOf(matchers), Set.copyOf(grouping)));
    }

    private String name() {
        String token = tokens.take();
        if (!isName(token)) {
            throw tokens.refused("a label instead of " + token);
        }
        return token;
    }

    private String text() {
        String token = tokens.take();
        if (!token.startsWith("\"") || token.contains("\\")) {
            throw tokens.refused("a quoted text without escapes instead of " + token);
        }
        return token.substring(1, token.length() - 1);
    }

    private static boolean isName(String token) {
        return token.matches("[a-zA-Z_:][a-zA-Z0-9_:]*");
    }

    private static boolean isNumber(String token) {
        return token.matches("\\d+(\\.\\d+)?");
    }
}
