package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.JsonText;
import ai.kongguard.traffic.PercentEncoding;
import ai.kongguard.traffic.Pick;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Named rules, each a choice of texts with slots. A slot is
 *
 * <ul>
 *   <li>{@code ‹noun›}: what that rule draws; {@code ‹^noun›} begins with a capital, {@code ‹!noun›} is all capitals,
 *       {@code ‹"noun›} a JSON string, {@code ‹'noun›} an SQL string, {@code ‹&noun›} escaped for XML, {@code ‹%noun›}
 *       percent-encoded;
 *   <li>{@code ‹a|b|›}: one of these texts;
 *   <li>{@code ‹#1-99›}: a number, both ends included;
 *   <li>{@code ‹hex:8›}, {@code ‹d:3›}, {@code ‹abc:5›}, {@code ‹b64:40›}, {@code ‹UP:6›}: so many random characters.
 * </ul>
 *
 * Built once by one thread; drawn from by any.
 */
final class Grammar {

    private static final char OPEN = '‹';
    private static final char CLOSE = '›';
    private static final String BLOCK_END = "====";

    private final @Nullable Grammar parent;
    private final Map<String, Rule> rules = new HashMap<>();

    private Grammar(@Nullable Grammar parent) {
        this.parent = parent;
    }

    static Grammar create() {
        return new Grammar(null);
    }

    /** A grammar that may also mention the rules of this one. */
    Grammar extend() {
        return new Grammar(this);
    }

    /** A rule whose alternatives are words between white space. */
    Grammar words(String name, String words) {
        Rule rule = rule(name);
        int start = -1;
        for (int i = 0; i <= words.length(); i++) {
            boolean space = i == words.length() || words.charAt(i) <= ' ';
            if (!space && start < 0) {
                start = i;
            } else if (space && start >= 0) {
                String word = words.substring(start, i);
                rule.alternatives.add((r, out) -> out.append(word));
                start = -1;
            }
        }
        return this;
    }

    /** A rule whose alternatives are the lines of a text; a pilcrow stands for a line break. */
    Grammar lines(String name, String text) {
        Rule rule = rule(name);
        text.lines()
                .filter(line -> !line.isEmpty())
                .forEach(line -> rule.alternatives.add(parse(line.replace('¶', '\n'))));
        return this;
    }

    /** A rule whose alternatives are blocks of lines, parted by lines of four equals signs. */
    Grammar blocks(String name, String text) {
        Rule rule = rule(name);
        StringBuilder block = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.equals(BLOCK_END)) {
                rule.alternatives.add(parse(block.toString()));
                block.setLength(0);
            } else {
                block.append(block.isEmpty() ? "" : "\n").append(line);
            }
        }
        rule.alternatives.add(parse(block.toString()));
        return this;
    }

    /** A rule that repeats another. */
    Grammar repeat(String name, String repeated, int min, int max, String separator) {
        Rule target = find(repeated);
        rule(name).alternatives.add((r, out) -> {
            int count = Pick.number(r, min, max + 1);
            for (int i = 0; i < count; i++) {
                out.append(i == 0 ? "" : separator);
                target.draw(r, out);
            }
        });
        return this;
    }

    /** A rule that something else draws. */
    Grammar drawn(String name, Function<SplittableRandom, String> draw) {
        rule(name).alternatives.add((r, out) -> out.append(draw.apply(r)));
        return this;
    }

    /** Checks that every rule that is mentioned exists. */
    Grammar checked() {
        rules.forEach((name, rule) -> {
            if (rule.alternatives.isEmpty()) {
                throw new IllegalStateException("No rule " + name);
            }
        });
        return this;
    }

    /** Draws from a rule. */
    String draw(SplittableRandom r, String name) {
        StringBuilder out = new StringBuilder(80);
        find(name).draw(r, out);
        return out.toString();
    }

    private Rule rule(String name) {
        return rules.computeIfAbsent(name, n -> new Rule());
    }

    private Rule find(String name) {
        for (Grammar grammar = this; grammar != null; grammar = grammar.parent) {
            Rule rule = grammar.rules.get(name);
            if (rule != null) {
                return rule;
            }
        }
        return rule(name);
    }

    private Part parse(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf(OPEN, from);
            int end = open < 0 ? text.length() : open;
            if (end > from) {
                String literal = text.substring(from, end);
                parts.add((r, out) -> out.append(literal));
            }
            if (open < 0) {
                break;
            }
            int close = text.indexOf(CLOSE, open);
            parts.add(slot(text.substring(open + 1, close)));
            from = close + 1;
        }
        Part[] sequence = parts.toArray(new Part[0]);
        return (r, out) -> {
            for (Part part : sequence) {
                part.draw(r, out);
            }
        };
    }

    private Part slot(String slot) {
        if (slot.indexOf('|') >= 0) {
            return choice(slot);
        }
        String rest = slot.substring(1);
        return switch (slot.charAt(0)) {
            case '#' -> number(rest);
            case '^' -> changed(rest, Texture::capitalized);
            case '!' -> changed(rest, Texture::upper);
            case '"' -> changed(rest, JsonText::quote);
            case '\'' -> changed(rest, Texture::sqlString);
            case '&' -> changed(rest, Texture::xml);
            case '%' -> changed(rest, PercentEncoding::component);
            default -> slot.indexOf(':') > 0 ? characters(slot) : find(slot);
        };
    }

    private static Part choice(String slot) {
        List<String> choices = new ArrayList<>();
        int from = 0;
        for (int bar = slot.indexOf('|'); bar >= 0; bar = slot.indexOf('|', from)) {
            choices.add(slot.substring(from, bar));
            from = bar + 1;
        }
        choices.add(slot.substring(from));
        return (r, out) -> out.append(Pick.one(r, choices));
    }

    private static Part number(String range) {
        int dash = range.indexOf('-', 1);
        int low = Integer.parseInt(range.substring(0, dash));
        int high = Integer.parseInt(range.substring(dash + 1));
        return (r, out) -> out.append(Pick.number(r, low, high + 1));
    }

    private Part changed(String name, Function<String, String> change) {
        Rule rule = find(name);
        return (r, out) -> {
            StringBuilder drawn = new StringBuilder(48);
            rule.draw(r, drawn);
            out.append(change.apply(drawn.toString()));
        };
    }

    private static Part characters(String slot) {
        int colon = slot.indexOf(':');
        int length = Integer.parseInt(slot.substring(colon + 1));
        String alphabet =
                switch (slot.substring(0, colon)) {
                    case "hex" -> "0123456789abcdef";
                    case "d" -> "0123456789";
                    case "abc" -> "abcdefghijklmnopqrstuvwxyz";
                    case "UP" -> "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
                    case "b64" -> "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
                    default -> throw new IllegalStateException("No characters " + slot);
                };
        return (r, out) -> {
            for (int i = 0; i < length; i++) {
                out.append(alphabet.charAt(r.nextInt(alphabet.length())));
            }
        };
    }

    /** Something that draws a piece of text. */
    private interface Part {
        void draw(SplittableRandom r, StringBuilder out);
    }

    private static final class Rule implements Part {

        private final List<Part> alternatives = new ArrayList<>();

        @Override
        public void draw(SplittableRandom r, StringBuilder out) {
            alternatives.get(r.nextInt(alternatives.size())).draw(r, out);
        }
    }
}
