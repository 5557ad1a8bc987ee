package ai.kongguard.traffic.attack.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the notation that {@link Grammar} describes. */
final class GrammarParser {

    private static final String ARROW = " ::=";
    private static final char OPEN = '«';
    private static final char CLOSE = '»';
    private static final char OR = '¦';
    private static final char TIMES = '×';

    private final Map<String, Rule> rules;
    private final List<String> variables;

    GrammarParser(Map<String, Rule> rules, List<String> variables) {
        this.rules = rules;
        this.variables = variables;
    }

    void read(String text) {
        String name = "";
        List<Part> alternatives = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.endsWith(ARROW)) {
                define(name, alternatives);
                name = line.substring(0, line.length() - ARROW.length());
            } else if (!line.isEmpty()) {
                addWeighted(alternatives, line);
            }
        }
        define(name, alternatives);
        rules.forEach((rule, parts) -> {
            if (!parts.defined()) {
                throw new IllegalArgumentException("The grammar has no rule " + rule);
            }
        });
    }

    private void define(String name, List<Part> alternatives) {
        if (name.isEmpty() && alternatives.isEmpty()) {
            return;
        }
        if (!isName(name) || alternatives.isEmpty()) {
            throw new IllegalArgumentException("A rule needs a name and a text: " + name);
        }
        Rule rule = rule(name);
        if (rule.defined()) {
            throw new IllegalArgumentException("The grammar has two rules " + name);
        }
        rule.define(alternatives.toArray(Part[]::new));
        alternatives.clear();
    }

    private void addWeighted(List<Part> alternatives, String line) {
        int times = line.indexOf(TIMES);
        Range weight = times < 1 ? null : Range.parse(line.substring(0, times) + ".." + line.substring(0, times));
        Part part = template(weight == null ? line : line.substring(times + 1));
        for (int i = weight == null ? 1 : weight.low(); i > 0; i--) {
            alternatives.add(part);
        }
    }

    private Part template(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            literal(parts, text, from, open);
            int close = closing(text, open);
            parts.add(placeholder(text.substring(open + 1, close)));
            from = close + 1;
        }
        literal(parts, text, from, text.length());
        return Part.sequence(parts.toArray(Part[]::new));
    }

    private static void literal(List<Part> parts, String text, int from, int to) {
        String literal = text.substring(from, to);
        if (literal.indexOf(CLOSE) >= 0) {
            throw new IllegalArgumentException("Nothing to close in " + text);
        }
        if (!literal.isEmpty()) {
            parts.add(Part.literal(literal));
        }
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == OPEN) {
                depth++;
            } else if (c == CLOSE && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("Not closed: " + text);
    }

    private Part placeholder(String text) {
        if (text.isEmpty()) {
            return Part.literal("");
        }
        Part special = special(text);
        if (special != null) {
            return special;
        }
        if (separator(text, 0) >= 0) {
            return alternatives(text);
        }
        Part characters = characters(text);
        return characters == null ? reference(text) : characters;
    }

    private @Nullable Part special(String text) {
        String rest = text.substring(1);
        if (text.charAt(0) == '?') {
            return Part.optional(alternatives(rest));
        }
        if (text.charAt(0) == '=' && isName(rest)) {
            return Part.recall(variable(rest));
        }
        if (text.charAt(0) == '@') {
            int space = text.indexOf(' ');
            Transform transform = space < 0 ? null : Transform.named(text.substring(1, space));
            return transform == null ? null : Part.transformed(transform, alternatives(text.substring(space + 1)));
        }
        int equals = text.indexOf('=');
        if (equals > 1 && isName(text.substring(0, equals - 1)) && ":!".indexOf(text.charAt(equals - 1)) >= 0) {
            int variable = variable(text.substring(0, equals - 1));
            return Part.remember(variable, placeholder(text.substring(equals + 1)), text.charAt(equals - 1) == ':');
        }
        return numeric(text);
    }

    private @Nullable Part numeric(String text) {
        int times = text.indexOf(TIMES);
        Range range = Range.parse(times < 0 ? text : text.substring(0, times));
        if (range == null) {
            return null;
        }
        return times < 0 ? Part.number(range) : Part.repeat(range, alternatives(text.substring(times + 1)));
    }

    private Part alternatives(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int or = separator(text, 0); or >= 0; or = separator(text, from)) {
            parts.add(template(text.substring(from, or)));
            from = or + 1;
        }
        parts.add(template(text.substring(from)));
        return Part.choice(parts.toArray(Part[]::new));
    }

    /** The next bar that is not inside of guillemets. */
    private static int separator(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == OPEN) {
                depth++;
            } else if (c == CLOSE) {
                depth--;
            } else if (c == OR && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Part characters(String text) {
        int space = text.indexOf(' ');
        Range length = space < 0 ? null : Range.parse(text.substring(space + 1));
        String alphabet = Alphabets.named(space < 0 ? text : text.substring(0, space));
        if (alphabet == null) {
            return null;
        }
        return space < 0 ? Part.literal(alphabet) : length == null ? null : Part.characters(alphabet, length);
    }

    private Part reference(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("Neither a rule nor a choice: " + text);
        }
        return rule(text);
    }

    private Rule rule(String name) {
        return rules.computeIfAbsent(name, key -> new Rule());
    }

    private int variable(String name) {
        if (!variables.contains(name)) {
            variables.add(name);
        }
        return variables.indexOf(name);
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> ((c >= 'a') && (c <= 'z')) || c == '_');
    }
}
