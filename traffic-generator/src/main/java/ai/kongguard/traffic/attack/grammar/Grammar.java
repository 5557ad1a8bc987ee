package ai.kongguard.traffic.attack.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A context-free grammar that texts are drawn from. A rule is a line {@code name ::=} and the lines that follow it, of
 * which each draw takes one; {@code 4×} before a line makes it four times as likely. Space around a line does not count.
 * What stands between guillemets is replaced, and may itself hold guillemets:
 *
 * <ul>
 *   <li>{@code «name»} by a text of that rule
 *   <li>{@code «a¦b¦c»} by one of these texts
 *   <li>{@code «?text»} by the text half of the time, else by nothing
 *   <li>{@code «3..9»} by a number, both ends included
 *   <li>{@code «letters 3..9»} by that many characters; also {@code LETTERS}, {@code digits}, {@code hex}
 *   <li>{@code «3..9×text»} by the text that many times, drawn anew each time
 *   <li>{@code «x:=...»} by what {@code «...»} would be, remembered as {@code x}; {@code «x!=...»} only remembers
 *   <li>{@code «=x»} by what was remembered
 *   <li>{@code «@base64 text»} by the text, changed; see {@link Transform}
 *   <li>{@code «nl»}, {@code «nul»} by that character, as the others of {@link Alphabets}; {@code «»} by nothing
 * </ul>
 *
 * Immutable; draws are deterministic for a source of randomness.
 */
public final class Grammar {

    private final Map<String, Rule> rules;
    private final List<String> variables;

    private Grammar(Map<String, Rule> rules, List<String> variables) {
        this.rules = rules;
        this.variables = variables;
    }

    /**
     * Reads a grammar.
     *
     * @throws IllegalArgumentException if the text is no grammar, or names a rule that is not there
     */
    public static Grammar parse(String text) {
        return new Grammar(Map.of(), List.of()).extend(text);
    }

    /**
     * This grammar with more rules.
     *
     * @throws IllegalArgumentException as {@link #parse}; also if a rule is there already
     */
    public Grammar extend(String text) {
        Map<String, Rule> all = new LinkedHashMap<>(rules);
        List<String> names = new ArrayList<>(variables);
        new GrammarParser(all, names).read(text);
        return new Grammar(all, names);
    }

    /**
     * Draws texts of one rule.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public Function<SplittableRandom, String> from(String name) {
        Rule rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("No rule " + name + "; there are " + rules.keySet());
        }
        int remembered = variables.size();
        return random -> draw(random, rule, remembered);
    }

    private static String draw(SplittableRandom random, Rule rule, int remembered) {
        String[] values = new String[remembered];
        Arrays.fill(values, "");
        Draw draw = new Draw(random, new StringBuilder(64), values);
        rule.write(draw);
        return draw.out().toString();
    }
}
